using System.Collections.Frozen;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Kernel.Time;

/// <summary>The three parts of the country whose schools go on holiday together.</summary>
public enum HolidayRegion
{
    North,
    Central,
    South,
}

public enum SchoolHoliday
{
    Autumn,
    Christmas,
    Spring,
    May,
    Summer,
}

/// <summary>A school holiday from its first Saturday to its last Sunday.</summary>
public sealed record SchoolHolidayPeriod(HolidayRegion Region, SchoolHoliday Holiday, LocalDate First, LocalDate Last)
{
    public bool Includes(LocalDate date) => First <= date && date <= Last;
}

/// <summary>
/// The school holidays as the ministry of education publishes them, carried along in <c>Files/school-holidays.csv</c>. The dates
/// of autumn and spring are its advice: a school may differ.
/// </summary>
public static class SchoolHolidays
{
    private static readonly Lazy<FrozenDictionary<HolidayRegion, SchoolHolidayPeriod[]>> Periods = new(() =>
        Read("school-holidays", row => new SchoolHolidayPeriod(Value<HolidayRegion>(row, 0), Value<SchoolHoliday>(row, 1), Date(row, 2), Date(row, 3)))
            .GroupBy(p => p.Region)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(p => p.First).ToArray())
    );
    private static readonly Lazy<FrozenDictionary<string, HolidayRegion>> Regions = new(() =>
        Read("holiday-regions", row => KeyValuePair.Create(row.GetString(0), Value<HolidayRegion>(row, 1)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>The region of a municipality by its name ('Stede Broec'); null for a name that is not one.</summary>
    public static HolidayRegion? RegionOf(string municipality) =>
        Regions.Value.TryGetValue(municipality.Trim(), out var region) ? region : null;

    /// <summary>All that are known, in order.</summary>
    public static IReadOnlyList<SchoolHolidayPeriod> In(HolidayRegion region) => Periods.Value[region];

    /// <summary>The holiday that this day falls in, or null.</summary>
    public static SchoolHoliday? On(LocalDate date, HolidayRegion region) =>
        Array.Find(Periods.Value[region], p => p.Includes(date))?.Holiday;

    /// <summary>The last day of which the holidays are known: what comes later cannot be promised.</summary>
    public static LocalDate KnownUntil(HolidayRegion region) => Periods.Value[region][^1].Last;

    private static List<T> Read<T>(string file, Func<CsvReader, T> row)
    {
        var resource = $"{typeof(SchoolHolidays).Namespace}.Files.{file}.csv";
        using var csv = CsvReader.Create(typeof(SchoolHolidays).Assembly.GetManifestResourceStream(resource)!, new() { Separator = ';' });
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(row(csv));
        return rows;
    }

    private static LocalDate Date(CsvReader row, int column) => LocalDatePattern.Iso.Parse(row.GetString(column)).Value;

    private static T Value<T>(CsvReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
}
