using System.Globalization;
using System.Text;

namespace Nabij.Modules.People.Domain;

/// <summary>
/// What a name sounds like, letter by letter, so that a name can be found by whoever hears it on the telephone: 'Meijer',
/// 'Meyer' and 'Meier' are the same, as are 'Jansen' and 'Janssen', 'Cees' and 'Kees'. Half a word sounds like half the word,
/// so it can be searched while somebody types.
/// </summary>
public static class NameSound
{
    public const int MaxLength = 40;

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "van", "de", "der", "den", "het", "t", "ter", "ten", "te", "la", "el", "von", "op", "in", "aan", "d", "s",
    };

    // written differently, heard the same; in this order
    private static readonly (string Written, string Heard)[] Alike =
    [
        ("ij", "i"), ("y", "i"), ("ck", "k"), ("c", "k"), ("q", "k"), ("ph", "f"), ("v", "f"), ("th", "t"), ("z", "s"), ("x", "ks"), ("gh", "g"),
    ];

    /// <summary>The words of a name as they sound, without 'van', 'de' and the like (unless it has no others).</summary>
    public static IReadOnlyList<string> WordsOf(string name)
    {
        var words = Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Particles.Contains(word)).ToArray();
        return [.. (telling.Length > 0 ? telling : words).Select(Heard).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Lower case without accents, words apart: to sort by and to compare what is typed with.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c))
                plain.Append(WithoutAccent(char.ToLowerInvariant(c)));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }
        return plain.ToString();
    }

    /// <summary>The family name as the phone book sorts it: 'van den Berg' under the B.</summary>
    public static string SortKey(string familyName, string givenName)
    {
        var words = Plain(familyName).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var first = words.FindIndex(word => !Particles.Contains(word));
        var name = string.Join(' ', words[Math.Max(first, 0)..]);
        return $"{name} {Plain(givenName)}".Trim();
    }

    private static string Heard(string word)
    {
        foreach (var (written, heard) in Alike)
            word = word.Replace(written, heard, StringComparison.Ordinal);
        var single = string.Concat(word.Where((c, at) => at == 0 || word[at - 1] != c));
        return single[..Math.Min(single.Length, MaxLength)];
    }

    private static string WithoutAccent(char c) =>
        c switch
        {
            'ø' => "o",
            'ł' => "l",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'đ' => "d",
            'ı' => "i",
            _ => c.ToString(),
        };
}
