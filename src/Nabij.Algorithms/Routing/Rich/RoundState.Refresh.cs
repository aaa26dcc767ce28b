namespace Nabij.Algorithms.Routing.Rich;

/// <content>What follows from the order of the steps: times forwards and backwards, loads, cost.</content>
internal sealed unsafe partial class RoundState
{
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
                    step->MostBefore[kind] = Math.Max((step - 1)->MostBefore[kind], LoadAt(step, kind));
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
            sums.Distance += data->Far(progress.Place, stop->Location);
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
            totals.Distance = sums.Distance + (used ? data->Far(progress.Place, data->End) : 0);
            totals.Busy = sums.Busy + totals.TravelTime;
            totals.Rideable =
                sums.Rideable
                && sums.Breaks == data->BreakCount
                && (!used || home <= data->Shift.Until)
                && lateness >= 0
                && totals.TravelTime <= data->MaxTravelTime
                && totals.Distance <= data->MaxDistance
                && (sums.Changes == 0 || data->CostOfChange >= 0);
            totals.Cost = used
                ? sums.Cost
                    + data->RideCost(progress.Place, data->End)
                    + data->FixedCost
                    + (sums.Changes * (long)Math.Max(0, data->CostOfChange))
                    + BalanceCost(data, totals.Busy)
                    + (Math.Max(0, lateness) * _problem.Source.LatenessCost)
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
            : busy
                * busy
                * _problem.Source.Balance
                / (200L * Math.Max(1, Math.Min(86_400, vehicle->Shift.Until - vehicle->Shift.From)));

    /// <summary>Lateness of the route, -1 when it cannot be ridden.</summary>
    private long Ride(int v)
    {
        return _ride.Run(v, new ReadOnlySpan<Step>(Route(v) + 1, _totals[v].Length)) ? _ride.Lateness : -1;
    }

    /// <summary>The load at a step, a pause counting what may not be on board meanwhile as if it were.</summary>
    private int LoadAt(Step* step, int kind) =>
        unchecked(step->Load[kind] + (step->IsBreak ? _problem.Breaks[step->Break].Barred[kind] : 0));

    private void ChangeLoad(Step* step, StopData* stop)
    {
        var errand = _problem.Errands + stop->Errand;
        for (var kind = 0; kind < RoundProblem.Loads; kind++)
        {
            step->Load[kind] +=
                errand->Second < 0 ? errand->PickedUp[kind] - errand->Delivered[kind]
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
                {
                    var later = at == length ? next->MostAfter[kind] : LoadAt(next, kind);
                    step->MostAfter[kind] = Math.Max(Math.Max(next->MostAfter[kind], later), step->Load[kind]);
                }
                step->RankAfter =
                    next->IsStop && ranks != null && ranks[next->Code] >= 0 ? ranks[next->Code] : next->RankAfter;
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
                    var done =
                        stop->Location == next->NextPlace
                            ? Math.Min(
                                next->LatestTimeSame,
                                next->LatestSame - data->Ride(stop->Location, next->NextPlace)
                            )
                            : Math.Min(
                                next->LatestTime,
                                next->LatestArrival - data->Ride(stop->Location, next->NextPlace)
                            );
                    step->LatestArrival = RoundClock.LatestArrival(_problem, stop, done - stop->Service - stop->Setup);
                    step->LatestSame = RoundClock.LatestArrival(_problem, stop, done - stop->Service);
                    step->LatestTime = step->LatestTimeSame = int.MaxValue;
                }
            }
        }
    }
}
