using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// Slack induction by string removals: tear strings of clients that lie near each other out of their routes, put them
/// back one
/// by one at the cheapest place with a rare blink, accept by annealing (Christiaens and Vanden Berghe, 2020).
/// </summary>
internal sealed unsafe partial class RuinAndRecreate
{
    private const double BlinkRate = 0.01;

    /// <summary>Temperatures at begin and end, as shares of a typical ride.</summary>
    private const double Hot = 0.5;
    private const double Cold = 0.005;
    private const long AbsentCost = 1_000_000_000;
    private readonly ClassicProblem _problem;
    private readonly SeededRandom _random;
    private readonly StringRemoval _removal;
    private readonly RecreateOrder _order;
    private readonly Place[] _memory;
    private readonly Place[] _backup;
    private readonly Place* _places;
    private readonly int _stride;
    private readonly int[] _length;
    private readonly int[] _load;
    private readonly long[] _ride;
    private readonly int[] _savedLength;
    private readonly long[] _savedRide;
    private readonly int[] _savedLoad;
    private readonly int[] _routeOf;
    private readonly int[] _touched;
    private readonly bool[] _isTouched;
    private readonly int[] _absent;
    private readonly int[] _absentBefore;
    private readonly int* _to;
    private int _absentCount;
    private int _absentCountBefore;
    private int _touchedCount;
    private int _untilBlink;
    private long _cost;

    public RuinAndRecreate(ClassicProblem problem, SeededRandom random)
    {
        _problem = problem;
        _random = random;
        _stride = problem.Count + 2;
        _memory = GC.AllocateArray<Place>(_stride * problem.Vehicles, pinned: true);
        _backup = new Place[_memory.Length];
        _places = (Place*)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _length = new int[problem.Vehicles];
        _load = new int[problem.Vehicles];
        _ride = new long[problem.Vehicles];
        _savedLength = new int[problem.Vehicles];
        _savedRide = new long[problem.Vehicles];
        _savedLoad = new int[problem.Vehicles];
        _touched = new int[problem.Vehicles];
        _isTouched = new bool[problem.Vehicles];
        _routeOf = new int[problem.Count + 1];
        _absent = new int[problem.Count];
        _absentBefore = new int[problem.Count];
        _removal = new StringRemoval(problem, random);
        _order = new RecreateOrder(problem, random);
        _to = problem.Time;
    }

    /// <summary>
    /// Anneals from these routes (none: everybody still to be placed) until the run is over or <paramref
    /// name="until"/> of its
    /// budget is spent.
    /// </summary>
    public Individual Run(ClassicRun run, int[][] routes, double until)
    {
        Load(routes);
        Recreate();
        var (hot, cold) = (_problem.TypicalRide * Hot, _problem.TypicalRide * Cold);
        var (from, best) = (run.Spent, _cost);
        var found = ToIndividual();
        Report(run, found);
        var temperature = hot;
        while (!run.Step(every: 64) && run.Spent < until)
        {
            if ((run.Iterations & 63) == 0)
                temperature =
                    hot * Math.Pow(cold / hot, Math.Min(1, (run.Spent - from) / Math.Max(1e-9, until - from)));
            var before = Begin();
            Ruin();
            Recreate();
            if (_cost >= before - (temperature * Math.Log(_random.Fraction() + 1e-12)))
                Undo(before);
            else if (_cost < best)
            {
                best = _cost;
                found = ToIndividual();
                Report(run, found);
            }
        }
        return found;
    }

    private void Report(ClassicRun run, Individual found)
    {
        if (_absentCount == 0)
            run.Offer(found);
    }

    private Place* Route(int r) => _places + (r * _stride);

    /// <summary>Removes strings around a random client; who goes is added to the absent.</summary>
    private void Ruin()
    {
        var absentCost = _absentCount * AbsentCost;
        _removal.Begin(_length, _problem.Count - _absentCount);
        foreach (var client in _removal.Around(1 + _random.Below(_problem.Count)))
        {
            var r = _routeOf[client];
            if (r < 0 || _isTouched[r])
                continue;
            Touch(r);
            Tear(r, client);
            if (_removal.IsEnough(_touchedCount))
                break;
        }
        _cost += (_absentCount * AbsentCost) - absentCost;
    }

    private void Tear(int r, int client)
    {
        var route = Route(r);
        var position = 1;
        while (route[position].Client != client)
            position++;
        var (from, count, keepFrom, keepCount) = _removal.Choose(_length[r], position);
        var write = from;
        for (var at = from; at <= _length[r] + 1; at++)
        {
            var place = route[at];
            var goes =
                at < from + count + keepCount && (at < keepFrom || at >= keepFrom + keepCount) && at <= _length[r];
            if (!goes)
            {
                route[write++].Client = place.Client;
                continue;
            }
            _routeOf[place.Client] = -1;
            _absent[_absentCount++] = place.Client;
            _load[r] -= _problem.Clients[place.Client].Demand;
        }
        _length[r] = write - 2;
        Refresh(r);
    }

    private void Recreate()
    {
        _order.Sort(_absent.AsSpan(0, _absentCount));
        var left = 0;
        for (var i = 0; i < _absentCount; i++)
        {
            if (!Insert(_absent[i]))
                _absent[left++] = _absent[i];
        }
        _absentCount = left;
    }

    /// <summary>Puts a client at its cheapest feasible place; false when there is none.</summary>
    private bool Insert(int client)
    {
        var (bestRoute, bestAt, best) = (-1, 0, int.MaxValue);
        var emptySeen = false;
        var capacity = _problem.Capacity - _problem.Clients[client].Demand;
        for (var r = 0; r < _length.Length; r++)
        {
            if (_load[r] > capacity || (_length[r] == 0 && emptySeen))
                continue;
            emptySeen |= _length[r] == 0;
            if (BestPlace(r, client, ref best, out var at))
                (bestRoute, bestAt) = (r, at);
        }
        if (bestRoute < 0)
            return false;
        Put(bestRoute, bestAt, client);
        _cost -= AbsentCost;
        return true;
    }

    private bool BestPlace(int r, int client, ref int best, out int at)
    {
        unchecked
        {
            at = 0;
            var width = _problem.Width;
            var distance = _problem.Distance;
            var from = distance + (client * width);
            var time = _to + (client * width);
            var me = _problem.Clients[client];
            var symmetric = _problem.Symmetric;
            var found = false;
            var last = Route(r) + _length[r];
            for (var place = Route(r); place <= last && place->Departure <= me.Due; place++)
            {
                var next = place + 1;
                var arriving = symmetric ? from[place->Client] : distance[(place->Client * width) + client];
                var delta = arriving + from[next->Client] - place->Ride;
                if (delta >= best)
                    continue;
                var ride = symmetric ? time[place->Client] : _to[(place->Client * width) + client];
                var start = Math.Max(place->Departure + ride, me.Ready);
                if (start > me.Due || start + me.Service + time[next->Client] > next->Latest)
                    continue;
                if (--_untilBlink <= 0)
                {
                    _untilBlink = NextBlink();
                    continue;
                }
                best = delta;
                at = (int)(next - Route(r));
                found = true;
            }
            return found;
        }
    }

    private int NextBlink() => 1 + (int)(Math.Log(_random.Fraction() + 1e-12) / Math.Log(1 - BlinkRate));

    private void Put(int r, int at, int client)
    {
        Touch(r);
        var route = Route(r);
        for (var i = _length[r] + 2; i > at; i--)
            route[i].Client = route[i - 1].Client;
        route[at].Client = client;
        _length[r]++;
        _load[r] += _problem.Clients[client].Demand;
        _routeOf[client] = r;
        Refresh(r);
    }

    /// <summary>A place in a route.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Place
    {
        public int Client;

        /// <summary>Earliest time to leave.</summary>
        public int Departure;

        /// <summary>Latest time to begin.</summary>
        public int Latest;

        /// <summary>Distance to the next place.</summary>
        public int Ride;
    }
}
