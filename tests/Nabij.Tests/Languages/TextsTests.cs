using System.Text.RegularExpressions;
using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Tests.Support;

namespace Nabij.Tests.Languages;

public sealed class TextsTests
{
    private static readonly TextCatalogue Catalogue = new([typeof(Program).Assembly]);
    private static readonly Texts Dutch = Catalogue.In("nl");
    private static readonly Texts English = Catalogue.In("en");

    /// <summary>Rightly the same in both languages: names and words that English and Dutch share.</summary>
    private static readonly string[] SameInBoth = [.. File.ReadAllLines(Repository.PathTo("tests", "Nabij.Tests", "Languages", "same-in-both.txt"))];

    private static readonly string[] Sources =
    [
        .. Repository.Sources("src/Nabij.Web", ".cs", ".razor").Select(File.ReadAllText),
    ];

    [Fact]
    public void Every_language_has_every_text() =>
        Assert.All(
            Catalogue.Languages,
            language => Assert.Equal(Dutch.All.Keys.Order(StringComparer.Ordinal), Catalogue.In(language).All.Keys.Order(StringComparer.Ordinal))
        );

    [Fact]
    public void A_text_fills_in_the_same_words_in_every_language() =>
        Assert.Empty(Dutch.All.Where(t => !TextRules.Names(t.Value).SequenceEqual(TextRules.Names(English.All[t.Key]))).Select(t => t.Key));

    [Fact]
    public void Every_text_is_used()
    {
        var (whole, patterns) = TextRules.LiteralsOf(Sources);
        var types = typeof(Program).Assembly.GetTypes();
        var refusals = types.Where(t => t.IsSubclassOf(typeof(Refusal))).Select(t => $"Refusal.{t.Name}");
        var enums = types.Where(t => t.IsEnum).SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}"));
        whole.UnionWith([.. refusals, .. enums]);

        Assert.Empty(Dutch.All.Keys.Where(key => !IsUsed(key, whole, patterns)));
    }

    [Fact]
    public void Every_text_that_is_asked_for_is_there()
    {
        var asked = Sources.SelectMany(s => Regex.Matches(s, """\bT(?:exts)?\["(?<key>[^"]+)"[\],]|T\.Count\("(?<count>[^"]+)"|(?<!\w)t\["(?<key>[^"]+)"[\],]""").Cast<Match>());
        var missing = asked
            .SelectMany(m => m.Groups["count"].Success ? [$"{m.Groups["count"].Value}.one", $"{m.Groups["count"].Value}.other"] : new[] { m.Groups["key"].Value })
            .Where(key => !Dutch.All.ContainsKey(key));

        Assert.Empty(missing.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_refusal_has_its_sentence() =>
        Assert.Empty(
            typeof(Program).Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract)
                .Select(t => $"Refusal.{t.Name}")
                .Where(key => !Dutch.All.ContainsKey(key))
        );

    [Fact]
    public void No_text_was_left_untranslated() =>
        Assert.Empty(
            Dutch.All.Where(t => t.Value == English.All[t.Key] && t.Value.Any(char.IsLetter) && TextRules.Names(t.Value).All(n => t.Value != $"{{{n}}}"))
                .Select(t => t.Key)
                .Except(SameInBoth, StringComparer.Ordinal)
        );

    [Fact]
    public void Dutch_sentences_are_short()
    {
        var lengths = Dutch.All.Values.SelectMany(TextRules.WordsPerSentence).Where(words => words > 2).ToList();

        Assert.InRange(lengths.Average(), 1, 12);
        Assert.Empty(Dutch.All.Where(t => TextRules.WordsPerSentence(t.Value).Any(words => words > 25)).Select(t => t.Key));
    }

    [Fact]
    public void No_text_scares_people_away_with_jargon() =>
        Assert.Empty(Dutch.All.SelectMany(t => TextRules.JargonIn(t.Value), (t, word) => $"{t.Key}: {word}"));

    [Fact]
    public void The_rule_against_jargon_bites() =>
        Assert.Equal(["cliënt", "zorg"], TextRules.JargonIn("De cliënt heeft zorg nodig, en verzorgt een bezorgdienst."));

    [Fact]
    public void The_length_of_a_sentence_is_counted_in_words() =>
        Assert.Equal([4, 3], TextRules.WordsPerSentence("Kees komt om {time}. Tot dan, Riet!"));

    [Fact]
    public void An_unused_text_is_found()
    {
        var (whole, patterns) = TextRules.LiteralsOf(["""T["Bakery.Open"]; T[$"Bakery.{day}.Hours"]"""]);

        Assert.True(IsUsed("Bakery.Open", whole, patterns));
        Assert.True(IsUsed("Bakery.Monday.Hours", whole, patterns));
        Assert.False(IsUsed("Bakery.Closed", whole, patterns));
    }

    /// <summary>A key is used when it stands in the source, or the key without its last parts does: 'Reason' for 'Reason.Subject'.</summary>
    private static bool IsUsed(string key, HashSet<string> whole, List<Regex> patterns)
    {
        for (var part = key; part.Contains('.', StringComparison.Ordinal); part = part[..part.LastIndexOf('.')])
        {
            if (whole.Contains(part))
                return true;
        }
        return patterns.Exists(p => p.IsMatch(key));
    }
}
