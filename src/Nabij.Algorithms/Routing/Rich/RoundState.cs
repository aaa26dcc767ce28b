using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>All routes as they stand, who is left, what it costs; touched routes can be put back as they were.</summary>
internal sealed unsafe class RoundState
{
    private readonly RoundProblem _problem;
    private readonly RideSimulation _ride;
    private readonly Step[] _memory;
    private readonly Step[] _backup;
    private readonly Step* _steps;
    private readonly RouteTotals[] _totals;
    private readonly RouteTotals[] _totalsBackup;
    private readonly int[] _touched;
    private readonly bool[] _isTouched;
    private readonly List<int> _absentBackup = [];
    private long _costBackup;
    private int _touchedCount;

    public RoundState(RoundProblem problem)
    {
        _problem = problem;
        _ride = new RideSimulation(problem);
        _memory = GC.AllocateArray<Step>(problem.VehicleCount * problem.StepsAtMost, pinned: true);
        _backup = new Step[_memory.Length];
        _steps = (Step*)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _totals = new RouteTotals[problem.VehicleCount];
        _totalsBackup = new RouteTotals[problem.VehicleCount];
        _touched = new int[problem.VehicleCount];
        _isTouched = new bool[problem.VehicleCount];
        RouteOf = new int[problem.ErrandCount];
        Fixed = new bool[problem.ErrandCount];
        Begin();
    }

    /// <summary>Vehicle of each errand, -1 for none.</summary>
    public int[] RouteOf { get; }

    /// <summary>Errands that stay where they are: done or promised.</summary>
    public bool[] Fixed { get; }

    /// <summary>Errands that nobody serves.</summary>
    public List<int> Absent { get; } = [];

    /// <summary>What is weighed while searching: travel, fixed costs, balance, order, lateness and the price of the absent.</summary>
    public long Cost { get; set; }

    public int TouchedCount => _touchedCount;

    public Step* Route(int vehicle) => _steps + (vehicle * _problem.StepsAtMost);

    public ref RouteTotals Totals(int vehicle) => ref _totals[vehicle];

    /// <summary>Whether all routes that changed keep all limits.</summary>
    public bool IsRideable()
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            if (!_totals[_touched[i]].Rideable)
                return false;
        }
        return true;
    }

    public bool IsTouched(int vehicle) => _isTouched[vehicle];

    /// <summary>Routes with nothing but what is done or promised.</summary>
    private void Begin()
    {
        Array.Fill(RouteOf, -1);
        for (var v = 0; v < _problem.VehicleCount; v++)
        {
            var route = Route(v);
            var at = 1;
            foreach (var stop in _problem.Source.Vehicles[v].Committed)
            {
                route[at++].Code = stop;
                RouteOf[_problem.Stops[stop].Errand] = v;
                Fixed[_problem.Stops[stop].Errand] = true;
            }
            var committed = at - 1;
            at = AddOpenDeliveries(v, at);
            route[0].Code = Step.End;
            route[at].Code = Step.End;
            _totals[v] = new RouteTotals { Length = at - 1, Committed = committed };
            Refresh(v);
        }
        for (var e = 0; e < _problem.ErrandCount; e++)
        {
            if (RouteOf[e] < 0)
                Absent.Add(e);
        }
    }

    /// <summary>What is on board already is brought first of all that is not promised.</summary>
    private int AddOpenDeliveries(int vehicle, int at)
    {
        var committed = _problem.Source.Vehicles[vehicle].Committed;
        foreach (var stop in committed)
        {
            var errand = _problem.Errands[_problem.Stops[stop].Errand];
            if (errand.First == stop && errand.Second >= 0 && !committed.Contains(errand.Second))
                Route(vehicle)[at++].Code = errand.Second;
        }
        return at;
    }

    /// <summary>Takes over a plan that serves everyone.</summary>
    public void Load(Plan plan)
    {
        foreach (var errand in Absent)
            Cost -= _problem.Errands[errand].Price;
        Absent.Clear();
        for (var v = 0; v < _problem.VehicleCount; v++)
        {
            var route = Route(v);
            var steps = plan.Routes[v];
            for (var at = 0; at < steps.Length; at++)
            {
                var step = steps[at];
                route[at + 1].Code = step.IsBreak ? ~(_problem.Vehicles[v].FirstBreak + step.Index) : step.Index;
                if (!step.IsBreak)
                    RouteOf[_problem.Stops[step.Index].Errand] = v;
            }
            route[steps.Length + 1].Code = Step.End;
            _totals[v].Length = steps.Length;
            Refresh(v);
        }
    }

    /// <summary>Takes all errands out of a route.</summary>
    public void Empty(int vehicle)
    {
        for (var e = 0; e < _problem.ErrandCount; e++)
        {
            if (RouteOf[e] != vehicle)
                continue;
            RouteOf[e] = -1;
            Absent.Add(e);
            Cost += _problem.Errands[e].Price;
        }
        RemoveWhere(vehicle, code => code >= 0);
        Refresh(vehicle);
    }

    /// <summary>From here on everything can be undone.</summary>
    public void Mark()
    {
        for (var i = 0; i < _touchedCount; i++)
            _isTouched[_touched[i]] = false;
        _touchedCount = 0;
        _costBackup = Cost;
        _absentBackup.Clear();
        _absentBackup.AddRange(Absent);
    }

    public void Undo()
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            var v = _touched[i];
            _totals[v] = _totalsBackup[v];
            var from = v * _problem.StepsAtMost;
            _backup.AsSpan(from, _totals[v].Length + 2).CopyTo(_memory.AsSpan(from));
            var route = Route(v);
            for (var at = 1; at <= _totals[v].Length; at++)
            {
                if (route[at].IsStop)
                    RouteOf[_problem.Stops[route[at].Code].Errand] = v;
            }
        }
        Absent.Clear();
        Absent.AddRange(_absentBackup);
        foreach (var errand in Absent)
            RouteOf[errand] = -1;
        Cost = _costBackup;
    }

    public void Touch(int vehicle)
    {
        if (_isTouched[vehicle])
            return;
        _isTouched[vehicle] = true;
        _touched[_touchedCount++] = vehicle;
        _totalsBackup[vehicle] = _totals[vehicle];
        var from = vehicle * _problem.StepsAtMost;
        _memory.AsSpan(from, _totals[vehicle].Length + 2).CopyTo(_backup.AsSpan(from));
    }

    /// <summary>Puts a step behind the one at <paramref name="after"/>; <see cref="Refresh"/> is to follow.</summary>
    public void Insert(int vehicle, int after, int code)
    {
        Touch(vehicle);
        var route = Route(vehicle);
        for (var at = _totals[vehicle].Length + 2; at > after + 1; at--)
            route[at] = route[at - 1];
        route[after + 1].Code = code;
        _totals[vehicle].Length++;
    }

    /// <summary>Takes out all steps that are marked; <see cref="Refresh"/> is to follow.</summary>
    public void RemoveWhere(int vehicle, Func<int, bool> goes)
    {
        Touch(vehicle);
        var route = Route(vehicle);
        var length = _totals[vehicle].Length;
        var write = 1;
        for (var at = 1; at <= length; at++)
        {
            if (!goes(route[at].Code))
                route[write++].Code = route[at].Code;
        }
        route[write].Code = Step.End;
        _totals[vehicle].Length = write - 1;
    }

    /// <summary>Recomputes what is known of a route; its steps are taken to be feasible.</summary>
    public void Refresh(int vehicle)
    {
        var before = _totals[vehicle].Cost;
        Forward(vehicle);
        Backward(vehicle);
        Cost += _totals[vehicle].Cost - before;
    }

    private void Forward(int v)
    {
        unchecked
        {
            ref var totals = ref _totals[v];
            var data = _problem.Vehicles + v;
            var steps = Route(v);
            var progress = new Progress(data->Shift.From, 0, data->Start);
            var sums = new RouteSums { Rideable = true };
            Set(steps, progress);
            steps[0].RankBefore = -1;
            LoadAtDepot(steps, totals.Length);
            for (var at = 1; at <= totals.Length; at++)
            {
                var step = steps + at;
                step->RankBefore = (step - 1)->RankBefore;
                for (var kind = 0; kind < RoundProblem.Loads; kind++)
                    step->Load[kind] = (step - 1)->Load[kind];
                if (step->IsBreak)
                {
                    sums.Breaks++;
                    sums.Rideable &= RoundClock.Pause(_problem, step->Break, ref progress);
                    sums.Busy += _problem.Breaks[step->Break].Service;
                }
                else
                {
                    VisitStop(data, step, _problem.Ranks[v], ref progress, ref sums);
                }
                for (var kind = 0; kind < RoundProblem.Loads; kind++)
                    step->MostBefore[kind] = Math.Max((step - 1)->MostBefore[kind], step->Load[kind]);
                Set(step, progress);
            }
            Conclude(v, ref totals, progress, sums);
        }
    }

    private void VisitStop(VehicleData* data, Step* step, int[]? ranks, ref Progress progress, ref RouteSums sums)
    {
        unchecked
        {
            var stop = _problem.Stops + step->Code;
            sums.Tasks++;
            sums.Cost += data->RideCost(progress.Place, stop->Location);
            sums.Travel += data->Ride(progress.Place, stop->Location);
            sums.Busy += stop->Service + (progress.Place == stop->Location ? 0 : stop->Setup);
            sums.Rideable &= RoundClock.Visit(_problem, data, step->Code, ref progress);
            ChangeLoad(step, stop);
            if (ranks == null || ranks[step->Code] < 0)
                return;
            sums.Changes += ranks[step->Code] < step->RankBefore ? 1 : 0;
            step->RankBefore = ranks[step->Code];
        }
    }

    /// <summary>The ride home, what all of it costs, and whether it keeps all limits.</summary>
    private void Conclude(int v, ref RouteTotals totals, in Progress progress, in RouteSums sums)
    {
        unchecked
        {
            var data = _problem.Vehicles + v;
            var used = sums.Tasks > 0;
            var home = progress.Done + Math.Max(0, data->Ride(progress.Place, data->End) - progress.Ridden);
            var lateness = _problem.MustRide && used ? Ride(v) : 0;
            totals.Tasks = sums.Tasks;
            totals.TravelTime = sums.Travel + (used ? data->Ride(progress.Place, data->End) : 0);
            totals.Busy = sums.Busy + totals.TravelTime;
            totals.Rideable =
                sums.Rideable
                && sums.Breaks == data->BreakCount
                && (!used || home <= data->Shift.Until)
                && lateness >= 0
                && totals.TravelTime <= data->MaxTravelTime
                && (sums.Changes == 0 || data->CostOfChange >= 0);
            totals.Cost = used
                ? sums.Cost
                    + data->RideCost(progress.Place, data->End)
                    + data->FixedCost
                    + (sums.Changes * (long)Math.Max(0, data->CostOfChange))
                    + BalanceCost(data, totals.Busy)
                    + (Math.Max(0, lateness) * RoundSearch.LatenessPrice)
                : 0;
        }
    }

    /// <summary>What single stops get brought is on board from the start.</summary>
    private void LoadAtDepot(Step* steps, int length)
    {
        for (var kind = 0; kind < RoundProblem.Loads; kind++)
            steps[0].Load[kind] = 0;
        for (var at = 1; at <= length; at++)
        {
            if (!steps[at].IsStop || _problem.Errands[_problem.Stops[steps[at].Code].Errand].Second >= 0)
                continue;
            var errand = _problem.Errands + _problem.Stops[steps[at].Code].Errand;
            for (var kind = 0; kind < RoundProblem.Loads; kind++)
                steps[0].Load[kind] += errand->Delivered[kind];
        }
        for (var kind = 0; kind < RoundProblem.Loads; kind++)
            steps[0].MostBefore[kind] = steps[0].Load[kind];
    }

    /// <summary>What being busy for this long costs under the problem's wish for balance.</summary>
    public long BalanceCost(VehicleData* vehicle, long busy) =>
        _problem.Source.Balance == 0
            ? 0
            : busy * busy * _problem.Source.Balance / (200L * Math.Max(1, Math.Min(86_400, vehicle->Shift.Until - vehicle->Shift.From)));

    /// <summary>Lateness of the route, -1 when it cannot be ridden.</summary>
    private long Ride(int v)
    {
        return _ride.Run(v, new ReadOnlySpan<Step>(Route(v) + 1, _totals[v].Length)) ? _ride.Lateness : -1;
    }

    private void ChangeLoad(Step* step, StopData* stop)
    {
        var errand = _problem.Errands + stop->Errand;
        for (var kind = 0; kind < RoundProblem.Loads; kind++)
        {
            step->Load[kind] += errand->Second < 0 ? errand->PickedUp[kind] - errand->Delivered[kind]
                : step->Code == errand->First ? errand->PickedUp[kind]
                : -errand->PickedUp[kind];
        }
    }

    private static void Set(Step* step, in Progress progress)
    {
        step->Done = progress.Done;
        step->Ridden = progress.Ridden;
        step->Place = progress.Place;
    }

    private void Backward(int v)
    {
        unchecked
        {
            var length = _totals[v].Length;
            var data = _problem.Vehicles + v;
            var steps = Route(v);
            var end = steps + length + 1;
            end->LatestArrival = end->LatestSame = data->Shift.Until;
            end->LatestTime = end->LatestTimeSame = data->Shift.Until;
            end->NextPlace = data->End;
            end->RankAfter = -1;
            var ranks = _problem.Ranks[v];
            for (var kind = 0; kind < RoundProblem.Loads; kind++)
                end->MostAfter[kind] = steps[length].Load[kind];
            for (var at = length; at >= 0; at--)
            {
                var step = steps + at;
                var next = step + 1;
                for (var kind = 0; kind < RoundProblem.Loads; kind++)
                    step->MostAfter[kind] = Math.Max(next->MostAfter[kind], step->Load[kind]);
                step->RankAfter = next->IsStop && ranks != null && ranks[next->Code] >= 0 ? ranks[next->Code] : next->RankAfter;
                if (step->IsBreak)
                {
                    var pause = _problem.Breaks + step->Break;
                    step->NextPlace = next->NextPlace;
                    step->LatestArrival = next->LatestArrival - pause->Service;
                    step->LatestSame = next->LatestSame - pause->Service;
                    var begin = Math.Min(next->LatestTime, next->LatestArrival) - pause->Service;
                    step->LatestTime = RoundClock.LatestArrival(_problem, pause, begin);
                    begin = Math.Min(next->LatestTimeSame, next->LatestSame) - pause->Service;
                    step->LatestTimeSame = RoundClock.LatestArrival(_problem, pause, begin);
                }
                else if (step->IsStop)
                {
                    var stop = _problem.Stops + step->Code;
                    step->NextPlace = stop->Location;
                    var done = stop->Location == next->NextPlace
                        ? Math.Min(next->LatestTimeSame, next->LatestSame - data->Ride(stop->Location, next->NextPlace))
                        : Math.Min(next->LatestTime, next->LatestArrival - data->Ride(stop->Location, next->NextPlace));
                    step->LatestArrival = RoundClock.LatestArrival(_problem, stop, done - stop->Service - stop->Setup);
                    step->LatestSame = RoundClock.LatestArrival(_problem, stop, done - stop->Service);
                    step->LatestTime = step->LatestTimeSame = int.MaxValue;
                }
            }
        }
    }
}

/// <summary>What is known of a whole route.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RouteTotals
{
    /// <summary>Steps, pauses included.</summary>
    public int Length;

    /// <summary>Steps at the beginning that stay.</summary>
    public int Committed;
    public int Tasks;

    /// <summary>Whether it keeps all limits.</summary>
    public bool Rideable;
    public int TravelTime;

    /// <summary>Time ridden, served, set up and paused.</summary>
    public int Busy;
    public long Cost;
}

/// <summary>What adds up along a route.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RouteSums
{
    public bool Rideable;
    public int Tasks;
    public int Breaks;
    public int Travel;
    public int Busy;
    public int Changes;
    public long Cost;
}
