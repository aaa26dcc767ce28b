using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Demo.Circles;

/// <summary>Walks past the doors and draws a circle whenever a dozen neighbours are together.</summary>
public static class PlanCircles
{
    private const int Fewest = 9;
    private static readonly int[] Sizes = [12, 11, 14, 10, 13];

    private const int MostNeighbours = 3;
    private const double NearMetres = 900;

    public static List<PlannedCircle> Of(Neighbourhood place) => Of(place.Residents, place.Doors);

    public static List<PlannedCircle> Of(IReadOnlyList<Resident> residents, IReadOnlyList<Address> doors)
    {
        var livingAt = residents.ToLookup(r => r.Home.Id);
        var circles = new List<PlannedCircle>();
        foreach (var buurt in doors.GroupBy(d => d.BuurtCode, StringComparer.Ordinal))
        {
            var circle = new PlannedCircle([], []);
            foreach (var door in buurt)
            {
                circle = new([.. circle.Doors, door], [.. circle.Members, .. livingAt[door.Id]]);
                if (circle.Members.Count < Sizes[circles.Count % Sizes.Length])
                    continue;
                circles.Add(circle);
                circle = new([], []);
            }
            if (circle.Members.Count >= Fewest)
                circles.Add(circle);
        }
        return circles;
    }

    /// <summary>The circles next to each: the nearest few, and those that have it among their nearest.</summary>
    public static ILookup<CircleId, CircleId> NextToEachOther(IReadOnlyList<PlannedCircle> circles) =>
        circles
            .SelectMany(circle =>
                circles
                    .Where(other => other != circle && other.Middle.MetresTo(circle.Middle) < NearMetres)
                    .OrderBy(other => other.Middle.MetresTo(circle.Middle))
                    .Take(MostNeighbours)
                    .Select(other => (One: circle.Id, Other: other.Id))
            )
            .SelectMany(pair => new[] { pair, (pair.Other, pair.One) })
            .Distinct()
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
}
