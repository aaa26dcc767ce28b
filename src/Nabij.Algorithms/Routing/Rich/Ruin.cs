namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// Takes errands out that have to do with each other: strings of several routes around one errand (Christiaens and
/// Vanden
/// Berghe, 2020), the errands nearest to it (Shaw, 1998), or a whole route.
/// </summary>
internal sealed unsafe class Ruin
{
    private const double MeanRemoved = 10;
    private const double LongestString = 10;
    private const double FromAbsent = 0.4;
    private readonly RoundProblem _problem;
    private readonly RoundState _state;
    private readonly BreakPlacement _breaks;
    private readonly SeededRandom _random;
    private readonly int[][] _near;
    private readonly bool[] _goes;
    private readonly List<int> _routes = [];

    public Ruin(RoundProblem problem, RoundState state, BreakPlacement breaks, SeededRandom random)
    {
        (_problem, _state, _breaks, _random) = (problem, state, breaks, random);
        _near = [.. Enumerable.Range(0, problem.ErrandCount).Select(Nearest)];
        _goes = new bool[problem.ErrandCount];
    }

    /// <summary>Tears errands out and adds them to the absent.</summary>
    public void Run()
    {
        _routes.Clear();
        var seed =
            _state.Absent.Count > 0 && _random.Fraction() < FromAbsent
                ? _state.Absent[_random.Below(_state.Absent.Count)]
                : _random.Below(_problem.ErrandCount);
        var draw = _random.Fraction();
        if (draw < 0.75)
            TearStrings(seed);
        else if (draw < 0.92)
            TakeNearest(seed);
        else
            EmptyRoute(seed);
        foreach (var route in _routes)
            Close(route);
    }

    private void TearStrings(int seed)
    {
        var used = 0;
        for (var v = 0; v < _problem.VehicleCount; v++)
            used += _state.Totals(v).Tasks > 0 ? 1 : 0;
        var served = _problem.StopCount - _state.Absent.Count;
        var longest = Math.Min(LongestString, (double)served / Math.Max(1, used));
        var strings = Math.Floor((_random.Fraction() * ((4 * MeanRemoved / (1 + longest)) - 1)) + 1);
        foreach (var errand in _near[seed])
        {
            var v = _state.RouteOf[errand];
            if (v < 0 || _routes.Contains(v))
                continue;
            _routes.Add(v);
            MarkString(v, errand, longest);
            if (_routes.Count >= strings)
                return;
        }
    }

    private void MarkString(int v, int errand, double longest)
    {
        var route = _state.Route(v);
        var length = _state.Totals(v).Length;
        var position = 1;
        while (position < length && (!route[position].IsStop || _problem.Stops[route[position].Code].Errand != errand))
            position++;
        var count = (int)Math.Floor((_random.Fraction() * Math.Min(longest, length)) + 1);
        var from = Math.Clamp(position - _random.Below(count), 1, Math.Max(1, length - count + 1));
        var skipped = _random.Below(2) == 0 ? 0 : 1 + _random.Below(2);
        var skipFrom = from + _random.Below(count);
        for (var at = from; at <= Math.Min(length, from + count - 1 + skipped); at++)
        {
            if (route[at].IsStop && (at < skipFrom || at >= skipFrom + skipped))
                MarkErrand(_problem.Stops[route[at].Code].Errand);
        }
    }

    private void TakeNearest(int seed)
    {
        var count = 1 + _random.Below((int)(2 * MeanRemoved));
        foreach (var errand in _near[seed])
        {
            var v = _state.RouteOf[errand];
            if (v < 0 || _state.Fixed[errand] || _random.Below(4) == 0)
                continue;
            if (!_routes.Contains(v))
                _routes.Add(v);
            MarkErrand(errand);
            if (--count == 0)
                return;
        }
    }

    private void EmptyRoute(int seed)
    {
        var nearest = Array.Find(_near[seed], e => _state.RouteOf[e] >= 0);
        var v = _state.RouteOf[nearest];
        if (v < 0)
            return;
        _routes.Add(v);
        for (var at = 1; at <= _state.Totals(v).Length; at++)
        {
            if (_state.Route(v)[at].IsStop)
                MarkErrand(_problem.Stops[_state.Route(v)[at].Code].Errand);
        }
    }

    private void MarkErrand(int errand)
    {
        if (_state.Fixed[errand] || _goes[errand])
            return;
        _goes[errand] = true;
        _state.Absent.Add(errand);
        _state.Cost += _problem.Errands[errand].Price;
        MarkPartner(errand);
    }

    /// <summary>Of two that come together both go, and what was agreed goes with them.</summary>
    private void MarkPartner(int errand)
    {
        var partner = _problem.Agreements.PartnerOf(errand);
        if (partner < 0 || _goes[partner])
            return;
        _state.Cost -= _problem.Agreements.Cancel(errand);
        if (!_routes.Contains(_state.RouteOf[partner]))
            _routes.Add(_state.RouteOf[partner]);
        MarkErrand(partner);
    }

    /// <summary>Closes the holes in a route and lets its pauses find a new place.</summary>
    private void Close(int v)
    {
        _state.RemoveWhere(v, code => code < 0 || _goes[_problem.Stops[code].Errand]);
        _state.Refresh(v);
        _breaks.PlaceAll(v);
        for (var i = _state.Absent.Count - 1; i >= 0; i--)
        {
            var errand = _state.Absent[i];
            if (!_goes[errand] || _state.RouteOf[errand] != v)
                continue;
            _goes[errand] = false;
            _state.RouteOf[errand] = -1;
        }
    }

    private int[] Nearest(int errand)
    {
        var others = Enumerable.Range(0, _problem.ErrandCount).ToArray();
        var apart = Array.ConvertAll(others, other => other == errand ? -1 : Apart(errand, other));
        Array.Sort(apart, others);
        return others;
    }

    /// <summary>Riding time between two errands' doors and a share of the time between their windows.</summary>
    private double Apart(int errand, int other)
    {
        var a = Door(errand);
        var b = Door(other);
        var vehicle = _problem.Vehicles;
        var ride = (vehicle->Ride(a->Location, b->Location) + vehicle->Ride(b->Location, a->Location)) / 2.0;
        if (a->WindowCount == 0 || b->WindowCount == 0)
            return ride;
        var (fromA, untilA) = (
            _problem.Windows[a->FirstWindow].From,
            _problem.Windows[a->FirstWindow + a->WindowCount - 1].Until
        );
        var (fromB, untilB) = (
            _problem.Windows[b->FirstWindow].From,
            _problem.Windows[b->FirstWindow + b->WindowCount - 1].Until
        );
        return ride + (0.2 * Math.Max(0, Math.Max(fromA - untilB, fromB - untilA)));
    }

    private StopData* Door(int errand)
    {
        var data = _problem.Errands + errand;
        return _problem.Stops + (data->Second >= 0 ? data->Second : data->First);
    }
}
