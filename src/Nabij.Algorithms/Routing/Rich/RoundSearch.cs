using System.Collections.Immutable;
using System.Diagnostics;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// Ruin and recreate over everything a concierge's day can ask: since it needs nothing but 'does this fit here and what does it
/// add', every rule has one place (<see cref="RoundClock"/>, <see cref="Insertion"/>). After Christiaens and Vanden Berghe (2020),
/// with pairs and left errands as in Ropke and Pisinger (2006).
/// </summary>
internal sealed unsafe class RoundSearch
{
    /// <summary>Cost of a unit of lateness, where it is allowed.</summary>
    public const long LatenessPrice = 1000;

    /// <summary>Temperatures at begin and end, as shares of a mean ride.</summary>
    private const double Hot = 0.5;
    private const double Cold = 0.005;

    /// <summary>The long absent are tried in changed routes only, and now and then in all: a blink may have hidden a place.</summary>
    private const int FullRetryEvery = 32;
    private readonly RoundProblem _problem;
    private readonly RoundState _state;
    private readonly BreakPlacement _breaks;
    private readonly Ruin _ruin;
    private readonly Recreate _recreate;
    private readonly SeededRandom _random;

    public RoundSearch(RoundProblem problem, SeededRandom random)
    {
        (_problem, _random) = (problem, random);
        _state = new RoundState(problem);
        _breaks = new BreakPlacement(problem, _state, random);
        _ruin = new Ruin(problem, _state, _breaks, random);
        _recreate = new Recreate(problem, _state, new Insertion(problem, _state, random), random);
    }

    /// <summary>The best plan found until the criterion is met.</summary>
    public Plan Run(StopCriterion criterion, Action<Improvement>? progress, CancellationToken cancel)
    {
        var (start, stop) = (Stopwatch.GetTimestamp(), criterion.Started());
        Begin();
        var (best, plan) = (Layers(), ToPlan());
        progress?.Invoke(new Improvement(best.Cost, Stopwatch.GetElapsedTime(start), 0, plan));
        var (iteration, improved, spent) = (0L, 0L, stop.ShareSpent(default));
        while (spent < 1 && !cancel.IsCancellationRequested)
        {
            var temperature = _problem.MeanRideCost * Hot * Math.Pow(Cold / Hot, Math.Clamp(spent, 0, 1));
            if (Try(temperature) && Layers() is var layers && layers.CompareTo(best) < 0)
            {
                (best, plan, improved) = (layers, ToPlan(), iteration);
                progress?.Invoke(new Improvement(best.Cost, Stopwatch.GetElapsedTime(start), iteration, plan));
            }
            if (++iteration % stop.AskEvery == 0)
                spent = stop.ShareSpent(new SearchState(iteration, iteration - improved));
        }
        return plan;
    }

    /// <summary>One ruin and recreate; false when the result was not accepted and everything is as before.</summary>
    private bool Try(double temperature)
    {
        _state.Mark();
        var before = _state.Cost;
        var old = _random.Below(FullRetryEvery) == 0 ? 0 : _state.Absent.Count;
        _ruin.Run();
        _recreate.Run(old);
        if (_state.IsRideable() && _state.Cost < before - (temperature * Math.Log(_random.Fraction() + 1e-12)))
            return true;
        _state.Undo();
        return false;
    }

    private void Begin()
    {
        _state.Mark();
        foreach (var errand in _state.Absent)
            _state.Cost += _problem.Errands[errand].Price;
        for (var v = 0; v < _problem.VehicleCount; v++)
        {
            if (!_breaks.PlaceAll(v) || !_state.Totals(v).Rideable)
                Exclude(v);
        }
        _recreate.Run(0);
    }

    /// <summary>A vehicle whose pauses fit in no day gets no errands.</summary>
    private void Exclude(int vehicle)
    {
        for (var e = 0; e < _problem.ErrandCount; e++)
            _problem.Allowed[e] = Array.FindAll(_problem.Allowed[e], v => v != vehicle);
    }

    /// <summary>What counts, in its order: priority left, errands left, then the rest.</summary>
    private (long Priority, int Unserved, long Cost) Layers()
    {
        long priority = 0;
        long price = 0;
        foreach (var errand in _state.Absent)
        {
            priority += _problem.Errands[errand].Priority;
            price += _problem.Errands[errand].Price;
        }
        return (priority, _state.Absent.Count, _state.Cost - price);
    }

    private Plan ToPlan() =>
        new([.. Enumerable.Range(0, _problem.VehicleCount).Select(StepsOf)], [.. _state.Absent.Order()]);

    private ImmutableArray<PlanStep> StepsOf(int v)
    {
        var totals = _state.Totals(v);
        if (totals.Tasks == 0)
            return [];
        var route = new ReadOnlySpan<Step>(_state.Route(v) + 1, totals.Length);
        var ride = new RideSimulation(_problem);
        var held = _problem.MustRide && ride.Run(v, route);
        var steps = ImmutableArray.CreateBuilder<PlanStep>(route.Length);
        for (var at = 0; at < route.Length; at++)
        {
            steps.Add(
                route[at].IsBreak
                    ? PlanStep.AtBreak(route[at].Break - _problem.Vehicles[v].FirstBreak)
                    : PlanStep.AtStop(route[at].Code) with { NotBefore = held ? ride.NotBefore[at] : 0 }
            );
        }
        return steps.MoveToImmutable();
    }
}
