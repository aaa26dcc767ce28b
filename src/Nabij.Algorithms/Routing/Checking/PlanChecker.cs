using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Checking;

/// <summary>
/// Says what a plan comes to and which rules it breaks, from the words of <see cref="Problem"/> alone: it shares no
/// code with
/// the planner and takes nothing from it but the order of the steps.
/// </summary>
public static class PlanChecker
{
    /// <exception cref="ArgumentException">The plan speaks of vehicles, stops or breaks that the problem does not
    /// have.</exception>
    public static Verdict Check(Problem problem, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Routes.Length != problem.Vehicles.Length)
            throw new ArgumentException(
                $"{plan.Routes.Length} routes for {problem.Vehicles.Length} vehicles",
                nameof(plan)
            );

        var violations = new List<Violation>();
        CheckServedOnce(problem, plan, violations);
        var routes = new List<RouteTimes>();
        long lateness = 0;
        var changes = 0;
        for (var v = 0; v < plan.Routes.Length; v++)
        {
            var route = new RouteCheck(problem, v, plan.Routes[v]);
            routes.Add(route.Run());
            violations.AddRange(route.Violations);
            lateness += route.Lateness;
            changes += route.ChangesOfOrder;
        }
        CheckTogether(problem, routes, violations);
        return new Verdict(
            [.. violations],
            routes.Sum(r => r.TravelCost),
            routes.Sum(r => (long)r.TravelTime),
            plan.Unserved.Sum(e => (long)problem.Errands[e].Priority),
            lateness,
            plan.Unserved.Length,
            routes.Count(r => r.Visits.Any(visit => !visit.Step.IsBreak)),
            changes,
            [.. routes]
        );
    }

    private static void CheckTogether(Problem problem, List<RouteTimes> routes, List<Violation> violations)
    {
        foreach (var joint in problem.Together)
        {
            var id = problem.Stops[problem.Errands[joint.First].First].Id;
            switch (VisitOf(problem, routes, joint.First), VisitOf(problem, routes, joint.Second))
            {
                case (null, null):
                    break;
                case ({ } first, { } second) when first.Vehicle != second.Vehicle:
                    var gap = second.Start - first.Start;
                    if (gap < joint.LeastGap || gap > joint.MostGap)
                        Add(first.Vehicle, $"the second comes {gap} after stop {id}");
                    break;
                case ({ } both, { }):
                    Add(both.Vehicle, $"stop {id} asks two, and one comes twice");
                    break;
                default:
                    Add(-1, $"stop {id} asks two, and one comes");
                    break;
            }
        }

        void Add(int vehicle, string words) => violations.Add(new Violation(Rule.Together, vehicle, words));
    }

    private static (int Vehicle, int Start)? VisitOf(Problem problem, List<RouteTimes> routes, int errand)
    {
        for (var v = 0; v < routes.Count; v++)
        {
            foreach (var visit in routes[v].Visits)
            {
                if (!visit.Step.IsBreak && visit.Step.Index == problem.Errands[errand].First)
                    return (v, visit.Start);
            }
        }
        return null;
    }

    private static void CheckServedOnce(Problem problem, Plan plan, List<Violation> violations)
    {
        var times = new int[problem.Stops.Length];
        foreach (var step in plan.Routes.SelectMany(r => r).Where(s => !s.IsBreak))
            times[step.Index]++;
        var unserved = new int[problem.Errands.Length];
        foreach (var errand in plan.Unserved)
            unserved[errand]++;
        for (var e = 0; e < problem.Errands.Length; e++)
        {
            var errand = problem.Errands[e];
            foreach (var stop in errand.IsPair ? new[] { errand.First, errand.Second } : [errand.First])
            {
                if (times[stop] + unserved[e] != 1)
                {
                    violations.Add(
                        new Violation(
                            Rule.Once,
                            -1,
                            $"stop {problem.Stops[stop].Id} is visited {times[stop]} times and left {unserved[e]} times"
                        )
                    );
                }
            }
        }
    }
}
