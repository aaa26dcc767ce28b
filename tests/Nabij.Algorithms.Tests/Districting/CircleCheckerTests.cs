using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Districting;

namespace Nabij.Algorithms.Tests.Districting;

public class CircleCheckerTests
{
    private static readonly CircleProblem SixHouses = Streets.Row(2, 1, 1, 1, 1, 1, 1) with
    {
        Smallest = 2,
        Largest = 4,
    };

    [Theory]
    [InlineData(CircleFaultKind.WrongShape, 0, 0, 0, 1, 1)]
    [InlineData(CircleFaultKind.WrongShape, 0, 0, 0, 1, 1, -1)]
    [InlineData(CircleFaultKind.NotConnected, 0, 1, 0, 1, 1, 1)]
    [InlineData(CircleFaultKind.TooLarge, 0, 0, 0, 0, 0, 1)]
    [InlineData(CircleFaultKind.TooSmall, 0, 0, 0, 0, 0, 1)]
    [InlineData(CircleFaultKind.TooSmall, 0, 0, 0, 0, 0, 0)]
    [InlineData(CircleFaultKind.LacksHelpers, 0, 0, 0, 1, 1, 1)]
    public void Every_rule_broken_on_purpose_is_found(CircleFaultKind kind, params int[] circleOf)
    {
        var problem = SixHouses with { HelpersACircle = kind == CircleFaultKind.LacksHelpers ? 1 : 0 };

        Assert.Contains(kind, CircleChecker.Check(problem, [.. circleOf]).Select(fault => fault.Kind));
    }

    [Fact]
    public void What_is_right_has_no_faults() => Assert.Empty(CircleChecker.Check(SixHouses, [0, 0, 0, 1, 1, 1]));

    [Fact]
    public void A_place_thrown_into_a_circle_that_it_does_not_touch_is_always_found() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                var problem = Streets.WithKnownAnswer(random, 60, 5);
                var plan = CircleSolver.Solve(problem, Stop.AfterMoves(20_000), seed);
                var place = random.Next(60);
                var touched = problem
                    .Walks.Of(place)
                    .ToArray()
                    .Select(next => plan.CircleOf[next])
                    .Append(plan.CircleOf[place]);
                var far = Enumerable.Range(0, 5).Except(touched).DefaultIfEmpty(-1).First();
                var planted = plan.CircleOf.SetItem(place, Math.Max(far, 0));

                return (
                    far < 0
                    || CircleChecker
                        .Check(problem, planted)
                        .Any(fault => fault.Kind == CircleFaultKind.NotConnected && fault.Circle == far)
                ).Label($"seed {seed}");
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void Its_distance_is_the_solvers()
    {
        var problem = Streets.WithKnownAnswer(new Random(5), 80, 6) with { Distance = DistanceKind.Straight };

        var plan = CircleSolver.Solve(
            problem,
            Stop.AfterMoves(50_000),
            cancellation: TestContext.Current.CancellationToken
        );

        // The solver rounds each distance down to a decimetre.
        Assert.InRange(CircleChecker.MeanStraightDistance(problem, plan.CircleOf) - plan.MeanDistance, 0, 1);
    }
}
