using System.Collections.Immutable;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Formats;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Tests.Routing;

/// <summary>Two concierges at one door: to lift meneer De Boer together, or one a while before the other.</summary>
public sealed class TogetherTests
{
    private const int Latest = 130;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 30)]
    [InlineData(10, 12, 0)]
    [InlineData(10, 12, 30)]
    public void A_small_day_with_two_at_one_door_is_planned_as_well_as_by_trying_everything(
        int least,
        int most,
        int lateness
    )
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var day = Day(seed, least, most, lateness);
            var optimum = ByTryingEverything(day);
            var best = Enumerable.Range(1, 6).Select(s => Worth(day, Solved(day, (ulong)s))).Min();
            Assert.True(best == optimum, $"seed {seed}: {best} for {optimum}");
        }
    }

    [Fact]
    public void Two_who_lift_meneer_De_Boer_begin_at_the_same_moment()
    {
        var day = Day(3, 0, 0, 100) with { Errands = [.. Day(3, 0, 0, 100).Errands.Select(e => e with { Priority = 9 })] };
        var verdict = PlanChecker.Check(day, Solved(day, 1));
        Assert.Empty(verdict.Violations);
        Assert.Equal(0, verdict.Unserved);
        Assert.Equal(StartOf(verdict, 0), StartOf(verdict, 1));
    }

    [Theory]
    [InlineData("one comes")]
    [InlineData("one comes twice")]
    [InlineData("the second comes")]
    public void A_plan_that_leaves_one_alone_is_found(string words)
    {
        var day = Day(3, 0, 0, 1000);
        day = day with { Errands = [.. day.Errands.Select(e => e with { OnlyVehicles = [] })] };
        var plan = words switch
        {
            "one comes" => new Plan([[PlanStep.AtStop(0)], []], [1, 2, 3]),
            "one comes twice" => new Plan([[PlanStep.AtStop(0), PlanStep.AtStop(1)], []], [2, 3]),
            _ => new Plan([[PlanStep.AtStop(0)], [PlanStep.AtStop(1) with { NotBefore = Latest }]], [2, 3]),
        };
        var violation = Assert.Single(PlanChecker.Check(day, plan).Violations, v => v.Rule == Rule.Together);
        Assert.Contains(words, violation.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_would_have_to_do_and_only_one_can_says_so()
    {
        var day = Day(3, 0, 0, 1000);
        day = day with
        {
            Errands = [.. day.Errands.Select((e, i) => i < 2 ? e with { OnlyVehicles = [0], Skills = [] } : e)],
        };
        var plan = Solved(day, 1);
        Assert.Contains(0, plan.Unserved);
        Assert.Contains(1, plan.Unserved);
        Assert.Contains("not with a second", UnservedReasons.InWords(day, plan, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_together_are_read_from_vrooms_format_and_refused_with_their_place()
    {
        const string Morning = """
            {"vehicles": [{"id": 1, "start_index": 0}, {"id": 2, "start_index": 0}],
             "jobs": [{"id": 7, "location_index": 1}, {"id": 8, "location_index": 1}],
             "together": [{"first": {"id": 7}, "second": {"id": 8}, "min_gap": 5, "max_gap": 9}],
             "matrices": {"car": {"durations": [[0, 4], [4, 0]]}}}
            """;
        var problem = VroomReader.Read(Morning);
        Assert.Equal(new JointVisit(0, 1, 5, 9), Assert.Single(problem.Together));
        Assert.Empty(PlanChecker.Check(problem, Solved(problem, 1)).Violations);
        Assert.Equal("together[0].max_gap", Refused("\"max_gap\": 9", "\"max_gap\": 4"));
        Assert.Equal("together[0].second", Refused("{\"id\": 8}, \"min", "{\"id\": 9}, \"min"));

        string Refused(string good, string bad) =>
            Assert
                .Throws<MalformedInputException>(() =>
                    VroomReader.Read(Morning.Replace(good, bad, StringComparison.Ordinal))
                )
                .Place;
    }

    private static Plan Solved(Problem day, ulong seed) =>
        Planner.Solve(day, new MaxIterations(600), new PlannerOptions { Seed = seed });

    private static int StartOf(Verdict verdict, int stop) =>
        verdict.Routes.SelectMany(r => r.Visits).Single(v => v.Step.Index == stop).Start;

    /// <summary>Two concierges, two errands that belong together, and two more.</summary>
    private static Problem Day(int seed, int least, int most, int lateness)
    {
        var random = new Random(seed);
        var at = Enumerable.Range(0, 4).Select(_ => (X: random.Next(30), Y: random.Next(30))).ToArray();
        int[] matrix = [.. at.SelectMany(a => at.Select(b => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y)))];
        return new Problem
        {
            LatenessCost = 3,
            Profiles = [new TravelMatrix("foot", 4, matrix, matrix)],
            Vehicles =
            [
                .. Enumerable
                    .Range(0, 2)
                    .Select(v => new Vehicle
                    {
                        Id = v + 1,
                        Start = 0,
                        End = 0,
                        Skills = [v],
                        Shift = new(0, Latest + 40),
                    }),
            ],
            Stops =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(s =>
                    {
                        var from = random.Next(10, 80);
                        return new Nabij.Algorithms.Routing.Stop
                        {
                            Id = s + 1,
                            Location = Math.Max(1, s),
                            Service = random.Next(3, 12),
                            Windows = [new(from, Math.Min(Latest - lateness, from + random.Next(5, 60)))],
                            LatenessAllowed = lateness,
                        };
                    }),
            ],
            Errands =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(e => new Errand { First = e, Skills = e < 2 && random.Next(2) == 0 ? [e] : [] }),
            ],
            Together = [new JointVisit(0, 1, least, most)],
        };
    }

    private static (long, long, long) Worth(Problem day, Plan plan)
    {
        var verdict = PlanChecker.Check(day, plan);
        Assert.Empty(verdict.Violations);
        return Worth(day, verdict);
    }

    private static (long, long, long) Worth(Problem day, Verdict verdict) =>
        (verdict.PriorityLost, verdict.Unserved, verdict.TravelCost + (verdict.Lateness * day.LatenessCost));

    /// <summary>
    /// Every way to deal out the errands, every order, and every moment at which the two could come, by the checker's
    /// word alone.
    /// </summary>
    private static (long, long, long) ByTryingEverything(Problem day)
    {
        var best = (long.MaxValue, long.MaxValue, long.MaxValue);
        for (var deal = 0; deal < 81; deal++)
        {
            int[] hand = [deal % 3, deal / 3 % 3, deal / 9 % 3, deal / 27];
            if (hand[0] == 2 != (hand[1] == 2))
                continue;
            int[] Of(int vehicle) => [.. Enumerable.Range(0, 4).Where(e => hand[e] == vehicle)];
            foreach (var one in Orders(Of(0)))
            {
                foreach (var other in Orders(Of(1)))
                    Try(one, other, Of(2));
            }
        }
        return best;

        void Try(int[] one, int[] other, int[] left)
        {
            for (var first = 0; first <= (left.Contains(0) ? 0 : Latest); first++)
            {
                for (var gap = day.Together[0].LeastGap; gap <= day.Together[0].MostGap; gap++)
                {
                    ImmutableArray<PlanStep> Held(int[] route) =>
                        [
                            .. route.Select(s =>
                                PlanStep.AtStop(s) with
                                {
                                    NotBefore =
                                        s == 0 ? first
                                        : s == 1 ? first + gap
                                        : 0,
                                }
                            ),
                        ];
                    var verdict = PlanChecker.Check(day, new Plan([Held(one), Held(other)], [.. left]));
                    if (verdict.IsFeasible && Worth(day, verdict).CompareTo(best) < 0)
                        best = Worth(day, verdict);
                }
            }
        }
    }

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0
            ? [[]]
            : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
