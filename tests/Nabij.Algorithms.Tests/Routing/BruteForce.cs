using System.Collections.Immutable;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;

namespace Nabij.Algorithms.Tests.Routing;

/// <summary>Tries every plan there is, by the checker's word alone.</summary>
internal sealed class BruteForce
{
    private readonly Problem _problem;

    private BruteForce(Problem problem) => _problem = problem;

    public static (long Priority, long Unserved, long Value) Best(Problem problem)
    {
        var search = new BruteForce(problem);
        var best = (long.MaxValue, long.MaxValue, long.MaxValue);
        search.Deal(0, [.. problem.Vehicles.Select(_ => new List<int>())], ref best);
        return best;
    }

    /// <summary>What a plan is worth, the layers in their order.</summary>
    public static (long Priority, long Unserved, long Value) Worth(Problem problem, Verdict verdict)
    {
        var value = verdict.TravelCost + (verdict.Lateness * 1000);
        for (var v = 0; v < problem.Vehicles.Length; v++)
        {
            var (vehicle, route) = (problem.Vehicles[v], verdict.Routes[v]);
            if (problem.Balance == 0 || route.Visits.IsEmpty)
                continue;
            long busy = route.TravelTime + route.Visits.Sum(visit => visit.Setup + visit.Duration);
            value += busy * busy * problem.Balance / (200L * (vehicle.Shift.Until - vehicle.Shift.From));
        }
        value += verdict.ChangesOfOrder * (problem.Vehicles[0].CostOfChange ?? 0);
        return (verdict.PriorityLost, verdict.Unserved, value);
    }

    private void Deal(int errand, List<int>[] hands, ref (long, long, long) best)
    {
        if (errand == _problem.Errands.Length)
        {
            Judge(hands, ref best);
            return;
        }
        foreach (var hand in hands)
        {
            hand.Add(errand);
            Deal(errand + 1, hands, ref best);
            hand.RemoveAt(hand.Count - 1);
        }
        Deal(errand + 1, hands, ref best);
    }

    /// <summary>Routes do not depend on each other, so the best of each vehicle makes the best of all.</summary>
    private void Judge(List<int>[] hands, ref (long, long, long) best)
    {
        long total = 0;
        for (var v = 0; v < hands.Length; v++)
        {
            var value = BestRoute(v, hands[v]);
            if (value == long.MaxValue)
                return;
            total += value;
        }
        var left = Enumerable.Range(0, _problem.Errands.Length).Where(e => !hands.Any(h => h.Contains(e))).ToArray();
        var worth = (left.Sum(e => (long)_problem.Errands[e].Priority), (long)left.Length, total);
        if (worth.CompareTo(best) < 0)
            best = worth;
    }

    private readonly Dictionary<(int, string), long> _known = [];

    private long BestRoute(int v, List<int> hand)
    {
        var key = (v, string.Join(',', hand));
        if (_known.TryGetValue(key, out var known))
            return known;
        var steps = hand.SelectMany(e =>
                _problem.Errands[e].IsPair
                    ? new[] { _problem.Errands[e].First, _problem.Errands[e].Second }
                    : [_problem.Errands[e].First]
            )
            .Select(PlanStep.AtStop)
            .Concat(hand.Count > 0 ? _problem.Vehicles[v].Breaks.Select((_, b) => PlanStep.AtBreak(b)) : [])
            .ToArray();
        var best = long.MaxValue;
        foreach (var order in Orders(steps))
        {
            foreach (var held in Holdings(order))
                best = Math.Min(best, ValueOf(v, hand, held));
        }
        return _known[key] = best;
    }

    private long ValueOf(int v, List<int> hand, ImmutableArray<PlanStep> route)
    {
        var routes = Enumerable.Range(0, _problem.Vehicles.Length).Select(i => i == v ? route : []).ToImmutableArray();
        ImmutableArray<int> left = [.. Enumerable.Range(0, _problem.Errands.Length).Except(hand)];
        var verdict = PlanChecker.Check(_problem, new Plan(routes, left));
        return verdict.Violations.All(x => x.Vehicle != v) ? Worth(_problem, verdict).Value : long.MaxValue;
    }

    /// <summary>The pick-up of a load that may not stay on board for long can be held back by any time.</summary>
    private IEnumerable<ImmutableArray<PlanStep>> Holdings(PlanStep[] order)
    {
        yield return [.. order];
        var limited = Array.FindIndex(
            order,
            s => !s.IsBreak && _problem.Errands.Any(e => e.First == s.Index && e.MaxOnBoard < int.MaxValue)
        );
        for (var hold = 1; limited >= 0 && hold < 220; hold++)
            yield return [.. order.Select((s, i) => i == limited ? s with { NotBefore = hold } : s)];
    }

    private static IEnumerable<PlanStep[]> Orders(PlanStep[] steps)
    {
        if (steps.Length == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = 0; i < steps.Length; i++)
        {
            foreach (var rest in Orders([.. steps[..i], .. steps[(i + 1)..]]))
                yield return [steps[i], .. rest];
        }
    }
}
