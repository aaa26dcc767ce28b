using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>How a circle that grew too large could become two.</summary>
/// <param name="Leaving">The places that could start the new circle.</param>
/// <param name="WholeStreets">The streets that would leave with all their places in this circle.</param>
/// <param name="Stay">What stays.</param>
/// <param name="Leave">What leaves.</param>
public sealed record SplitProposal(
    ImmutableArray<int> Leaving,
    ImmutableArray<int> WholeStreets,
    Circle Stay,
    Circle Leave
);

/// <summary>Proposes a split along whole streets: 'circle 7 has 19, these two streets could start 7b'.</summary>
public static class CircleSplit
{
    private const int StreetsToTryAll = 14;

    /// <summary>Both halves connected, as near to their bounds as can be, then with the shortest distances.</summary>
    /// <returns>Null when the circle has no two parts: one place, or one street.</returns>
    public static SplitProposal? Propose(CircleProblem problem, ImmutableArray<int> circleOf, int circle, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(problem);
        int[] members = [.. Enumerable.Range(0, circleOf.Length).Where(place => circleOf[place] == circle)];
        var inner = Inner(problem, members);
        var units = Units(inner);
        var layout = new Layout(inner, 2);
        if (units.Count < 2)
            return null;
        if (units.Count <= StreetsToTryAll)
            TryAll(layout, units);
        else
            layout.Take(CircleSolver.Solve(inner, Stop.AfterMoves(200_000), seed).CircleOf.AsSpan());
        return Proposal(layout, members);
    }

    private static CircleProblem Inner(CircleProblem problem, int[] members)
    {
        var within = members.Select((place, at) => (place, at)).ToDictionary(pair => pair.place, pair => pair.at);
        var links = members.SelectMany(place =>
            problem.Walks.Of(place).ToArray().Where(within.ContainsKey).Select(next => (within[place], within[next]))
        );
        return problem with
        {
            Places = [.. members.Select(place => problem.Places[place])],
            Walks = WalkingGraph.Of(members.Length, links),
            Circles = 2,
            Existing = [],
        };
    }

    /// <summary>Connected stretches of one street; a place without a street is one by itself.</summary>
    private static List<int[]> Units(CircleProblem inner)
    {
        var (streets, _) = WalkingGraph
            .Of(
                inner.Places.Length,
                Enumerable
                    .Range(0, inner.Places.Length)
                    .SelectMany(place =>
                        inner
                            .Walks.Of(place)
                            .ToArray()
                            .Where(next =>
                                inner.Places[place].Street >= 0
                                && inner.Places[next].Street == inner.Places[place].Street
                            )
                            .Select(next => (place, next))
                    )
            )
            .Parts();
        return
        [
            .. Enumerable.Range(0, inner.Places.Length).GroupBy(place => streets[place]).Select(unit => unit.ToArray()),
        ];
    }

    private static void TryAll(Layout layout, List<int[]> units)
    {
        var (best, bestOf) = ((long.MaxValue, long.MaxValue), new int[layout.Places]);
        var tried = new int[layout.Places];
        // The first unit always stays: the mirror image is the same split.
        for (var choice = 2; choice < 1 << units.Count; choice += 2)
        {
            for (var unit = 0; unit < units.Count; unit++)
                foreach (var place in units[unit])
                    tried[place] = choice >> unit & 1;
            layout.Take(tried);
            var reached = (layout.Outside, layout.DistanceSum());
            if (!layout.IsConnected(0) || !layout.IsConnected(1) || reached.CompareTo(best) >= 0)
                continue;
            best = reached;
            tried.CopyTo(bestOf, 0);
        }
        layout.Take(bestOf);
    }

    /// <summary>The lighter half leaves.</summary>
    private static SplitProposal? Proposal(Layout layout, int[] members)
    {
        if (layout.Count[0] == 0 || layout.Count[1] == 0)
            return null;
        var leaves = layout.Size[1] <= layout.Size[0] ? 1 : 0;
        int[] leaving = [.. Enumerable.Range(0, layout.Places).Where(place => layout.CircleOf[place] == leaves)];
        var streets = leaving
            .Select(place => layout.Problem.Places[place].Street)
            .Where(street => street >= 0)
            .Distinct()
            .Where(street =>
                Enumerable
                    .Range(0, layout.Places)
                    .All(place => layout.Problem.Places[place].Street != street || layout.CircleOf[place] == leaves)
            );
        return new SplitProposal(
            [.. leaving.Select(place => members[place])],
            [.. streets.Order()],
            Named(layout.Figures(1 - leaves), members),
            Named(layout.Figures(leaves), members)
        );
    }

    private static Circle Named(Circle inner, int[] members) => inner with { Middle = members[inner.Middle] };
}
