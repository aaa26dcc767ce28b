using System.Text.RegularExpressions;

namespace Nabij.Tests.Languages;

/// <summary>What holds for the texts of the screen, as functions that can be shown to bite.</summary>
internal static partial class TextRules
{
    /// <summary>Words that scare people away or that only professionals use.</summary>
    private static readonly string[] Jargon =
    [
        "zorg",
        "zorgvraag",
        "zorgbehoefte",
        "cliënt",
        "cliënten",
        "hulpvrager",
        "hulpvragers",
        "match",
        "matchen",
        "intake",
        "zelfredzaam",
        "zelfredzaamheid",
        "kwetsbaar",
        "kwetsbare",
        "eenzaam",
        "eenzame",
        "eenzaamheid",
        "doelgroep",
        "casus",
        "submit",
        "user",
    ];

    public static IEnumerable<string> JargonIn(string text) =>
        Words().Matches(text.ToLowerInvariant()).Select(w => w.Value).Where(w => Jargon.Contains(w, StringComparer.Ordinal));

    /// <summary>The number of words of each sentence; what is filled in counts as one word.</summary>
    public static IEnumerable<int> WordsPerSentence(string text) =>
        SentenceEnds()
            .Split(text)
            .Select(s => Words().Count(s))
            .Where(words => words > 0);

    /// <summary>The names between braces.</summary>
    public static IEnumerable<string> Names(string text) =>
        Braces().Matches(text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>
    /// The string literals of a source text: whole ones, and of interpolated ones the pattern in which each hole is any text.
    /// </summary>
    public static (HashSet<string> Whole, List<Regex> Patterns) LiteralsOf(IEnumerable<string> sources)
    {
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var patterns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (Match literal in Literals().Matches(source))
            {
                var text = literal.Groups["text"].Value;
                if (!literal.Value.StartsWith('$'))
                    whole.Add(text);
                else if (Holes().Replace(text, "").Count(char.IsLetter) >= 3)
                    patterns.Add($"^{string.Join(".+", Holes().Split(text).Select(Regex.Escape))}$");
            }
        }
        return (whole, [.. patterns.Select(p => new Regex(p, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))]);
    }

    [GeneratedRegex(@"\{\w+\}|[\p{L}\d][\p{L}\d'’-]*", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnds();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex("""\$?"(?<text>[A-Za-z][^"\n]*)"|\$"(?<text>\{[^"\n]*)" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Literals();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Holes();
}
