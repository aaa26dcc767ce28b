using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>Reads the text files of Solomon (1987) and of Gehring and Homberger (1999).</summary>
public static class SolomonReader
{
    private const int Columns = 7;

    /// <exception cref="MalformedInputException">The text is not such a file.</exception>
    public static Problem Read(string text, Convention convention)
    {
        var lines = new NumberLines(text);
        var name = lines.NextLine().ToUpperInvariant();
        lines.SkipPast("NUMBER");
        var fleet =
            lines.NextNumbers(2) ?? throw new MalformedInputException(lines.Place, "number and capacity are missing");
        lines.SkipPast("CUST ");
        var rows = new List<int[]>();
        while (lines.NextNumbers(Columns) is { } row)
        {
            if (row[0] != rows.Count)
                throw new MalformedInputException(lines.Place, $"customer {rows.Count} expected, {row[0]} found");
            if (row[3] < 0 || row[4] > row[5] || row[6] < 0)
                throw new MalformedInputException(
                    lines.Place,
                    "a demand below 0, a window that ends before it starts or a service below 0"
                );
            rows.Add(row);
        }
        if (rows.Count < 2)
            throw new MalformedInputException(lines.Place, "a depot and a customer are the least");
        if (fleet[0] < 1)
            throw new MalformedInputException("VEHICLE", "at least one is needed");
        return Compose(name, fleet[0], fleet[1], rows, convention);
    }

    private static Problem Compose(string name, int vehicles, int capacity, List<int[]> rows, Convention convention)
    {
        var scale = convention.Scale();
        TimeWindow Window(int[] row) => new(row[4] * scale, row[5] * scale);
        return new Problem
        {
            Name = name,
            Profiles = [convention.Matrix([.. rows.Select(r => (r[1], r[2]))])],
            Vehicles =
            [
                .. Enumerable
                    .Range(0, vehicles)
                    .Select(v => new Vehicle
                    {
                        Id = v + 1,
                        Start = 0,
                        End = 0,
                        Capacity = [capacity],
                        Shift = Window(rows[0]),
                        FixedCost = convention.FixedCost(),
                    }),
            ],
            Stops =
            [
                .. rows.Skip(1)
                    .Select(r => new Stop
                    {
                        Id = r[0],
                        Location = r[0],
                        Service = r[6] * scale,
                        Windows = [Window(r)],
                    }),
            ],
            Errands = [.. rows.Skip(1).Select((r, index) => new Errand { First = index, Delivered = [r[3]] })],
        };
    }
}
