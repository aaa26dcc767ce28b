using System.Globalization;
using System.Text;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>The words that tell: lower case, without accents, without what every title or place could have.</summary>
internal static class TellingWords
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "de", "het", "een", "en", "in", "op", "bij", "van", "voor", "met", "aan", "te", "naar", "uit", "om", "je", "u", "we", "wij", "samen", "gezellig", "gezellige", "iedereen", "welkom",
        "kom", "ook", "elke", "iedere", "wekelijks", "wekelijkse", "maandelijks", "maandelijkse", "gratis", "open", "onze", "ons", "uur", "the", "and",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ochtend", "middag", "avond", "maandagochtend", "dinsdagochtend", "woensdagochtend", "donderdagochtend",
        "vrijdagochtend", "maandagmiddag", "dinsdagmiddag", "woensdagmiddag", "donderdagmiddag", "vrijdagmiddag", "senioren", "ouderen", "bewoners", "buurtbewoners", "buurt", "wijk", "activiteit", "agenda",
    };

    private static readonly HashSet<string> EmptyInPlaces = new(Empty, StringComparer.Ordinal)
    {
        "grote", "kleine", "zaal", "ruimte", "kamer", "begane", "grond", "verdieping", "gebouw", "nederland", "duurstede", "stichting", "vereniging", "centrum",
        "wijkcentrum", "buurtcentrum", "buurthuis", "dorpshuis", "sporthal", "gymzaal", "basisschool", "aula", "huiskamer",
    };

    /// <summary>Those of a title.</summary>
    public static IReadOnlySet<string> Of(string title) => Split(title).Where(w => !Empty.Contains(w)).ToHashSet(StringComparer.Ordinal);

    /// <summary>All words in these texts.</summary>
    public static IReadOnlySet<string> In(IEnumerable<string> texts) => texts.SelectMany(Split).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> OfPlace(string place) =>
        Told(place, EmptyInPlaces) is { Count: > 0 } telling ? telling : Told(place, Empty);

    private static HashSet<string> Told(string place, HashSet<string> empty) =>
        Split(place).Where(w => !empty.Contains(w) && !IsPostalOrNumber(w)).ToHashSet(StringComparer.Ordinal);

    private static bool IsPostalOrNumber(string word) => char.IsDigit(word[0]);

    /// <summary>One letter does not tell; one digit does: 'groep 2'.</summary>
    private static bool Tells(StringBuilder word) => word.Length > 1 || word.Length == 1 && char.IsDigit(word[0]);

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark and not UnicodeCategory.DashPunctuation && c is not ('\'' or '’'))
            {
                if (Tells(word))
                    yield return word.ToString();
                word.Clear();
            }
        }
        if (Tells(word))
            yield return word.ToString();
    }
}
