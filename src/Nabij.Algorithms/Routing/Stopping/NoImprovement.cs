namespace Nabij.Algorithms.Routing.Stopping;

/// <summary>Ends when so many steps brought nothing better.</summary>
public sealed class NoImprovement(long steps) : StopCriterion
{
    /// <inheritdoc/>
    public override double ShareSpent(in SearchState state) => steps <= 0 ? 1 : (double)state.SinceImprovement / steps;
}
