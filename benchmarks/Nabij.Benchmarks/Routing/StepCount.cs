using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Benchmarks.Routing;

/// <summary>Stops when another criterion does, and remembers how many steps and moves that were.</summary>
internal sealed class StepCount(StopCriterion inner) : StopCriterion
{
    private readonly List<StepCount> _threads = [];
    private SearchState _last;

    public override int AskEvery => inner.AskEvery;

    /// <summary>Ruins and generations of all threads.</summary>
    public long Iterations => Total(thread => thread._last.Iterations);

    /// <summary>Moves judged by all threads.</summary>
    public long Moves => Total(thread => thread._last.Moves);

    public override double ShareSpent(in SearchState state)
    {
        if (state.Iterations > 0)
            _last = state;
        return inner.ShareSpent(state);
    }

    public override StopCriterion Started()
    {
        var thread = new StepCount(inner.Started());
        lock (_threads)
            _threads.Add(thread);
        return thread;
    }

    private long Total(Func<StepCount, long> count)
    {
        lock (_threads)
            return _threads.Sum(count);
    }
}
