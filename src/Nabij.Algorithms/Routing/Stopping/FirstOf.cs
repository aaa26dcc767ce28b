namespace Nabij.Algorithms.Routing.Stopping;

/// <summary>Ends as soon as one of several criteria does.</summary>
public sealed class FirstOf(params StopCriterion[] criteria) : StopCriterion
{
    /// <inheritdoc/>
    public override int AskEvery => criteria.Max(c => c.AskEvery);

    /// <inheritdoc/>
    public override double ShareSpent(in SearchState state)
    {
        var spent = 0.0;
        foreach (var criterion in criteria)
            spent = Math.Max(spent, criterion.ShareSpent(state));
        return spent;
    }

    /// <inheritdoc/>
    public override StopCriterion Started() => new FirstOf([.. criteria.Select(c => c.Started())]);
}
