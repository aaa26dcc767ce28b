using Nabij.Kernel;

namespace Nabij.Demo.Organisations;

/// <summary>
/// An organisation that could be anywhere; '{plaats}' becomes the name of the place. <paramref name="NearPlace"/>: the kind of
/// building that must be in the file of meeting places; null is everywhere.
/// </summary>
public sealed record OrganisationKind(string? NearPlace, string Name, string WhatTheyDo, params HelpKind[] Takes);

/// <summary>What organisations a place has. The names are made up; which kinds there are follows from its buildings.</summary>
public static class OrganisationKinds
{
    public static readonly IReadOnlyList<OrganisationKind> All =
    [
        new(null, "Welzijn {plaats}", "Denkt mee met bewoners en vrijwilligers. Komt ook bij mensen thuis.", HelpKind.Company, HelpKind.LettersAndComputer, HelpKind.Other),
        new(null, "Klusdienst Handig {plaats}", "Doet kleine klussen in huis en tuin, voor de kosten van het materiaal.", HelpKind.Chore),
        new(null, "Vrijwillig Vervoer {plaats}", "Rijdt mensen naar het ziekenhuis, de opticien of familie.", HelpKind.Transport),
        new(null, "Buurtkeuken De Lange Tafel", "Kookt drie keer per week en brengt maaltijden rond.", HelpKind.Meal),
        new(null, "Bibliotheek {plaats}", "Helpt met brieven, formulieren en de computer.", HelpKind.LettersAndComputer),
        new(null, "Boodschappenbus {plaats}", "Haalt mensen op voor de winkel, of brengt de boodschappen.", HelpKind.Groceries, HelpKind.Transport),
        new(null, "Wandelclub Op Stap", "Loopt elke week een rondje. Alleen komen kan altijd.", HelpKind.Walk, HelpKind.Company),
        new("basisschool", "Basisschool De Notenboom", "De oudste klas leest voor en doet spelletjes met buurtgenoten.", HelpKind.Company),
        new("middelbare school", "Het Waterland College", "Leerlingen lopen stage in de buurt: boodschappen, klusjes, de telefoon uitleggen.", HelpKind.Groceries, HelpKind.Chore),
        new("speciaal onderwijs", "Praktijkschool De Werkplaats", "Leerlingen leren klussen en tuinieren, en doen dat graag bij iemand thuis.", HelpKind.Chore),
        new("zorg en verpleging", "Woonhuis De Linde", "Heeft een open eettafel en een huiskamer voor de buurt.", HelpKind.Meal),
        new("gemeentehuis", "Loket van de gemeente {gemeente}", "Vraagbaak voor hulp die langer nodig is.", HelpKind.Other),
    ];
}
