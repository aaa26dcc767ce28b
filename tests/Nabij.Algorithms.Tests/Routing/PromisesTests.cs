using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Classic;
using Nabij.Algorithms.Routing.Stopping;
using Rules = Nabij.Algorithms.Tests.Routing.RandomDays.Rules;

namespace Nabij.Algorithms.Tests.Routing;

public sealed class PromisesTests
{
    private const Rules Busy =
        Rules.Pairs | Rules.Breaks | Rules.Skills | Rules.TwoWindows | Rules.Setup | Rules.Priorities;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void The_same_seed_and_number_of_steps_give_the_same_plan(int seed)
    {
        var classic = new RandomDays(seed).Classic(40, 12);
        Assert.Equal(Written(Solve(classic)), Written(Solve(classic)));
        foreach (var rules in Enum.GetValues<Rules>().Append(Busy))
        {
            var rich = new RandomDays(seed).Rich(rules);
            Assert.Equal(Written(Solve(rich)), Written(Solve(rich)));
        }

        static Plan Solve(Problem problem) =>
            Planner.Solve(problem, new MaxIterations(300), new PlannerOptions { Seed = 11 });
    }

    [Fact]
    public void Cancelled_at_any_moment_there_is_a_plan_that_can_be_ridden()
    {
        foreach (var problem in new[] { new RandomDays(5).Classic(60, 20), new RandomDays(6).Rich(Busy) })
        {
            for (var moment = 0; moment < 12; moment++)
            {
                using var cancel = new CancellationTokenSource();
                var left = moment;
                if (left == 0)
                    cancel.Cancel();
                var plan = Planner.Solve(problem, new MaxIterations(200), progress: _ => Tick(), cancel: cancel.Token);
                Assert.Empty(PlanChecker.Check(problem, plan).Violations);

                void Tick()
                {
                    if (--left == 0)
                        cancel.Cancel();
                }
            }
        }
    }

    [Fact]
    public void Every_reported_plan_can_be_ridden_and_costs_what_is_said()
    {
        var problem = new RandomDays(8).Classic(50, 15);
        var last = long.MaxValue;
        Planner.Solve(
            problem,
            new MaxIterations(150),
            progress: better =>
            {
                var verdict = PlanChecker.Check(problem, better.Plan);
                Assert.Empty(verdict.Violations);
                Assert.Equal(better.Cost, verdict.TravelCost);
                Assert.True(better.Cost < last);
                last = better.Cost;
            }
        );
        Assert.True(last < long.MaxValue);
    }

    [Fact]
    public void Ruin_and_recreate_and_the_genetic_search_agree_on_a_day_of_thirty_stops()
    {
        var problem = new RandomDays(9).Classic(30, 10);
        Assert.Equal(CostBy(Method.Genetic, 600), CostBy(Method.RuinAndRecreate, 60_000));

        long CostBy(Method method, long steps)
        {
            var plan = Planner.Solve(problem, new MaxIterations(steps), new PlannerOptions { Method = method });
            var verdict = PlanChecker.Check(problem, plan);
            Assert.Empty(verdict.Violations);
            return verdict.TravelCost;
        }
    }

    [Fact]
    public void A_day_without_errands_is_a_day_at_home()
    {
        var day = new RandomDays(1).Rich(Rules.Breaks) with { Errands = [], Stops = [] };
        var plan = Planner.Solve(day, new MaxIterations(10));
        Assert.All(plan.Routes, route => Assert.Empty(route));
        Assert.Empty(PlanChecker.Check(day, plan).Violations);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_stop_or_two_are_planned_too(int stops)
    {
        var day = new RandomDays(2).Classic(stops, 2);
        var verdict = PlanChecker.Check(day, Planner.Solve(day, new MaxIterations(60)));
        Assert.Empty(verdict.Violations);
        Assert.Equal(0, verdict.Unserved);
    }

    [Fact]
    public void When_there_are_too_few_vehicles_as_many_as_possible_are_visited()
    {
        var day = new RandomDays(3).Classic(5, 1, capacity: 6);
        var verdict = PlanChecker.Check(day, Planner.Solve(day, new MaxIterations(2000)));
        Assert.Empty(verdict.Violations);
        Assert.InRange(verdict.Unserved, 1, 4);
        Assert.Equal(BruteForce.Best(day), BruteForce.Worth(day, verdict));
    }

    [Fact]
    public void Two_threads_give_a_plan_that_can_be_ridden()
    {
        var problem = new RandomDays(10).Classic(40, 12);
        var plan = Planner.Solve(problem, new MaxIterations(300), new PlannerOptions { Threads = 2 });
        Assert.Empty(PlanChecker.Check(problem, plan).Violations);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(14)]
    public void Two_threads_over_a_rich_day_give_the_same_plan_twice_and_none_worse_than_one_thread_does(int seed)
    {
        var problem = new RandomDays(seed).Rich(Busy);
        Assert.Equal(Written(By(2)), Written(By(2)));
        Assert.True(Worth(By(2)).CompareTo(Worth(By(1))) <= 0);

        Plan By(int threads) =>
            Planner.Solve(problem, new MaxIterations(40), new PlannerOptions { Threads = threads, Seed = 5 });

        (long, long, long) Worth(Plan plan) => BruteForce.Worth(problem, PlanChecker.Check(problem, plan));
    }

    [Fact]
    public void The_search_stops_when_nothing_improves_any_more()
    {
        var problem = new RandomDays(12).Classic(8, 4);
        var last = 0L;
        Planner.Solve(
            problem,
            new FirstOf(new NoImprovement(100), new MaxIterations(1_000_000)),
            progress: b => last = b.Iterations
        );
        Assert.InRange(last, 0, 100_000);
    }

    [Fact]
    public void A_move_of_the_local_search_allocates_nothing()
    {
        var problem = ClassicProblem.From(new RandomDays(7).Classic(120, 40))!;
        var search = new LocalSearch(problem, new Neighbourhood(problem, 30), new SeededRandom(1));
        var penalties = new PenaltyControl(problem).Current;
        int[][] routes = [.. Enumerable.Range(1, 120).Chunk(3)];
        search.Load(routes, penalties);
        search.Run(penalties, thorough: true);
        search.Load(routes, penalties);
        var (moves, before) = (search.Evaluations, GC.GetAllocatedBytesForCurrentThread());

        search.Run(penalties, thorough: true);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(search.Evaluations - moves > 10_000);
    }

    private static string Written(Plan plan) =>
        string.Join(';', plan.Routes.Select(r => string.Join(' ', r))) + '|' + string.Join(' ', plan.Unserved);
}
