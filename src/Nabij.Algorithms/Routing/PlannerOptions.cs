namespace Nabij.Algorithms.Routing;

/// <summary>How a search goes about it.</summary>
public sealed record PlannerOptions
{
    /// <summary>Start of the random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Searches side by side. Genetic searches share one population, so that with more than one the plan
    /// follows not only from problem, seed and number of steps but also from the order in which the threads happen to
    /// run. Of ruin and recreate over everything else, which do not, the best is taken: the same steps, the same plan.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>By which method.</summary>
    public Method Method { get; init; } = Method.Automatic;
}

/// <summary>Methods of planning.</summary>
public enum Method
{
    /// <summary>What measures best for the problem at hand.</summary>
    Automatic,

    /// <summary>Hybrid genetic search; for like vehicles with one window per stop only.</summary>
    Genetic,

    /// <summary>Ruin and recreate.</summary>
    RuinAndRecreate,
}
