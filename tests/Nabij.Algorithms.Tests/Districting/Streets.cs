using System.Collections.Immutable;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;

namespace Nabij.Algorithms.Tests.Districting;

/// <summary>Small neighbourhoods to divide.</summary>
internal static class Streets
{
    /// <summary>A row of houses ten metres apart, each counting for the seniors given.</summary>
    public static CircleProblem Row(int circles, params int[] seniors) =>
        new(
            [.. seniors.Select((count, house) => new CirclePlace(new Spot(house * 100, 0), Seniors: count))],
            WalkingGraph.Of(
                seniors.Length,
                Enumerable.Range(1, seniors.Length - 1).Select(house => (house - 1, house))
            ),
            circles
        );

    /// <summary>Houses anywhere, with a division into connected circles that is known to be within its
    /// bounds.</summary>
    public static CircleProblem WithKnownAnswer(Random random, int houses, int circles)
    {
        var spots = Spots(random, houses);
        var problem = new CircleProblem(
            [.. spots.Select(spot => new CirclePlace(spot, Seniors: random.Next(4), Helpers: random.Next(2)))],
            Neighbouring.Of(spots, [], 100_000).Walks,
            circles
        );
        var known = CircleSolver.Solve(problem, Stop.AfterMoves(1), random.Next());
        return problem with
        {
            Smallest = Math.Max(0, known.Circles.Min(circle => circle.Size) - 1),
            Largest = known.Circles.Max(circle => circle.Size) + 2,
        };
    }

    public static ImmutableArray<Spot> Spots(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Spot(random.Next(3000), random.Next(3000)))];

    public static bool IsConnected(CircleProblem problem, CirclePlan plan) =>
        CircleChecker
            .Check(problem, plan.CircleOf)
            .All(fault => fault.Kind is not (CircleFaultKind.NotConnected or CircleFaultKind.WrongShape));
}
