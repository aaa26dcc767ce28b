namespace Nabij.Algorithms.Routing.Formats;

/// <summary>Reads the pick-up and delivery files of Li and Lim (2003).</summary>
public static class LiLimReader
{
    private const int Columns = 9;

    /// <exception cref="MalformedInputException">The text is not such a file.</exception>
    public static Problem Read(string name, string text, Convention convention)
    {
        var lines = new NumberLines(text);
        var fleet =
            lines.NextNumbers(2) ?? throw new MalformedInputException(lines.Place, "number and capacity are missing");
        var rows = new List<int[]>();
        while (lines.NextNumbers(Columns) is { } row)
        {
            if (row[0] != rows.Count)
                throw new MalformedInputException(lines.Place, $"task {rows.Count} expected, {row[0]} found");
            if (row[4] > row[5] || row[6] < 0)
                throw new MalformedInputException(
                    lines.Place,
                    "a window that ends before it starts or a service below 0"
                );
            rows.Add(row);
        }
        if (rows.Count < 3 || fleet[0] < 1)
            throw new MalformedInputException(lines.Place, "a depot, a vehicle and a pair are the least");
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
                        Kind = r[3] > 0 ? StopKind.Pickup : StopKind.Delivery,
                        Location = r[0],
                        Service = r[6] * scale,
                        Windows = [Window(r)],
                    }),
            ],
            Errands = [.. rows.Skip(1).Where(r => r[8] != 0).Select(r => Pair(r, rows))],
        };
    }

    private static Errand Pair(int[] pickup, List<int[]> rows)
    {
        var delivery = pickup[8];
        if (
            delivery <= 0
            || delivery >= rows.Count
            || rows[delivery][7] != pickup[0]
            || rows[delivery][3] != -pickup[3]
        )
            throw new MalformedInputException($"task {pickup[0]}", $"task {delivery} is not its delivery");
        return new Errand
        {
            First = pickup[0] - 1,
            Second = delivery - 1,
            PickedUp = [pickup[3]],
        };
    }
}
