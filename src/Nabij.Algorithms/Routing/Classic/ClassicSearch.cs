using System.Diagnostics;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>The best individual so far and the bookkeeping that every search on the classic problem shares.</summary>
internal sealed class ClassicRun(ClassicProblem problem, StopCriterion stop, Action<Improvement>? progress, CancellationToken cancel)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly StopCriterion _stop = stop.Started();
    private long _lastImprovement;
    private long _nextAsk;
    private double _spent;

    public Individual? Best { get; private set; }

    public long Iterations { get; private set; }

    /// <summary>Share of the budget spent, as last asked.</summary>
    public double Spent => cancel.IsCancellationRequested ? 1 : _spent;

    /// <summary>Counts a step; true when there is no other to be done.</summary>
    public bool Step(int every)
    {
        Iterations++;
        if (Iterations >= _nextAsk)
        {
            _nextAsk = Iterations + Math.Min(every, _stop.AskEvery);
            _spent = _stop.ShareSpent(new SearchState(Iterations, Iterations - _lastImprovement));
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
        progress?.Invoke(new Improvement(individual.Distance, Stopwatch.GetElapsedTime(_start), Iterations, ToPlan(individual)));
        return true;
    }

    public Plan ToPlan(Individual individual) =>
        Plan.OfStops(problem.Vehicles, [.. individual.Routes.Select(r => r.Select(c => problem.StopOfClient[c]).ToArray())]);
}
