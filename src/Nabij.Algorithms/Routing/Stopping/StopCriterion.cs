using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Stopping;

/// <summary>
/// When a search ends. It tells which share of its budget is spent, so that annealing can cool along with it whatever
/// the
/// budget is counted in.
/// </summary>
public abstract class StopCriterion
{
    /// <summary>How often a search should ask: a clock is dear, a counter is free.</summary>
    public virtual int AskEvery => 1;

    /// <summary>0 at the start, 1 or more when the search must end.</summary>
    public abstract double ShareSpent(in SearchState state);

    /// <summary>The same criterion, to be counted from now on by the calling thread.</summary>
    public virtual StopCriterion Started() => this;
}

/// <summary>How far a search is.</summary>
/// <param name="Iterations">Steps done: generations or ruins.</param>
/// <param name="SinceImprovement">Steps since the best plan was found.</param>
/// <param name="Moves">Moves that the local search of the genetic search has judged.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SearchState(long Iterations, long SinceImprovement, long Moves = 0);
