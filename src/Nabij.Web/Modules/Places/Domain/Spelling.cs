using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Nabij.Modules.Places.Domain;

/// <summary>
/// Brings a street or town back to how it sounds, so that 'Lindeln', 'Linde laan' and 'Lindelaan' are one: no accents or
/// capitals, abbreviations written out, and the spellings that people mix up (ij, ei and y; ie and i; c and k; one letter or two) made equal.
/// </summary>
public static class Spelling
{
    private static readonly FrozenDictionary<string, string> WholeWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["st"] = "sint",
        ["burg"] = "burgemeester",
        ["dr"] = "dokter",
        ["doctor"] = "dokter",
        ["prof"] = "professor",
        ["pr"] = "prins",
        ["prs"] = "prinses",
        ["kon"] = "koningin",
        ["ds"] = "dominee",
        ["mr"] = "meester",
        ["gen"] = "generaal",
        ["past"] = "pastoor",
        ["jhr"] = "jonkheer",
        ["ir"] = "ingenieur",
        ["v"] = "van",
        ["vd"] = "van der",
        ["eerste"] = "1e",
        ["tweede"] = "2e",
        ["2de"] = "2e",
        ["derde"] = "3e",
        ["3de"] = "3e",
        ["vierde"] = "4e",
        ["4de"] = "4e",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // No Dutch word ends in these letters, so they can only be an abbreviation.
    private static readonly (string Short, string Full)[] Endings =
    [
        ("strt", "straat"),
        ("str", "straat"),
        ("sngl", "singel"),
        ("pln", "plein"),
        ("prk", "park"),
        ("ln", "laan"),
        ("wg", "weg"),
        ("kd", "kade"),
        ("hf", "hof"),
        ("gr", "gracht"),
        ("dk", "dijk"),
    ];

    private static readonly (string Written, string Heard)[] Sounds =
    [
        ("ij", "y"),
        ("ei", "y"),
        ("ie", "i"),
        ("ou", "au"),
        ("ae", "a"),
        ("ck", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("gh", "g"),
        ("qu", "kw"),
        ("x", "ks"),
    ];

    /// <summary>Lower case without accents; whatever is no letter or digit parts words.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ');
        }
        folded.Replace("ĳ", "ij");
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words as they sound, parted by spaces.</summary>
    public static string Key(string text) => Key(Words(text));

    public static string Key(IEnumerable<string> words) => string.Join(' ', words.Select(Written).Select(Heard));

    private static string Written(string word)
    {
        if (WholeWords.TryGetValue(word, out var full))
            return full;
        foreach (var (ending, meant) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length] + meant;
        }
        return word;
    }

    private static string Heard(string word)
    {
        foreach (var (written, heard) in Sounds)
            word = word.Replace(written, heard, StringComparison.Ordinal);
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var sign = word[i] is 'c' && (i + 1 == word.Length || !"heiy".Contains(word[i + 1], StringComparison.Ordinal)) ? 'k' : word[i];
            if (key.Length == 0 || key[^1] != sign || char.IsDigit(sign))
                key.Append(sign);
        }
        return key.ToString();
    }
}
