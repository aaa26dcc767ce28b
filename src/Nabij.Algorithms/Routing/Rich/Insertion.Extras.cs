namespace Nabij.Algorithms.Routing.Rich;

/// <content>What an insertion adds besides riding: balance, changes of order, lateness.</content>
internal sealed unsafe partial class Insertion
{
    /// <summary>Balance and the limits on riding for one more stop.</summary>
    private long Extras(int v, int work, int from, int via, int to, out bool kept)
    {
        var vehicle = problem.Vehicles + v;
        var totals = state.Totals(v);
        var ride =
            vehicle->Ride(from, via) + vehicle->Ride(via, to) - (totals.Tasks == 0 ? 0 : vehicle->Ride(from, to));
        var far = vehicle->Far(from, via) + vehicle->Far(via, to) - (totals.Tasks == 0 ? 0 : vehicle->Far(from, to));
        kept =
            totals.TravelTime + (long)ride <= vehicle->MaxTravelTime
            && totals.Distance + (long)far <= vehicle->MaxDistance;
        return state.BalanceCost(vehicle, totals.Busy + work + ride)
            - (totals.Tasks == 0 ? 0 : state.BalanceCost(vehicle, totals.Busy));
    }

    private long PairExtras(int v, ErrandData* data, int first, int second, int work, out bool kept)
    {
        var vehicle = problem.Vehicles + v;
        var totals = state.Totals(v);
        var count = Compose(v, data, first, second);
        var (travel, far, place, changes, last) = (0, 0, vehicle->Start, 0, -1);
        for (var at = 0; at < count; at++)
        {
            if (!_trial[at].IsStop)
                continue;
            travel += vehicle->Ride(place, problem.Stops[_trial[at].Code].Location);
            far += vehicle->Far(place, problem.Stops[_trial[at].Code].Location);
            place = problem.Stops[_trial[at].Code].Location;
            var rank = problem.Ranks[v]?[_trial[at].Code] ?? -1;
            changes += rank >= 0 && rank < last ? 1 : 0;
            last = rank >= 0 ? rank : last;
        }
        travel += vehicle->Ride(place, vehicle->End);
        far += vehicle->Far(place, vehicle->End);
        kept =
            travel <= vehicle->MaxTravelTime
            && far <= vehicle->MaxDistance
            && (changes == 0 || vehicle->CostOfChange >= 0);
        var before = ChangesOf(v);
        return state.BalanceCost(vehicle, totals.Busy + (long)work + travel - totals.TravelTime)
            - (totals.Tasks == 0 ? 0 : state.BalanceCost(vehicle, totals.Busy))
            + ((changes - before) * (long)Math.Max(0, vehicle->CostOfChange));
    }

    private int ChangesOf(int v)
    {
        if (problem.Ranks[v] is not { } ranks)
            return 0;
        var route = new ReadOnlySpan<Step>(state.Route(v) + 1, state.Totals(v).Length);
        var changes = 0;
        var last = -1;
        foreach (ref readonly var step in route)
        {
            if (!step.IsStop || ranks[step.Code] < 0)
                continue;
            changes += ranks[step.Code] < last ? 1 : 0;
            last = ranks[step.Code];
        }
        return changes;
    }

    private long OrderCost(int v, int stop, int before, int after, out bool kept)
    {
        kept = true;
        if (problem.Ranks[v] is not { } ranks || ranks[stop] < 0)
            return 0;
        var rank = ranks[stop];
        var changes =
            (rank < before ? 1 : 0) + (after >= 0 && after < rank ? 1 : 0) - (after >= 0 && after < before ? 1 : 0);
        kept = problem.Vehicles[v].CostOfChange >= 0 || changes <= 0;
        return changes * (long)Math.Max(0, problem.Vehicles[v].CostOfChange);
    }

    /// <summary>
    /// Rides the route with the errand in it, where windows alone do not decide; adds what lateness grows by.
    /// </summary>
    private bool Rides(int v, ErrandData* data, int first, int second, ref long delta)
    {
        if (!problem.MustRide)
            return true;
        var lateness = 0L;
        if (_ride.Run(v, new ReadOnlySpan<Step>(state.Route(v) + 1, state.Totals(v).Length)))
            lateness = _ride.Lateness;
        if (!_ride.Run(v, _trial.AsSpan(0, Compose(v, data, first, second))))
            return false;
        delta += (_ride.Lateness - lateness) * problem.Source.LatenessCost;
        return true;
    }

    /// <summary>The route as it would be, without its ends.</summary>
    private int Compose(int v, ErrandData* data, int first, int second)
    {
        var route = new ReadOnlySpan<Step>(state.Route(v), state.Totals(v).Length + 1);
        var count = 0;
        for (var at = 0; at < route.Length; at++)
        {
            if (at > 0)
                _trial[count++] = route[at];
            if (at == first)
                _trial[count++].Code = data->First;
            if (at == second && data->Second >= 0)
                _trial[count++].Code = data->Second;
        }
        return count;
    }
}
