using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Checking;

/// <summary>
/// Why an errand is left: for every vehicle the rule that stands in the way. Found by putting the errand into the
/// plan at every
/// place and asking the checker, so that a reason is what the checker would say and nothing else.
/// </summary>
public static class UnservedReasons
{
    /// <summary>Per vehicle the rule that the best place still breaks, and that rule in words.</summary>
    public static ImmutableArray<Violation> Of(Problem problem, Plan plan, int errand)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Enumerable.Range(0, problem.Vehicles.Length).Select(v => Obstacle(problem, plan, errand, v))];
    }

    /// <summary>All reasons in one sentence.</summary>
    public static string InWords(Problem problem, Plan plan, int errand) =>
        string.Join(
            "; ",
            Of(problem, plan, errand)
                .GroupBy(v => Sentence(v.Rule), StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .Select(g => $"{g.Key} ({string.Join(", ", g.Select(v => problem.Vehicles[v.Vehicle].Id))})")
        );

    private static string Sentence(Rule rule) =>
        rule switch
        {
            Rule.Skills => "lacks a skill",
            Rule.Vehicle => "is not meant for it",
            Rule.Capacity => "has no room left",
            Rule.Window => "cannot be on time everywhere",
            Rule.Shift => "would be home too late",
            Rule.Break => "would miss the break",
            Rule.MaxTasks => "has enough stops",
            Rule.MaxTravelTime => "would ride too long",
            Rule.MaxDistance => "would go too far",
            Rule.LoadAtBreak => "would pause with too much on board",
            Rule.OnBoard => "would carry something for too long",
            Rule.Order => "would leave the familiar order",
            Rule.Together => "could come, but not with a second at the time",
            Rule.Committed => "would break a promise",
            _ => "could take it at a higher cost",
        };

    private static Violation Fits(Problem problem, int errand, int vehicle) =>
        problem.Together.Any(joint => joint.First == errand || joint.Second == errand)
            ? new Violation(Rule.Together, vehicle, "it fits, alone")
            : new Violation(Rule.Once, vehicle, "it fits");

    private static Violation Obstacle(Problem problem, Plan plan, int errand, int vehicle)
    {
        var always = new RouteCheck(problem, vehicle, [PlanStep.AtStop(problem.Errands[errand].First)]);
        always.Run();
        if (always.Violations.FirstOrDefault(v => v.Rule is Rule.Skills or Rule.Vehicle) is { } never)
            return never;
        var (fewest, obstacle) = (int.MaxValue, Fits(problem, errand, vehicle));
        foreach (var route in Insertions(problem, plan, errand, vehicle))
        {
            var check = new RouteCheck(problem, vehicle, route);
            check.Run();
            if (check.Violations.Count == 0)
                return Fits(problem, errand, vehicle);
            if (check.Violations.Count < fewest)
                (fewest, obstacle) = (check.Violations.Count, check.Violations[0]);
        }
        return obstacle;
    }

    /// <summary>
    /// The route with the errand at every place: a pair at most one step apart, which is where it hinders least.
    /// </summary>
    private static IEnumerable<ImmutableArray<PlanStep>> Insertions(Problem problem, Plan plan, int errand, int vehicle)
    {
        var unit = problem.Errands[errand];
        var route = plan.Routes[vehicle];
        if (route.IsEmpty)
            route = [.. problem.Vehicles[vehicle].Breaks.Select((_, b) => PlanStep.AtBreak(b))];
        for (var at = 0; at <= route.Length; at++)
        {
            var with = route.Insert(at, PlanStep.AtStop(unit.First));
            if (!unit.IsPair)
            {
                yield return with;
                continue;
            }
            for (var second = at + 1; second <= Math.Min(at + 2, with.Length); second++)
                yield return with.Insert(second, PlanStep.AtStop(unit.Second));
        }
    }
}
