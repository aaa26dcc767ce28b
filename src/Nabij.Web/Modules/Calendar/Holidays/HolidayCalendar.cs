using CsvHelper;
using Nabij.Modules.Calendar.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Calendar.Holidays;

/// <summary>All holidays that we know, read when first asked for.</summary>
public sealed class HolidayCalendar
{
    private const string Resource = "Files.schoolvakanties-2024-2030.csv";
    private const int FirstYear = 2020;
    private const int Years = 40;

    private readonly Lazy<FreeDays> known = new(() =>
        new(Enumerable.Range(FirstYear, Years).SelectMany(PublicHolidays.Of), ReadSchools())
    );

    public FreeDays Known => known.Value;

    private static Dictionary<SchoolRegion, IReadOnlyList<SchoolHoliday>> ReadSchools()
    {
        var resource = $"{typeof(HolidayCalendar).Namespace}.{Resource}";
        using var csv = CsvReader.Create(typeof(HolidayCalendar).Assembly.GetManifestResourceStream(resource)!, new() { Separator = ';' });
        var rows = new List<(SchoolRegion Region, SchoolHoliday Holiday)>();
        while (csv.Read())
            rows.Add((Enum.Parse<SchoolRegion>(csv.GetString(0)), new(Day(csv.GetString(1)), Day(csv.GetString(2)), csv.GetString(3))));
        return rows.GroupBy(r => r.Region)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<SchoolHoliday>)[.. g.Select(r => r.Holiday).OrderBy(h => h.First)]);
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
