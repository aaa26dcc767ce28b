using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>One thread's search: its budget, and the best it knows of.</summary>
internal sealed class ClassicRun(StopCriterion stop, SharedBest shared, CancellationToken cancel)
{
    private readonly StopCriterion _stop = stop.Started();
    private long _lastImprovement;
    private long _nextAsk;
    private double _spent;

    /// <summary>The best feasible individual of this thread.</summary>
    public Individual? Best { get; private set; }

    public long Iterations { get; private set; }

    /// <summary>Share of the budget spent, as last asked.</summary>
    public double Spent => cancel.IsCancellationRequested ? 1 : _spent;

    /// <summary>Counts a step; true when there is no other to be done.</summary>
    /// <param name="every">After how many steps the criterion is asked at the latest.</param>
    /// <param name="moves">Moves judged so far.</param>
    public bool Step(int every, long moves = 0)
    {
        Iterations++;
        if (Iterations >= _nextAsk)
        {
            _nextAsk = Iterations + Math.Min(every, _stop.AskEvery);
            _spent = _stop.ShareSpent(new SearchState(Iterations, Iterations - _lastImprovement, moves));
        }
        return Spent >= 1;
    }

    /// <summary>Keeps a feasible individual that is better than all before.</summary>
    public bool Offer(Individual individual)
    {
        if (!individual.IsFeasible || (Best != null && individual.Distance >= Best.Distance))
            return false;
        Best = individual;
        _lastImprovement = Iterations;
        shared.Offer(individual, Iterations);
        return true;
    }
}
