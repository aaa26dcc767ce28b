using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Checking;

/// <summary>Rides one route of a plan and writes down what happens.</summary>
internal sealed class RouteCheck(Problem problem, int vehicleIndex, ImmutableArray<PlanStep> steps)
{
    private readonly Vehicle _vehicle = problem.Vehicles[vehicleIndex];
    private readonly TravelMatrix _matrix = problem.Profiles[problem.Vehicles[vehicleIndex].Profile];
    private readonly List<Visit> _visits = [];
    private int _time;
    private int _place;
    private int _travelled;
    private int _distance;
    private long _cost;

    public List<Violation> Violations { get; } = [];

    public long Lateness { get; private set; }

    public int ChangesOfOrder { get; private set; }

    public RouteTimes Run()
    {
        if (steps.IsEmpty)
        {
            CheckCommitted([]);
            return new RouteTimes(_vehicle.Shift.From, [], _vehicle.Shift.From, 0, 0);
        }
        Ride();
        int[] stops = [.. steps.Where(s => !s.IsBreak).Select(s => s.Index)];
        if (_time > _vehicle.Shift.Until)
            Break(Rule.Shift, $"ends at {_time}, the shift at {_vehicle.Shift.Until}");
        if (stops.Length > _vehicle.MaxTasks)
            Break(Rule.MaxTasks, $"{stops.Length} stops, {_vehicle.MaxTasks} at most");
        if (_travelled > _vehicle.MaxTravelTime)
            Break(Rule.MaxTravelTime, $"rides {_travelled}, {_vehicle.MaxTravelTime} at most");
        if (_distance > _vehicle.MaxDistance)
            Break(Rule.MaxDistance, $"goes {_distance} far, {_vehicle.MaxDistance} at most");
        CheckErrands(stops);
        CheckLoad(stops);
        CheckBreaks();
        CheckCommitted(stops);
        CheckOrder(stops);
        var departure = _visits.Count > 0 && _vehicle.Start >= 0 ? _vehicle.Shift.From : _visits[0].Start;
        return new RouteTimes(
            departure,
            [.. _visits],
            _time,
            _travelled,
            _cost + (stops.Length > 0 ? _vehicle.FixedCost : 0),
            _distance
        );
    }

    /// <summary>
    /// A pause on the way starts when its window opens: what was ridden until then need not be ridden after it.
    /// </summary>
    private void Ride()
    {
        _time = _vehicle.Shift.From;
        _place = _vehicle.Start;
        var ridden = 0;
        foreach (var step in steps)
        {
            if (step.IsBreak)
            {
                var pause = _vehicle.Breaks[step.Index];
                var start = FirstStart(pause.Windows, Math.Max(_time, step.NotBefore));
                if (start is not { } begin)
                {
                    Break(Rule.Break, $"the pause {pause.Id} cannot start at {_time}");
                    begin = _time;
                }
                ridden += begin - _time;
                _visits.Add(new Visit(step, _time, begin, 0, pause.Service, _travelled));
                _time = begin + pause.Service;
                continue;
            }
            VisitStop(step, ridden);
            ridden = 0;
        }
        if (_vehicle.End >= 0)
            RideTo(_vehicle.End, ridden);
    }

    private void VisitStop(PlanStep step, int ridden)
    {
        var stop = problem.Stops[step.Index];
        var setup = stop.Location == _place ? 0 : stop.Setup;
        RideTo(stop.Location, ridden);
        var (arrival, start) = (_time, Math.Max(_time, step.NotBefore));
        if (!stop.Windows.IsEmpty)
        {
            if (FirstStart(stop.Windows, start) is { } within)
                start = within;
            else if (start <= stop.Windows[^1].Until + stop.LatenessAllowed)
                Lateness += start - stop.Windows[^1].Until;
            else
                Break(
                    Rule.Window,
                    $"stop {stop.Id} is reached at {start}, its last window closes at {stop.Windows[^1].Until}"
                );
        }
        _visits.Add(new Visit(step, arrival, start, setup, stop.Service, _travelled));
        _time = start + setup + stop.Service;
    }

    private void RideTo(int place, int ridden)
    {
        if (_place >= 0)
        {
            var ride = _matrix.Durations[(_place * _matrix.Size) + place];
            _cost += _matrix.Costs[(_place * _matrix.Size) + place];
            _travelled += ride;
            _distance += _matrix.Distances?[(_place * _matrix.Size) + place] ?? 0;
            _time += Math.Max(0, ride - ridden);
        }
        _place = place;
    }

    private static int? FirstStart(ImmutableArray<TimeWindow> windows, int time)
    {
        foreach (var window in windows)
        {
            if (time <= window.Until)
                return Math.Max(time, window.From);
        }
        return windows.IsEmpty ? time : null;
    }

    private void CheckErrands(int[] stops)
    {
        foreach (var errand in problem.Errands)
        {
            var at = Array.IndexOf(stops, errand.First);
            var end = errand.IsPair ? Array.IndexOf(stops, errand.Second) : at;
            if (at < 0 && end < 0)
                continue;
            var id = problem.Stops[errand.First].Id;
            if (at < 0 || end < at)
                Break(Rule.PickUpFirst, $"pair {id} is not picked up before it is delivered");
            if (!errand.Skills.All(_vehicle.Skills.Contains))
                Break(Rule.Skills, $"stop {id} asks skills that the vehicle does not have");
            if (!errand.OnlyVehicles.IsEmpty && !errand.OnlyVehicles.Contains(vehicleIndex))
                Break(Rule.Vehicle, $"stop {id} is meant for another vehicle");
            if (at >= 0 && end > at && OnBoard(errand) > errand.MaxOnBoard)
                Break(Rule.OnBoard, $"pair {id} is on board for {OnBoard(errand)}, {errand.MaxOnBoard} at most");
        }
    }

    private int OnBoard(Errand errand) =>
        _visits.First(v => !v.Step.IsBreak && v.Step.Index == errand.Second).Start
        - _visits.First(v => !v.Step.IsBreak && v.Step.Index == errand.First).End;

    private void CheckLoad(int[] stops)
    {
        var kinds = _vehicle.Breaks.Select(b => b.MaxLoad.Length).Append(_vehicle.Capacity.Length).Max();
        for (var kind = 0; kind < kinds; kind++)
        {
            var load = problem
                .Errands.Where(e => !e.IsPair && stops.Contains(e.First))
                .Sum(e => (long)Amount(e.Delivered, kind));
            var most = load;
            foreach (var step in steps)
            {
                if (step.IsBreak)
                    CheckLoadAtBreak(_vehicle.Breaks[step.Index], kind, load);
                else
                    load += ChangeOfLoad(step.Index, kind);
                most = Math.Max(most, load);
            }
            if (kind < _vehicle.Capacity.Length && most > _vehicle.Capacity[kind])
                Break(Rule.Capacity, $"{most} of load {kind} on board, {_vehicle.Capacity[kind]} fit");
        }
    }

    private void CheckLoadAtBreak(Break pause, int kind, long load)
    {
        if (kind < pause.MaxLoad.Length && load > pause.MaxLoad[kind])
            Break(
                Rule.LoadAtBreak,
                $"{load} of load {kind} on board during the pause {pause.Id}, {pause.MaxLoad[kind]} at most"
            );
    }

    private int ChangeOfLoad(int stop, int kind)
    {
        var errand = problem.Errands.First(e => e.First == stop || e.Second == stop);
        var taken = Amount(errand.PickedUp, kind);
        return !errand.IsPair ? taken - Amount(errand.Delivered, kind)
            : stop == errand.First ? taken
            : -taken;
    }

    private static int Amount(ImmutableArray<int> amounts, int kind) => kind < amounts.Length ? amounts[kind] : 0;

    private void CheckBreaks()
    {
        for (var b = 0; b < _vehicle.Breaks.Length; b++)
        {
            var taken = steps.Count(s => s.IsBreak && s.Index == b);
            if (taken != 1)
                Break(Rule.Break, $"the pause {_vehicle.Breaks[b].Id} is taken {taken} times");
        }
    }

    private void CheckCommitted(int[] stops)
    {
        if (!stops.Take(_vehicle.Committed.Length).SequenceEqual(_vehicle.Committed))
            Break(Rule.Committed, "what is done or promised does not come first, in its order");
    }

    private void CheckOrder(int[] stops)
    {
        int[] ranks = [.. stops.Select(s => _vehicle.FamiliarOrder.IndexOf(s)).Where(rank => rank >= 0)];
        ChangesOfOrder = ranks.Zip(ranks.Skip(1)).Count(pair => pair.Second < pair.First);
        if (_vehicle.CostOfChange == null && ChangesOfOrder > 0)
            Break(Rule.Order, $"the familiar order is left {ChangesOfOrder} times");
    }

    private void Break(Rule rule, string words) =>
        Violations.Add(new Violation(rule, vehicleIndex, $"vehicle {_vehicle.Id}: {words}"));
}
