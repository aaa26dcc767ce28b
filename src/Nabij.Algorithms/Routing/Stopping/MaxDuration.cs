using System.Diagnostics;

namespace Nabij.Algorithms.Routing.Stopping;

/// <summary>Ends after a time by the clock on the wall.</summary>
public sealed class MaxDuration : StopCriterion
{
    private readonly TimeSpan _limit;
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Counts from the begin of the search.</summary>
    public MaxDuration(TimeSpan limit) => _limit = limit;

    /// <inheritdoc/>
    public override int AskEvery => 16;

    /// <inheritdoc/>
    public override double ShareSpent(in SearchState state) =>
        _limit <= TimeSpan.Zero ? 1 : Stopwatch.GetElapsedTime(_start) / _limit;

    /// <inheritdoc/>
    public override StopCriterion Started() => new MaxDuration(_limit);
}
