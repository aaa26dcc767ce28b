using Nabij.Algorithms.Routing.Classic;
using Nabij.Algorithms.Routing.Rich;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing;

/// <summary>Plans a day. The same problem, seed and number of iterations give the same plan.</summary>
public static class Planner
{
    /// <summary>The best plan found until the criterion is met or the token is cancelled.</summary>
    /// <param name="problem">What is to be planned.</param>
    /// <param name="stop">When to stop.</param>
    /// <param name="seed">Start of the random numbers.</param>
    /// <param name="progress">Called with every better plan, on the searching thread.</param>
    /// <param name="cancel">Stops early; the best plan so far is returned.</param>
    public static Plan Solve(
        Problem problem,
        StopCriterion stop,
        ulong seed,
        Action<Improvement>? progress = null,
        CancellationToken cancel = default
    )
    {
        if (ClassicProblem.From(problem) is not { } classic)
            return new RoundSearch(new RoundProblem(problem), new SeededRandom(seed)).Run(stop, progress, cancel);
        var run = new ClassicRun(classic, stop, progress, cancel);
        var random = new SeededRandom(seed);
        var e = Environment.GetEnvironmentVariable("RT_ENGINE") ?? "hgs";
        double V(string n, double d) => Environment.GetEnvironmentVariable(n) is { } x ? double.Parse(x, System.Globalization.CultureInfo.InvariantCulture) : d;
        if (e == "hgs")
            new GeneticSearch(classic, run, random).Run([]);
        else if (e == "sisr")
            new RuinAndRecreate(classic, random).Run(run, [], 1, V("RT_HOT", 100), V("RT_COLD", 1));
        return run.ToPlan(run.Best!);
    }
}
