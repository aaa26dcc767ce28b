using System.Collections.Immutable;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// Ruin and recreate over everything a concierge's day can ask: since it needs nothing but 'does this fit here and
/// what does it
/// add', every rule has one place (<see cref="RoundClock"/>, <see cref="Insertion"/>). After Christiaens and Vanden
/// Berghe (2020),
/// with pairs and left errands as in Ropke and Pisinger (2006).
/// </summary>
internal sealed unsafe class RoundSearch
{
    /// <summary>Temperatures at begin and end, as shares of a mean ride.</summary>
    private const double Hot = 0.5;
    private const double Cold = 0.005;

    /// <summary>
    /// Fleet reduction: from which fixed cost (in mean rides), for which share of the budget, how warm.
    /// </summary>
    private const double FleetMatters = 10;
    private const double FleetShare = 0.4;
    private const double FleetTemperature = 0.05;

    /// <summary>
    /// The long absent are tried in changed routes only, and now and then in all: a blink may have hidden a place.
    /// </summary>
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
        var run = new RoundRun(criterion, progress, cancel);
        Begin();
        run.Offer(Layers(), ToPlan);
        ReduceFleet(run);
        var from = run.Spent;
        while (run.Spent < 1 && _problem.ErrandCount > 0)
        {
            var share = Math.Clamp((run.Spent - from) / (1 - from), 0, 1);
            if (Try(_problem.MeanRideCost * Hot * Math.Pow(Cold / Hot, share)))
                run.Offer(Layers(), ToPlan);
            run.Step();
        }
        return run.Plan;
    }

    /// <summary>
    /// Where a vehicle costs more than riding does: route after route is given up, and who is left again and again
    /// gets dearer,
    /// until they fit with the others or the time for it is over (the fleet minimisation of Christiaens and Vanden
    /// Berghe).
    /// </summary>
    private void ReduceFleet(RoundRun run)
    {
        if (
            _state.Absent.Count > 0
            || !_problem.Source.Together.IsEmpty
            || _problem.Source.Vehicles.Min(v => v.FixedCost) < _problem.MeanRideCost * FleetMatters
        )
            return;
        var complete = ToPlan();
        var prices = Enumerable.Range(0, _problem.ErrandCount).Select(e => _problem.Errands[e].Price).ToArray();
        while (run.Spent < FleetShare)
        {
            if (_state.Absent.Count == 0)
            {
                complete = ToPlan();
                run.Offer(Layers(), ToPlan);
                if (!GiveUpRoute())
                    break;
            }
            Try(_problem.MeanRideCost * FleetTemperature);
            foreach (var errand in _state.Absent)
            {
                _problem.Errands[errand].Price += prices[errand] / 10;
                _state.Cost += prices[errand] / 10;
            }
            run.Step();
        }
        _state.Load(complete);
        for (var e = 0; e < _problem.ErrandCount; e++)
            _problem.Errands[e].Price = prices[e];
        for (var v = 0; v < _problem.VehicleCount; v++)
        {
            if (_state.Totals(v).Tasks == 0)
                _problem.Exclude(v);
            else
                _problem.Readmit(v);
        }
    }

    /// <summary>Empties the shortest route that nothing is promised in; false when there is none.</summary>
    private bool GiveUpRoute()
    {
        var shortest = Enumerable
            .Range(0, _problem.VehicleCount)
            .Where(v => _state.Totals(v) is { Tasks: > 0, Committed: 0 })
            .OrderBy(v => _state.Totals(v).Tasks)
            .FirstOrDefault(-1);
        if (shortest < 0)
            return false;
        for (var v = 0; v < _problem.VehicleCount; v++)
        {
            if (v == shortest || _state.Totals(v).Tasks == 0)
                _problem.Exclude(v);
        }
        _state.Mark();
        _state.Empty(shortest);
        return true;
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
                _problem.Exclude(v);
        }
        _recreate.Run(0);
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
        int Hold(int at) =>
            Math.Max(held ? ride.NotBefore[at] : 0, _problem.Agreements.StartOf(_state.Route(v)[at + 1].Code));
        var steps = ImmutableArray.CreateBuilder<PlanStep>(route.Length);
        for (var at = 0; at < route.Length; at++)
        {
            steps.Add(
                route[at].IsBreak
                    ? PlanStep.AtBreak(route[at].Break - _problem.Vehicles[v].FirstBreak)
                    : PlanStep.AtStop(route[at].Code) with
                    {
                        NotBefore = Hold(at),
                    }
            );
        }
        return steps.MoveToImmutable();
    }
}
