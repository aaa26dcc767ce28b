namespace Nabij.Demo.Feeds;

/// <summary>
/// 35 organisations of Wijk bij Duurstede. It has as many schools and homes as the file of meeting places says; all names are made
/// up.
/// </summary>
public static class FeedOrganisations
{
    private static readonly (string Name, string? Hall)[] Named =
    [
        ("Wijkcentrum De Kade", "Wijkcentrum De Kade, Havenplein 3"),
        ("Bibliotheek aan de Lek", "Bibliotheek aan de Lek"),
        ("Grote Kerk", "Grote Kerk, Markt"),
        ("Buurthuis De Noorderwaard", "De Noorderwaard"),
        ("Dorpshuis Cothen", "Dorpshuis Cothen, Kerkplein"),
        ("Sporthal Mariënhoeve", "Sporthal Mariënhoeve"),
        ("Gemeente Wijk bij Duurstede", null),
        ("Welzijn Wijk bij Duurstede", null),
        ("Seniorenvereniging De Brug", null),
        ("Wandelclub Op Stap", null),
        ("Koor Lekkerland", null),
        ("Koersbalclub De Rolling", null),
        ("Schaakclub De Toren", null),
        ("Atelier De Molen", null),
        ("Repair Café Wijk", null),
        ("Alzheimer Kring Lek", null),
        ("Mantelzorgpunt", null),
        ("Vrouwengroep Samen", null),
        ("Tuingroep De Gaarde", null),
        ("Fietsclub De Ketting", null),
        ("Toneelgroep Het Doek", null),
        ("Basisschool De Notenboom", "Basisschool De Notenboom, Boomgaard 2"),
        ("Basisschool De Vlieger", "Basisschool De Vlieger"),
        ("Basisschool Het Kompas", "Het Kompas, Dijkweg 40"),
        ("Basisschool De Wilgen", "Basisschool De Wilgen"),
        ("Basisschool De Sterrenwacht", "De Sterrenwacht, Zonnedauw 1"),
        ("Basisschool De Brink", "Basisschool De Brink, Brinkpad 9"),
        ("Dorpsschool Langbroek", "Dorpsschool Langbroek"),
        ("Basisschool De Zwaluw", "De Zwaluw, Rietkraag 12"),
        ("Basisschool De Regenton", "Basisschool De Regenton"),
        ("Basisschool De Fontein", "De Fontein, Waterlaan 5"),
        ("Dorpsschool Cothen", "Dorpsschool Cothen"),
        ("Het Waterland College", "Het Waterland College, aula"),
        ("Praktijkschool De Werkplaats", "De Werkplaats, Ambachtsweg 7"),
        ("Woonhuis De Linde", "Woonhuis De Linde, huiskamer"),
    ];

    /// <summary>The style and the fate of each follow from its place in the list, so they are the same each time.</summary>
    public static IReadOnlyList<FeedOrganisation> All { get; } = [.. Named.Select((o, i) => new FeedOrganisation($"org{i + 1}", o.Name, o.Hall, StyleOf(i), FateOf(i)))];

    public static FeedOrganisation Town => All[6];

    private static FeedStyle StyleOf(int place) => (FeedStyle)(place % 9);

    private static FeedFate FateOf(int place) =>
        place switch
        {
            3 or 17 or 30 => FeedFate.GoesDown,
            5 or 12 or 25 => FeedFate.Moves,
            20 => FeedFate.IsTakenAway,
            16 or 28 => FeedFate.FallsSilent,
            23 => FeedFate.IsBusy,
            1 or 2 or 7 or 8 or 9 or 10 or 13 or 15 => FeedFate.Changes,
            _ => FeedFate.Stays,
        };
}
