using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>
/// What is looked for and what is found by: words without accents or capitals. A word is known by its grams of three letters, so that
/// 'wandlegroep' comes upon 'wandelgroep', and 'gym' upon 'stoelgymnastiek'.
/// </summary>
public static class SearchWords
{
    public const int MaxLength = 40;
    public const int GramLength = 3;
    public const int MaxWords = 400;

    private const int ShortestInside = 3;
    private const int ShortestBeginning = 5;
    private const double SharedBeginning = 0.7;

    private static readonly FrozenSet<string> TooCommon = FrozenSet.Create(
        StringComparer.Ordinal,
        "de", "het", "een", "en", "van", "in", "op", "te", "je", "jij", "we", "met", "voor", "bij", "om", "is", "er", "of", "aan", "die",
        "dat", "naar", "ook", "tot", "uit", "als", "the", "and", "for", "of", "to", "at"
    );

    /// <summary>The words of a text, each once.</summary>
    public static IReadOnlyList<string> Of(params IEnumerable<string> texts) =>
        [
            .. texts
                .SelectMany(Folded)
                .Where(w => w.Length > 1 && !TooCommon.Contains(w))
                .Select(w => w.Length > MaxLength ? w[..MaxLength] : w)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxWords),
        ];

    /// <summary>Every three letters in a row, the beginning and the end marked with a space.</summary>
    public static IReadOnlyList<string> GramsOf(string word)
    {
        var marked = $" {word} ";
        return [.. Enumerable.Range(0, marked.Length - GramLength + 1).Select(i => marked.Substring(i, GramLength)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether somebody who typed this may have meant that word.</summary>
    public static bool MayMean(string typed, string word) =>
        typed.Length >= ShortestInside && word.Contains(typed, StringComparison.Ordinal)
        || string.Equals(typed, word, StringComparison.Ordinal)
        || SharesBeginning(typed, word)
        || Mistakes(typed, word) <= Forgiven(typed.Length);

    private static bool SharesBeginning(string typed, string word)
    {
        var shared = typed.AsSpan().CommonPrefixLength(word);
        return shared >= ShortestBeginning && shared >= SharedBeginning * typed.Length;
    }

    private static int Forgiven(int length) =>
        length switch
        {
            <= 3 => 0,
            <= 7 => 1,
            _ => 2,
        };

    /// <summary>A letter too many, too few, another, or two swapped (optimal string alignment).</summary>
    private static int Mistakes(string typed, string word)
    {
        if (Math.Abs(typed.Length - word.Length) > 2)
            return int.MaxValue;
        var (before, above, current) = (new int[word.Length + 1], new int[word.Length + 1], new int[word.Length + 1]);
        for (var j = 0; j <= word.Length; j++)
            above[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var other = above[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
                current[j] = Math.Min(other, Math.Min(above[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, above, current) = (above, current, before);
        }
        return above[word.Length];
    }

    private static string[] Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ');
        }
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
