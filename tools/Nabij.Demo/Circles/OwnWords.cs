namespace Nabij.Demo.Circles;

/// <summary>What people tell their neighbours of themselves.</summary>
public static class OwnWords
{
    public static readonly IReadOnlyList<string> All =
    [
        "Heeft altijd koffie.",
        "Kookt graag voor een ander.",
        "Werkt in de tuin, ook in die van jou.",
        "Wandelt elke ochtend met de hond.",
        "Kan goed luisteren.",
        "Heeft een ladder en een boormachine.",
        "Rijdt op dinsdag naar de markt.",
        "Speelt graag een potje rummikub.",
        "Is 's avonds thuis.",
        "Breit truien voor de kleinkinderen.",
        "Helpt met de telefoon en de computer.",
        "Woont hier sinds het begin.",
        "Past op als het nodig is.",
        "Houdt van zingen.",
        "Fietst graag een rondje.",
    ];
}
