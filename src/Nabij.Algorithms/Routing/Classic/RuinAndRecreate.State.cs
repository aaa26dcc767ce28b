namespace Nabij.Algorithms.Routing.Classic;

/// <content>Routes going in and out, and being put back as they were.</content>
internal sealed unsafe partial class RuinAndRecreate
{
    private long Begin()
    {
        for (var i = 0; i < _touchedCount; i++)
            _isTouched[_touched[i]] = false;
        _touchedCount = 0;
        _absentCountBefore = _absentCount;
        _absent.AsSpan(0, _absentCount).CopyTo(_absentBefore);
        return _cost;
    }

    private void Undo(long cost)
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            var r = _touched[i];
            _length[r] = _savedLength[r];
            _load[r] = _savedLoad[r];
            _ride[r] = _savedRide[r];
            _backup.AsSpan(r * _stride, _length[r] + 2).CopyTo(_memory.AsSpan(r * _stride));
            var route = Route(r);
            for (var at = 1; at <= _length[r]; at++)
                _routeOf[route[at].Client] = r;
        }
        _absentCount = _absentCountBefore;
        _absentBefore.AsSpan(0, _absentCount).CopyTo(_absent);
        for (var i = 0; i < _absentCount; i++)
            _routeOf[_absent[i]] = -1;
        _cost = cost;
    }

    private void Touch(int r)
    {
        if (_isTouched[r])
            return;
        _isTouched[r] = true;
        _touched[_touchedCount++] = r;
        _savedLength[r] = _length[r];
        _savedLoad[r] = _load[r];
        _savedRide[r] = _ride[r];
        _memory.AsSpan(r * _stride, _length[r] + 2).CopyTo(_backup.AsSpan(r * _stride));
    }

    /// <summary>Recomputes the times of a route and the cost with them.</summary>
    private void Refresh(int r)
    {
        unchecked
        {
            var route = Route(r);
            var (length, width) = (_length[r], _problem.Width);
            var clients = _problem.Clients;
            for (var i = 0; i <= length; i++)
            {
                var (here, next) = (route[i].Client, route[i + 1].Client);
                var arrival =
                    i == 0 ? clients[0].Ready : route[i - 1].Departure + _to[(route[i - 1].Client * width) + here];
                route[i].Departure = Math.Max(arrival, clients[here].Ready) + clients[here].Service;
                route[i].Ride = _problem.Distance[(here * width) + next];
            }
            route[length + 1].Latest = clients[0].Due;
            for (var i = length; i >= 0; i--)
            {
                var here = clients[route[i].Client];
                var latest = route[i + 1].Latest - _to[(route[i].Client * width) + route[i + 1].Client] - here.Service;
                route[i].Latest = Math.Min(here.Due, latest);
            }
            long distance = 0;
            for (var i = 0; length > 0 && i <= length; i++)
                distance += route[i].Ride;
            _cost += distance - _ride[r];
            _ride[r] = distance;
        }
    }

    private void Load(int[][] routes)
    {
        Array.Clear(_memory);
        Array.Fill(_routeOf, -1);
        Array.Clear(_load);
        Array.Clear(_ride);
        (_cost, _touchedCount, _absentCount) = (0, 0, 0);
        Array.Clear(_isTouched);
        for (var r = 0; r < _length.Length; r++)
        {
            var clients = r < routes.Length ? routes[r] : [];
            _length[r] = clients.Length;
            for (var i = 0; i < clients.Length; i++)
            {
                Route(r)[i + 1].Client = clients[i];
                _routeOf[clients[i]] = r;
                _load[r] += _problem.Clients[clients[i]].Demand;
            }
            Refresh(r);
        }
        for (var c = 1; c <= _problem.Count; c++)
        {
            if (_routeOf[c] < 0)
                _absent[_absentCount++] = c;
        }
        _cost += _absentCount * AbsentCost;
    }

    private Individual ToIndividual()
    {
        var routes = new List<int[]>();
        for (var r = 0; r < _length.Length; r++)
        {
            if (_length[r] == 0)
                continue;
            var route = new int[_length[r]];
            for (var i = 0; i < route.Length; i++)
                route[i] = Route(r)[i + 1].Client;
            routes.Add(route);
        }
        return new Individual([.. routes], _problem.Count, _cost, 0, 0);
    }
}
