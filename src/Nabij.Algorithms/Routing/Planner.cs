using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Classic;
using Nabij.Algorithms.Routing.Rich;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing;

/// <summary>
/// Plans a day: a genetic search where the problem is the classic one of like vehicles and time windows, ruin and
/// recreate for
/// everything else. On one thread the same problem, seed and number of steps give the same plan.
/// </summary>
public static class Planner
{
    private const ulong SeedStep = 0x9E37_79B9;

    /// <summary>The best plan found until the criterion is met or the token is cancelled.</summary>
    /// <param name="problem">What is to be planned.</param>
    /// <param name="stop">When to stop.</param>
    /// <param name="options">Seed, threads and method.</param>
    /// <param name="progress">Called with every better plan, on a searching thread, by one at a time.</param>
    /// <param name="cancel">Stops early; the best plan so far is returned.</param>
    public static Plan Solve(
        Problem problem,
        StopCriterion stop,
        PlannerOptions? options = null,
        Action<Improvement>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(stop);
        options ??= new PlannerOptions();
        return
            ClassicProblem.From(problem) is { } classic
            && ClassicPlanner.Solve(classic, stop, options, progress, cancel) is { } plan
            ? plan
            : SolveRich(problem, stop, options, progress, cancel);
    }

    private static Plan SolveRich(
        Problem problem,
        StopCriterion stop,
        PlannerOptions options,
        Action<Improvement>? progress,
        CancellationToken cancel
    )
    {
        var plans = new Plan[Math.Max(1, options.Threads)];
        Parallel.For(
            0,
            plans.Length,
            new ParallelOptions { MaxDegreeOfParallelism = plans.Length },
            thread =>
            {
                var random = new SeededRandom(unchecked(options.Seed + ((ulong)thread * SeedStep)));
                plans[thread] = new RoundSearch(new RoundProblem(problem), random).Run(
                    stop,
                    thread == 0 ? progress : null,
                    cancel
                );
            }
        );
        return plans.Length == 1 ? plans[0] : plans.MinBy(plan => Layers(problem, PlanChecker.Check(problem, plan)))!;
    }

    private static (long, long, long) Layers(Problem problem, Verdict verdict) =>
        (verdict.PriorityLost, verdict.Unserved, verdict.TravelCost + (verdict.Lateness * problem.LatenessCost));
}
