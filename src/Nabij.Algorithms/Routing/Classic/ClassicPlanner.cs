using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>Runs the methods for the classic problem, on one thread or several.</summary>
internal static class ClassicPlanner
{
    private const ulong SeedStep = 0x9E37_79B9;

    /// <summary>
    /// Share of the budget for ruin and recreate, which gives the genetic search a good first individual.
    /// </summary>
    private const double StartShare = 0.02;
    private const double StartShareOfLarge = 0.1;
    private const int Large = 250;

    /// <summary>The best plan found; null when the start found no way to serve everyone.</summary>
    public static Plan? Solve(
        ClassicProblem problem,
        StopCriterion stop,
        PlannerOptions options,
        Action<Improvement>? progress,
        CancellationToken cancel
    )
    {
        var shared = new SharedBest(problem, progress);
        var nursery = new Nursery(problem);
        var threads = Math.Max(1, options.Threads);
        Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            thread => Search(problem, stop, options, thread, shared, nursery, cancel)
        );
        return shared.Best is { } best ? shared.ToPlan(best) : null;
    }

    private static void Search(
        ClassicProblem problem,
        StopCriterion stop,
        PlannerOptions options,
        int thread,
        SharedBest shared,
        Nursery nursery,
        CancellationToken cancel
    )
    {
        var random = new SeededRandom(unchecked(options.Seed + ((ulong)thread * SeedStep)));
        var run = new ClassicRun(stop, shared, cancel);
        var start = new RuinAndRecreate(problem, random);
        if (options.Method == Method.RuinAndRecreate)
        {
            start.Run(run, [], until: 1);
            return;
        }
        var founder = start.Run(run, [], problem.Count > Large ? StartShareOfLarge : StartShare);
        if (run.Best != null)
            new GeneticSearch(problem, run, nursery, random).Run(founder);
    }
}
