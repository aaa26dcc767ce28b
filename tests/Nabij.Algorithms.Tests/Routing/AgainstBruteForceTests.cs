using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Stopping;
using Rules = Nabij.Algorithms.Tests.Routing.RandomDays.Rules;

namespace Nabij.Algorithms.Tests.Routing;

public sealed class AgainstBruteForceTests
{
    public static TheoryData<int> EveryRule =>
        [
            .. Enum.GetValues<Rules>().Select(r => (int)r),
            (int)(
                Rules.Pairs
                | Rules.Breaks
                | Rules.Skills
                | Rules.TwoWindows
                | Rules.Setup
                | Rules.Priorities
                | Rules.Profiles
            ),
            (int)(Rules.Lateness | Rules.OnBoard | Rules.Breaks),
            (int)(Rules.FamiliarOrder | Rules.Balance | Rules.MaxTravelTime | Rules.Setup),
        ];

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void A_small_day_is_planned_as_well_as_by_trying_everything(int rules)
    {
        For(
            5,
            seed =>
            {
                var problem = new RandomDays(seed).Rich((Rules)rules);
                AsGoodAs(BruteForce.Best(problem), BestOfSeeds(problem, 1500));
            }
        );
    }

    [Fact]
    public void A_small_classic_day_is_planned_as_well_as_by_trying_everything()
    {
        For(
            6,
            seed =>
            {
                var problem = new RandomDays(seed).Classic(5, 3, capacity: 6);
                var best = BruteForce.Best(problem);
                if (best.Unserved > 0)
                    return;
                AsGoodAs(best, BestOfSeeds(problem, 1500)); // with 150, two days in a hundred were missed
            }
        );
    }

    /// <summary>
    /// Nobody unserved who need not be; and of time and distance hardly anything lost. One day in some thousands with vehicles that are dear to
    /// take out is planned a little worse, however long the search: day 121872 by 0.14 %.
    /// </summary>
    private static void AsGoodAs((long Priority, long Unserved, long Value) best, (long Priority, long Unserved, long Value) found)
    {
        Assert.Equal((best.Priority, best.Unserved), (found.Priority, found.Unserved));
        Assert.InRange(found.Value, best.Value, best.Value + (best.Value / 200));
    }

    /// <summary>The best of a few seeds: one short search may miss by a hair, all of them may not.</summary>
    private static (long Priority, long Unserved, long Value) BestOfSeeds(Problem problem, int steps)
    {
        var optimum = BruteForce.Best(problem);
        var best = (long.MaxValue, long.MaxValue, long.MaxValue);
        for (var seed = 1UL; seed <= 6 && best != optimum; seed++)
        {
            var plan = Planner.Solve(problem, new MaxIterations(steps), new PlannerOptions { Seed = seed });
            var verdict = PlanChecker.Check(problem, plan);
            Assert.Empty(verdict.Violations);
            var worth = BruteForce.Worth(problem, verdict);
            best = worth.CompareTo(best) < 0 ? worth : best;
        }
        return best;
    }

    private static void For(int count, Action<int> test) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), test)
        );
}
