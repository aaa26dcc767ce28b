using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// All routes as they stand, who is left, what it costs; touched routes can be put back as they were.
/// </summary>
internal sealed unsafe partial class RoundState
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

    /// <summary>
    /// What is weighed while searching: travel, fixed costs, balance, order, lateness and the price of the absent.
    /// </summary>
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
        _problem.Agreements.Mark();
    }

    public void Undo()
    {
        _problem.Agreements.Undo();
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
}
