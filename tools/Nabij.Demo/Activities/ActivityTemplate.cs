using System.Globalization;
using Nabij.Demo.Towns;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Demo.Activities;

/// <summary>A usual activity of a Dutch neighbourhood, as a line of the file has it.</summary>
public sealed record ActivityTemplate(string Title, Theme Theme, LocalTime Starts, int Minutes, int Cents, string Place, bool Accessible)
{
    private const string FileName = "activity_templates_nl.csv";

    public static IReadOnlyList<ActivityTemplate> ReadAll()
    {
        using var reader = new StreamReader(DataFile.Open(FileName));
        var all = new List<ActivityTemplate>();
        reader.ReadLine();
        while (reader.ReadLine()?.Split(',') is [var title, var kind, var part, var minutes, _, var euros, var place, var accessible])
            all.Add(new(title, ThemeOf(kind), StartOf(part), Number(minutes), CentsOf(euros), char.ToUpperInvariant(place[0]) + place[1..], accessible == "ja"));
        return all;
    }

    private static Theme ThemeOf(string kind) =>
        kind switch
        {
            "bewegen" => Theme.Move,
            "eten" => Theme.Eat,
            "creatief" => Theme.Make,
            "advies" or "leren" => Theme.Advice,
            _ => Theme.Meet,
        };

    private static LocalTime StartOf(string part) =>
        part switch
        {
            "ochtend" => new(9, 30),
            "middag" => new(13, 30),
            _ => new(19, 0),
        };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int CentsOf(string euros) => (int)(decimal.Parse(euros, CultureInfo.InvariantCulture) * 100);
}
