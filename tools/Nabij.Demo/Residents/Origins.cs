namespace Nabij.Demo.Residents;

/// <summary>Names that go together, and the language that is spoken at home besides Dutch.</summary>
public sealed record Origin(string? Language, IReadOnlySet<string> GivenNames, IReadOnlyList<string> FamilyNames);

public static class Origins
{
    private static readonly Origin[] FromAbroad =
    [
        Of("tr", "Hatice Emine Ayşe Zeynep Mehmet Mustafa Murat", "Yılmaz", "Kaya", "Demir"),
        Of("ar", "Fatima Aïcha Samira Naima Amina Lina Yara Ahmed Hassan Youssef Karim Ilyas", "El Amrani", "Bouzid", "Benali", "Al-Hassan"),
        Of("srn", "Ruth Iris Indra Errol Soerin Stanley Ronny", "Ramdin", "Soekhoe", "Pinas", "Wijngaarde"),
        Of(null, "Lien Mei Chen", "Nguyen", "Chen"),
        Of("pl", "Zofia Jozef", "Kowalski", "Nowak"),
        Of(null, "", "Haile", "Tesfaye"),
        Of(null, "", "Dos Santos"),
    ];

    public static Origin OfGivenName(string name, NameBook book) =>
        Array.Find(FromAbroad, origin => origin.GivenNames.Contains(name))
        ?? new(null, new HashSet<string>(StringComparer.Ordinal), [.. book.FamilyNames.Except(FromAbroad.SelectMany(o => o.FamilyNames), StringComparer.Ordinal)]);

    private static Origin Of(string? language, string givenNames, params string[] familyNames) =>
        new(language, givenNames.Split(' ').ToHashSet(StringComparer.Ordinal), familyNames);
}
