using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Districting;

/// <summary>A walking graph made from places and barriers, and what the barriers cut.</summary>
/// <param name="Walks">The graph.</param>
/// <param name="Cut">Neighbours that a barrier keeps apart.</param>
public sealed record Neighbouring(WalkingGraph Walks, ImmutableArray<CutLink> Cut)
{
    private const int Candidates = 16;

    /// <summary>Two places are neighbours when no third is nearer to the middle between them.</summary>
    /// <remarks>K. R. Gabriel, R. R. Sokal (1969), A new statistical approach to geographic variation analysis, among
    /// the nearest sixteen. Places at one spot hang from the first of them. What then is still apart is joined by its
    /// shortest links that cross no barrier (Borůvka); only barriers and empty land wider than
    /// <paramref name="farthest"/> leave separate parts.</remarks>
    /// <param name="spots">The places.</param>
    /// <param name="barriers">What cannot be crossed.</param>
    /// <param name="farthest">No link is longer than this, in decimetres.</param>
    public static Neighbouring Of(ImmutableArray<Spot> spots, ImmutableArray<WalkingBarrier> barriers, int farthest)
    {
        var first = spots
            .Select((spot, place) => (spot, place))
            .DistinctBy(one => one.spot)
            .ToDictionary(one => one.spot, one => one.place);
        int[] distinct = [.. first.Values.Order()];
        var tree = new KdTree([.. distinct.Select(place => spots[place])]);
        var (links, cut) = (new List<(int One, int Other)>(), ImmutableArray.CreateBuilder<CutLink>());
        for (var place = 0; place < spots.Length; place++)
            if (first[spots[place]] != place)
                links.Add((first[spots[place]], place));
        foreach (var (one, other) in Gabriel(tree, distinct, spots, farthest))
            if (BarrierBetween(spots[one], spots[other], barriers) is >= 0 and var barrier)
                cut.Add(new CutLink(one, other, barrier));
            else
                links.Add((one, other));
        while (Join(tree, distinct, spots, barriers, farthest, links)) { }
        return new Neighbouring(WalkingGraph.Of(spots.Length, links), cut.ToImmutable());
    }

    private static IEnumerable<(int One, int Other)> Gabriel(
        KdTree tree,
        int[] distinct,
        ImmutableArray<Spot> spots,
        int farthest
    )
    {
        var found = new Found[Candidates + 1];
        var between = new Found[3];
        for (var at = 0; at < distinct.Length; at++)
        {
            var one = spots[distinct[at]];
            var many = tree.Nearest(one, farthest, default(Anyone), found);
            for (var next = 0; next < many; next++)
            {
                var other = spots[distinct[found[next].Point]];
                if (found[next].Point > at && IsEmptyBetween(tree, one, other, between))
                    yield return (distinct[at], distinct[found[next].Point]);
            }
        }
    }

    /// <summary>No third place lies in the circle that has the two for its diameter, a decimetre of rounding left
    /// aside.</summary>
    private static bool IsEmptyBetween(KdTree tree, Spot one, Spot other, Found[] found)
    {
        var middle = new Spot((int)(((long)one.X + other.X) / 2), (int)(((long)one.Y + other.Y) / 2));
        return tree.Nearest(middle, Math.Max(0, (one.DistanceTo(other) / 2) - 1), default(Anyone), found) == 0;
    }

    private static int BarrierBetween(Spot one, Spot other, ImmutableArray<WalkingBarrier> barriers)
    {
        for (var barrier = 0; barrier < barriers.Length; barrier++)
            if (barriers[barrier].Cuts(one, other))
                return barrier;
        return -1;
    }

    /// <summary>Every part takes its shortest way to another part; false when none has one.</summary>
    private static bool Join(
        KdTree tree,
        int[] distinct,
        ImmutableArray<Spot> spots,
        ImmutableArray<WalkingBarrier> barriers,
        int farthest,
        List<(int, int)> links
    )
    {
        var (partOf, parts) = WalkingGraph.Of(spots.Length, links).Parts();
        if (parts == 1)
            return false;
        var shortest = new (long Square, int One, int Other)[parts];
        shortest.AsSpan().Fill((long.MaxValue, -1, -1));
        var found = new Found[8];
        foreach (var place in distinct)
        {
            var many = tree.Nearest(spots[place], farthest, new ElsewhereThan(partOf, distinct, partOf[place]), found);
            for (var next = 0; next < many && found[next].Measure < shortest[partOf[place]].Square; next++)
                if (
                    distinct[found[next].Point] is var other
                    && BarrierBetween(spots[place], spots[other], barriers) < 0
                )
                    shortest[partOf[place]] = (found[next].Measure, place, other);
        }
        links.AddRange(shortest.Where(way => way.One >= 0).Select(way => (way.One, way.Other)));
        return shortest.Any(way => way.One >= 0);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct ElsewhereThan(ImmutableArray<int> PartOf, int[] Places, int Part) : IAdmits
    {
        public bool Admits(int point) => PartOf[Places[point]] != Part;
    }
}
