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
            8,
            seed =>
            {
                var problem = new RandomDays(seed).Rich((Rules)rules);
                var plan = Planner.Solve(problem, new MaxIterations(3000));
                var verdict = PlanChecker.Check(problem, plan);
                Assert.Empty(verdict.Violations);
                Assert.Equal(BruteForce.Best(problem), BruteForce.Worth(problem, verdict));
            }
        );
    }

    [Fact]
    public void A_small_classic_day_is_planned_as_well_as_by_trying_everything()
    {
        For(
            10,
            seed =>
            {
                var problem = new RandomDays(seed).Classic(5, 3, capacity: 6);
                var best = BruteForce.Best(problem);
                if (best.Unserved > 0)
                    return;
                var plan = Planner.Solve(problem, new MaxIterations(150));
                var verdict = PlanChecker.Check(problem, plan);
                Assert.Empty(verdict.Violations);
                Assert.Equal(best, BruteForce.Worth(problem, verdict));
            }
        );
    }

    private static void For(int count, Action<int> test) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), test)
        );
}
