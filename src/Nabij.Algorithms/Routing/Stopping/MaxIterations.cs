namespace Nabij.Algorithms.Routing.Stopping;

/// <summary>Ends after a number of steps; with a seed this makes a run repeatable.</summary>
public sealed class MaxIterations(long limit) : StopCriterion
{
    /// <inheritdoc/>
    public override double ShareSpent(in SearchState state) => limit <= 0 ? 1 : (double)state.Iterations / limit;
}
