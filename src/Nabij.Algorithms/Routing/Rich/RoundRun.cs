using System.Diagnostics;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>The budget of a search and the best plan it found.</summary>
internal sealed class RoundRun
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly StopCriterion _stop;
    private readonly Action<Improvement>? _progress;
    private readonly CancellationToken _cancel;
    private (long Priority, int Unserved, long Cost) _best = (long.MaxValue, 0, 0);
    private Plan? _plan;
    private long _iterations;
    private long _improved;
    private double _spent;

    public RoundRun(StopCriterion stop, Action<Improvement>? progress, CancellationToken cancel)
    {
        _stop = stop.Started();
        _progress = progress;
        _cancel = cancel;
        _spent = _stop.ShareSpent(default);
    }

    /// <summary>Share of the budget spent, as last asked.</summary>
    public double Spent => _cancel.IsCancellationRequested ? 1 : _spent;

    /// <summary>The best plan offered.</summary>
    public Plan Plan => _plan ?? throw new InvalidOperationException("no plan was offered");

    public void Step()
    {
        if (++_iterations % _stop.AskEvery == 0)
            _spent = _stop.ShareSpent(new SearchState(_iterations, _iterations - _improved));
    }

    /// <summary>Keeps a plan that is better than all before.</summary>
    public void Offer(in (long Priority, int Unserved, long Cost) layers, Func<Plan> plan)
    {
        if (layers.CompareTo(_best) >= 0)
            return;
        (_best, _plan, _improved) = (layers, plan(), _iterations);
        _progress?.Invoke(new Improvement(layers.Cost, Stopwatch.GetElapsedTime(_start), _iterations, _plan));
    }
}
