using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>
/// What Solomon's and Li and Lim's files share: like vehicles from one depot, and a row per place with its number, x,
/// y, demand, begin and end of its window, and service. Row 0 is the depot.
/// </summary>
internal sealed record PlaneInstance(string Name, int Vehicles, int Capacity, ImmutableArray<int[]> Rows)
{
    public const int Demand = 3;
    private const int From = 4;
    private const int Until = 5;
    private const int Service = 6;

    /// <summary>Reads the number of vehicles and their capacity.</summary>
    public static int[] ReadFleet(NumberLines lines)
    {
        var fleet =
            lines.NextNumbers(2) ?? throw new MalformedInputException(lines.Place, "number and capacity are missing");
        return fleet[0] >= 1 && fleet[1] >= 0
            ? fleet
            : throw new MalformedInputException(lines.Place, "at least one vehicle and a capacity are needed");
    }

    /// <summary>Reads all rows that are left.</summary>
    public static ImmutableArray<int[]> ReadRows(NumberLines lines, int columns, int atLeast)
    {
        var rows = ImmutableArray.CreateBuilder<int[]>();
        while (lines.NextNumbers(columns) is { } row)
        {
            if (row[0] != rows.Count)
                throw new MalformedInputException(lines.Place, $"number {rows.Count} expected, {row[0]} found");
            if (row[From] < 0 || row[From] > row[Until] || row[Service] < 0)
                throw new MalformedInputException(
                    lines.Place,
                    "a window that ends before it starts, or a time below 0"
                );
            rows.Add(row);
        }
        return rows.Count >= atLeast
            ? rows.ToImmutable()
            : throw new MalformedInputException(lines.Place, $"{atLeast} rows are the least, {rows.Count} found");
    }

    /// <summary>The problem that the rows and these errands make.</summary>
    public Problem ToProblem(Convention convention, Func<int[], StopKind> kind, IEnumerable<Errand> errands)
    {
        var scale = convention.Scale();
        TimeWindow Window(int[] row) => new(row[From] * scale, row[Until] * scale);
        Vehicle Ride(int index) =>
            new()
            {
                Id = index + 1,
                Start = 0,
                End = 0,
                Capacity = [Capacity],
                Shift = Window(Rows[0]),
                FixedCost = convention.FixedCost(),
            };
        Stop At(int[] row) =>
            new()
            {
                Id = row[0],
                Kind = kind(row),
                Location = row[0],
                Service = row[Service] * scale,
                Windows = [Window(row)],
            };
        return new Problem
        {
            Name = Name,
            Profiles = [convention.Matrix([.. Rows.Select(r => (r[1], r[2]))])],
            Vehicles = [.. Enumerable.Range(0, Vehicles).Select(Ride)],
            Stops = [.. Rows.Skip(1).Select(At)],
            Errands = [.. errands],
        };
    }
}
