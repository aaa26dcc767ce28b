using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Stopping;
using Rules = Nabij.Algorithms.Tests.Routing.RandomDays.Rules;

namespace Nabij.Algorithms.Tests.Routing;

/// <summary>What a plan just keeps, it breaks when the day gets one unit stricter; and no day gets easier by it.</summary>
public sealed class StricterDaysTests
{
    private const Rules Everything = Rules.Pairs | Rules.Breaks | Rules.Setup | Rules.Priorities | Rules.OwnStartAndEnd;

    [Fact]
    public void One_unit_less_than_a_plan_needs_is_found_for_every_limit() =>
        For(
            40,
            seed =>
            {
                var day = new RandomDays(seed).Rich(Everything);
                var plan = Planner.Solve(day, new MaxIterations(40));
                var verdict = PlanChecker.Check(day, plan);
                Assert.Empty(verdict.Violations);
                foreach (var (rule, stricter) in JustTooStrict(day, plan, verdict))
                    Assert.Contains(PlanChecker.Check(stricter, plan).Violations, v => v.Rule == rule);
            }
        );

    [Fact]
    public void A_plan_that_breaks_a_rule_never_passes_on_a_stricter_day() =>
        For(
            150,
            seed =>
            {
                var random = new Random(seed);
                var day = new RandomDays(seed).Rich(Everything);
                var plan = Spoilt(day, Planner.Solve(day, new MaxIterations(10)), random);
                var stricter = day;
                for (var i = 0; i < 3; i++)
                    stricter = Stricter(stricter, random);
                if (PlanChecker.Check(day, plan).Violations.Length > 0)
                    Assert.NotEmpty(PlanChecker.Check(stricter, plan).Violations);
            }
        );

    private static IEnumerable<(Rule, Problem)> JustTooStrict(Problem day, Plan plan, Verdict verdict)
    {
        for (var v = 0; v < day.Vehicles.Length; v++)
        {
            var (vehicle, route) = (day.Vehicles[v], verdict.Routes[v]);
            if (route.Visits.IsEmpty)
                continue;
            var stops = plan.Routes[v].Where(s => !s.IsBreak).Select(s => s.Index).ToArray();
            yield return (Rule.Shift, With(v, x => x with { Shift = x.Shift with { Until = route.Arrival - 1 } }));
            yield return (Rule.MaxTasks, With(v, x => x with { MaxTasks = stops.Length - 1 }));
            if (route.TravelTime > 0)
                yield return (Rule.MaxTravelTime, With(v, x => x with { MaxTravelTime = route.TravelTime - 1 }));
            if (route.Distance > 0)
                yield return (Rule.MaxDistance, With(v, x => x with { MaxDistance = route.Distance - 1 }));
            yield return (Rule.Break, With(v, x => x with { Breaks = [.. x.Breaks, new Break(99, 1, [])] }));
            yield return (Rule.Committed, With(v, x => x with { Committed = [.. stops.Reverse(), stops[0]] }));
            var errand = day.Errands.First(e => e.First == stops[0] || e.Second == stops[0]);
            yield return (Rule.Skills, Asking(errand, e => e with { Skills = [123] }));
            yield return (Rule.Vehicle, Asking(errand, e => e with { OnlyVehicles = [1 - v] }));
            foreach (var visit in route.Visits.Where(x => !x.Step.IsBreak && x.Arrival > 0))
            {
                var closed = day.Stops[visit.Step.Index] with { Windows = [new(0, visit.Arrival - 1)] };
                yield return (Rule.Window, day with { Stops = day.Stops.SetItem(visit.Step.Index, closed) });
            }
        }
        foreach (var pair in day.Errands.Where(e => e.IsPair && !plan.Unserved.Contains(day.Errands.IndexOf(e))))
        {
            var visits = verdict.Routes.SelectMany(r => r.Visits).Where(v => !v.Step.IsBreak).ToArray();
            var onBoard =
                visits.Single(v => v.Step.Index == pair.Second).Start - visits.Single(v => v.Step.Index == pair.First).End;
            if (onBoard > 0)
                yield return (Rule.OnBoard, Asking(pair, e => e with { MaxOnBoard = onBoard - 1 }));
        }

        Problem With(int index, Func<Vehicle, Vehicle> change) =>
            day with
            {
                Vehicles = day.Vehicles.SetItem(index, change(day.Vehicles[index])),
            };
        Problem Asking(Errand errand, Func<Errand, Errand> change) =>
            day with
            {
                Errands = day.Errands.SetItem(day.Errands.IndexOf(errand), change(errand)),
            };
    }

    /// <summary>A limit that only takes away: nothing waits longer for it, so nothing becomes possible by it.</summary>
    private static Problem Stricter(Problem day, Random random)
    {
        var (v, e) = (random.Next(day.Vehicles.Length), random.Next(day.Errands.Length));
        var (vehicle, errand) = (day.Vehicles[v], day.Errands[e]);
        Problem Riding(Vehicle changed) => day with { Vehicles = day.Vehicles.SetItem(v, changed) };
        Problem Asking(Errand changed) => day with { Errands = day.Errands.SetItem(e, changed) };
        return random.Next(8) switch
        {
            0 => Riding(vehicle with { Shift = vehicle.Shift with { Until = vehicle.Shift.Until - random.Next(60) } }),
            1 => Riding(vehicle with { MaxTasks = random.Next(1, 4) }),
            2 => Riding(vehicle with { MaxTravelTime = random.Next(20, 120) }),
            3 => Riding(vehicle with { MaxDistance = random.Next(20, 120) }),
            4 => Riding(vehicle with { Capacity = [.. vehicle.Capacity.Select(c => random.Next(c + 1))] }),
            5 => Asking(errand with { Skills = [123] }),
            6 => Asking(errand with { OnlyVehicles = [random.Next(2)] }),
            _ => Asking(errand with { MaxOnBoard = Math.Min(errand.MaxOnBoard, random.Next(0, 30)) }),
        };
    }

    /// <summary>Two steps change places, or one goes to another vehicle, or one is forgotten.</summary>
    private static Plan Spoilt(Problem day, Plan plan, Random random)
    {
        var routes = plan.Routes.Select(r => r.ToList()).ToArray();
        var (from, to) = (routes[random.Next(routes.Length)], routes[random.Next(routes.Length)]);
        if (from.Count == 0)
            return plan with { Unserved = [.. plan.Unserved, random.Next(day.Errands.Length)] };
        var at = random.Next(from.Count);
        var step = from[at];
        from.RemoveAt(at);
        if (!step.IsBreak && random.Next(4) > 0)
            to.Insert(random.Next(to.Count + 1), step);
        return plan with { Routes = [.. routes.Select(r => r.ToImmutableArray())] };
    }

    private static void For(int count, Action<int> test) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), test)
        );
}
