using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>Numbers places as they lie on the map, so that what the search needs together lies together in
/// memory.</summary>
/// <remarks>G. M. Morton (1966), A computer oriented geodetic data base and a new technique in file
/// sequencing.</remarks>
internal sealed class MapOrder
{
    private readonly int[] _placeAt;
    private readonly int[] _positionOf;

    public MapOrder(CircleProblem problem)
    {
        var (left, bottom) = (problem.Places.Min(place => place.At.X), problem.Places.Min(place => place.At.Y));
        _placeAt =
        [
            .. Enumerable
                .Range(0, problem.Places.Length)
                .OrderBy(place => Code(problem.Places[place].At.X - left, problem.Places[place].At.Y - bottom)),
        ];
        _positionOf = new int[_placeAt.Length];
        for (var position = 0; position < _placeAt.Length; position++)
            _positionOf[_placeAt[position]] = position;
    }

    /// <summary>The same problem, its places in map order.</summary>
    public CircleProblem Ordered(CircleProblem problem) =>
        problem with
        {
            Places = [.. _placeAt.Select(place => problem.Places[place])],
            Existing = problem.Existing.IsEmpty ? [] : [.. _placeAt.Select(place => problem.Existing[place])],
            Walks = WalkingGraph.Of(_placeAt.Length, _placeAt.SelectMany(place => LinksOf(problem.Walks, place))),
        };

    /// <summary>The plan in the caller's numbers.</summary>
    public CirclePlan Named(CirclePlan plan) =>
        plan with
        {
            CircleOf = [.. _positionOf.Select(position => plan.CircleOf[position])],
            Circles =
            [
                .. plan.Circles.Select(circle =>
                    circle with
                    {
                        Middle = circle.Middle < 0 ? -1 : _placeAt[circle.Middle],
                    }
                ),
            ],
        };

    private IEnumerable<(int, int)> LinksOf(WalkingGraph walks, int place)
    {
        foreach (var next in walks.Of(place).ToArray())
            yield return (_positionOf[place], _positionOf[next]);
    }

    private static ulong Code(int across, int along) => Spread((uint)across) | (Spread((uint)along) << 1);

    /// <summary>The bits of a number, every other place left open.</summary>
    private static ulong Spread(uint number)
    {
        var spread = 0UL;
        for (var bit = 0; bit < 32; bit++)
            spread |= (ulong)(number >> bit & 1) << (2 * bit);
        return spread;
    }
}
