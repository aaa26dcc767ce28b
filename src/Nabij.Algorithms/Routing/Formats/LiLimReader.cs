using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>Reads the pick-up and delivery files of Li and Lim (2003).</summary>
public static class LiLimReader
{
    private const int Columns = 9;
    private const int PickedUpAt = 7;
    private const int DeliveredAt = 8;

    /// <exception cref="MalformedInputException">The text is not such a file.</exception>
    public static Problem Read(string name, string text, Convention convention)
    {
        var lines = new NumberLines(text);
        var fleet = PlaneInstance.ReadFleet(lines);
        var rows = PlaneInstance.ReadRows(lines, Columns, atLeast: 3);
        return new PlaneInstance(name, fleet[0], fleet[1], rows).ToProblem(
            convention,
            row => row[PlaneInstance.Demand] > 0 ? StopKind.Pickup : StopKind.Delivery,
            rows.Skip(1).Where(r => r[DeliveredAt] != 0).Select(r => Pair(r, rows))
        );
    }

    private static Errand Pair(int[] pickup, ImmutableArray<int[]> rows)
    {
        var delivery = pickup[DeliveredAt];
        if (
            delivery <= 0
            || delivery >= rows.Length
            || rows[delivery][PickedUpAt] != pickup[0]
            || rows[delivery][PlaneInstance.Demand] != -pickup[PlaneInstance.Demand]
        )
            throw new MalformedInputException($"task {pickup[0]}", $"task {delivery} is not its delivery");
        return new Errand
        {
            First = pickup[0] - 1,
            Second = delivery - 1,
            PickedUp = [pickup[PlaneInstance.Demand]],
        };
    }
}
