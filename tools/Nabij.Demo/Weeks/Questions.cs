using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>What is asked in a neighbourhood, in the words of who ask it.</summary>
public static class Questions
{
    private static readonly LocalTime TenOClock = new(10, 0);
    private static readonly LocalTime HalfPastOne = new(13, 30);

    public static readonly IReadOnlyList<Question> All =
    [
        new(HelpKind.Chore, "Wie zet mijn container aan de weg?", "De groene. Hij staat naast het huis.", 5, InDays: 2, new(8, 0)) { Readers = Readers.CircleOnly },
        new(HelpKind.Transport, "Naar de oogarts in het ziekenhuis", "Heen en terug. Ik loop met een stok.", 120, InDays: 3, HalfPastOne),
        new(HelpKind.Groceries, "Boodschappen meenemen van de supermarkt", "Het lijstje ligt klaar. Ik geef het geld mee.", 40, InDays: 1, TenOClock),
        new(HelpKind.Company, "Een keer samen kaarten", "Klaverjassen of rummikub, allebei goed.", 90) { Part = DayPart.Afternoon },
        new(HelpKind.LettersAndComputer, "Hulp bij een brief van de gemeente", "Ik begrijp niet wat ik moet invullen.", 45),
        new(HelpKind.Chore, "Een lamp vervangen op de overloop", "Het plafond is hoog. Er is een ladder.", 15),
        new(HelpKind.Walk, "Samen een rondje lopen", "Alleen durf ik niet meer zo goed.", 45, InDays: 2, TenOClock),
        new(HelpKind.Meal, "Een warme maaltijd deze week", "Mijn dochter is op vakantie.", 30, InDays: 2, new(17, 30)),
        new(HelpKind.Chore, "De gordijnrail zit los", "Er zijn vier schroeven uit. Ik heb nieuwe.", 30),
        new(HelpKind.LettersAndComputer, "Foto's op mijn telefoon krijgen", "Mijn kleinzoon stuurt ze, maar ik zie ze niet.", 45) { Part = DayPart.Morning },
        new(HelpKind.Transport, "Naar de verjaardag van mijn zus", "Vijf kilometer. Terug rijd ik met haar zoon mee.", 30, InDays: 5, HalfPastOne),
        new(HelpKind.Groceries, "Medicijnen ophalen bij de apotheek", "Ze liggen klaar onder mijn naam.", 20, InDays: 1),
        new(HelpKind.Company, "Iemand die koffie komt drinken", "Op donderdag is het hier zo stil.", 60, InDays: 4, TenOClock, Weeks: 6),
        new(HelpKind.Walk, "Mee naar de markt", "Ik kan de tas niet meer tillen.", 60, InDays: 4, new(9, 30)) { Readers = Readers.CircleOnly },
        new(HelpKind.Chore, "De heg aan de straatkant knippen", "Hij groeit over de stoep.", 60) { Part = DayPart.Afternoon },
        new(HelpKind.Other, "De hond uitlaten als ik naar de fysio ben", "Bo is lief en loopt rustig mee.", 30, InDays: 3, new(8, 30), Weeks: 3),
        new(HelpKind.LettersAndComputer, "Een afspraak maken op de computer", "Voor een nieuw rijbewijs. Het lukt mij niet.", 30),
        new(HelpKind.Meal, "Soep voor twee dagen", "Ik heb griep en kan niet koken.", 20, InDays: 1),
        new(HelpKind.Transport, "Naar de kapper in het dorp", "Een half uurtje. Wachten hoeft niet.", 30, InDays: 6, TenOClock),
        new(HelpKind.Chore, "Een kast in elkaar zetten", "Het pakket staat in de gang.", 90),
        new(HelpKind.Company, "Voorlezen uit de krant", "Mijn ogen worden minder.", 45, InDays: 3, new(10, 30), Weeks: 8),
        new(HelpKind.Groceries, "Zware dingen uit de winkel", "Drie kratten water en een zak aardappels.", 45, InDays: 3),
        new(HelpKind.Other, "Planten water geven, twee weken", "Ik ga naar het ziekenhuis voor mijn heup.", 15, InDays: 2, null, Weeks: 2),
        new(HelpKind.Chore, "De rookmelder piept", "Ik kan er niet bij.", 10, InDays: 1),
    ];
}
