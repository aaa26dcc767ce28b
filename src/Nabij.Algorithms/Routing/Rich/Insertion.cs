using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>Where an errand can go and what it adds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Vehicle, int First, int Second, long Cost)
{
    public static Place None { get; } = new(-1, 0, 0, long.MaxValue);
}

/// <summary>Finds the cheapest feasible place for an errand: a gap for a stop, two gaps for a pair.</summary>
internal sealed unsafe partial class Insertion(RoundProblem problem, RoundState state, SeededRandom random)
{
    private const double BlinkRate = 0.01;
    private readonly RideSimulation _ride = new(problem);
    private readonly Step[] _trial = new Step[problem.StepsAtMost + 2];
    private int _untilBlink;

    /// <summary>The cheapest place, some places overlooked by a blink.</summary>
    /// <param name="errand">Who is to be placed.</param>
    /// <param name="touchedOnly">Only in routes that changed since the last <see cref="RoundState.Mark"/>: the others
    /// had no room then.</param>
    public Place Cheapest(int errand, bool touchedOnly)
    {
        var best = Place.None;
        foreach (var vehicle in problem.Allowed[errand])
        {
            if (touchedOnly && !state.IsTouched(vehicle))
                continue;
            if (state.Totals(vehicle).Tasks >= problem.Vehicles[vehicle].MaxTasks)
                continue;
            if (problem.Errands[errand].Second < 0)
                CheapestGap(errand, vehicle, ref best);
            else
                CheapestGaps(errand, vehicle, ref best);
        }
        return best;
    }

    /// <summary>Puts the errand there.</summary>
    public void Put(int errand, in Place place)
    {
        var data = problem.Errands + errand;
        if (data->Second >= 0)
            state.Insert(place.Vehicle, place.Second, data->Second);
        state.Insert(place.Vehicle, place.First, data->First);
        state.RouteOf[errand] = place.Vehicle;
        state.Refresh(place.Vehicle);
    }

    private void CheapestGap(int errand, int v, ref Place best)
    {
        unchecked
        {
            var vehicle = problem.Vehicles + v;
            var data = problem.Errands + errand;
            var stop = problem.Stops + data->First;
            var totals = state.Totals(v);
            var route = state.Route(v);
            var opening = totals.Tasks == 0 ? vehicle->FixedCost : 0L;
            for (var at = totals.Committed; at <= totals.Length; at++)
            {
                var here = route + at;
                var next = here + 1;
                var delta = opening + Detour(vehicle, totals.Tasks, here->Place, stop->Location, next->NextPlace);
                if (delta >= best.Cost)
                    continue;
                var progress = Progress.After(*here);
                if (progress.Done > problem.Stops[data->First].Until)
                    break;
                if (!RoundClock.Visit(problem, vehicle, data->First, ref progress))
                    continue;
                if (!RoundClock.CanGoOn(vehicle, progress, *next) || !Fits(vehicle, data, here))
                    continue;
                if (IsPlain(v))
                {
                    if (!Blinks())
                        best = new Place(v, at, -1, delta);
                    continue;
                }
                delta += Extras(
                    v,
                    stop->Service + stop->Setup,
                    here->Place,
                    stop->Location,
                    next->NextPlace,
                    out var ridden
                );
                delta += OrderCost(v, data->First, here->RankBefore, here->RankAfter, out var kept);
                if (
                    ridden
                    && kept
                    && delta < best.Cost
                    && Rides(v, data, at, -1, ref delta)
                    && delta < best.Cost
                    && !Blinks()
                )
                    best = new Place(v, at, -1, delta);
            }
        }
    }

    private void CheapestGaps(int errand, int v, ref Place best)
    {
        unchecked
        {
            var vehicle = problem.Vehicles + v;
            var data = problem.Errands + errand;
            var (from, to) = (problem.Stops[data->First].Location, problem.Stops[data->Second].Location);
            var totals = state.Totals(v);
            if (totals.Tasks + 2 > vehicle->MaxTasks)
                return;
            var route = state.Route(v);
            var opening = totals.Tasks == 0 ? vehicle->FixedCost : 0L;
            for (var at = totals.Committed; at <= totals.Length; at++)
            {
                var here = route + at;
                var progress = Progress.After(*here);
                if (progress.Done > problem.Stops[data->First].Until)
                    break;
                if (!RoundClock.Visit(problem, vehicle, data->First, ref progress))
                    continue;
                if (!Carries(vehicle, data, here))
                    continue;
                var nextPlace = (here + 1)->NextPlace;
                var before =
                    vehicle->RideCost(here->Place, from)
                    - (totals.Tasks == 0 ? 0 : vehicle->RideCost(here->Place, nextPlace));
                TryDelivery(v, data, at, at, progress, opening + before, (here + 1), to, ref best);
                var first = opening + before + vehicle->RideCost(from, nextPlace);
                if (!RoundClock.CanGoOn(vehicle, progress, *(here + 1)))
                    continue;
                for (var second = at + 1; second <= totals.Length; second++)
                {
                    var step = route + second;
                    if (!CarriesAlong(vehicle, data, step) || !GoOn(vehicle, *step, ref progress))
                        break;
                    var gap = first - vehicle->RideCost(progress.Place, (step + 1)->NextPlace);
                    TryDelivery(v, data, at, second, progress, gap, step + 1, to, ref best);
                    if (!RoundClock.CanGoOn(vehicle, progress, *(step + 1)))
                        break;
                }
            }
        }
    }

    private bool GoOn(VehicleData* vehicle, in Step step, ref Progress progress) =>
        step.IsBreak
            ? RoundClock.Pause(problem, step.Break, ref progress)
            : RoundClock.Visit(problem, vehicle, step.Code, ref progress);

    private void TryDelivery(
        int v,
        ErrandData* data,
        int first,
        int second,
        Progress progress,
        long delta,
        Step* next,
        int to,
        ref Place best
    )
    {
        unchecked
        {
            var vehicle = problem.Vehicles + v;
            delta += vehicle->RideCost(progress.Place, to) + vehicle->RideCost(to, next->NextPlace);
            if (
                delta >= best.Cost
                || !RoundClock.Visit(problem, vehicle, data->Second, ref progress)
                || !RoundClock.CanGoOn(vehicle, progress, *next)
            )
            {
                return;
            }
            if (!IsPlain(v))
            {
                var work =
                    problem.Stops[data->First].Service
                    + problem.Stops[data->First].Setup
                    + problem.Stops[data->Second].Service
                    + problem.Stops[data->Second].Setup;
                delta += PairExtras(v, data, first, second, work, out var kept);
                if (!kept || delta >= best.Cost || !Rides(v, data, first, second, ref delta) || delta >= best.Cost)
                    return;
            }
            if (!Blinks())
                best = new Place(v, first, second, delta);
        }
    }

    private bool IsPlain(int v) =>
        !problem.MustRide
        && problem.Source.Balance == 0
        && problem.Ranks[v] == null
        && !problem.Vehicles[v].HasRideLimit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Detour(VehicleData* vehicle, int tasks, int from, int via, int to) =>
        unchecked(
            vehicle->RideCost(from, via) + vehicle->RideCost(via, to) - (tasks == 0 ? 0 : vehicle->RideCost(from, to))
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fits(VehicleData* vehicle, ErrandData* errand, Step* here)
    {
        for (var kind = 0; kind < RoundProblem.Loads; kind++)
        {
            if (
                here->MostBefore[kind] + errand->Delivered[kind] > vehicle->Capacity[kind]
                || here->MostAfter[kind] + errand->PickedUp[kind] > vehicle->Capacity[kind]
            )
            {
                return false;
            }
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Carries(VehicleData* vehicle, ErrandData* errand, Step* here)
    {
        for (var kind = 0; kind < RoundProblem.Loads; kind++)
        {
            if (here->Load[kind] + errand->PickedUp[kind] > vehicle->Capacity[kind])
                return false;
        }
        return true;
    }

    /// <summary>As <see cref="Carries"/>, the step itself being done with the load on board.</summary>
    private bool CarriesAlong(VehicleData* vehicle, ErrandData* errand, Step* step)
    {
        for (var kind = 0; step->IsBreak && kind < RoundProblem.Loads; kind++)
        {
            var load = step->Load[kind] + problem.Breaks[step->Break].Barred[kind];
            if (load + errand->PickedUp[kind] > vehicle->Capacity[kind])
                return false;
        }
        return Carries(vehicle, errand, step);
    }

    private bool Blinks()
    {
        if (--_untilBlink > 0)
            return false;
        _untilBlink = 1 + (int)(Math.Log(random.Fraction() + 1e-12) / Math.Log(1 - BlinkRate));
        return true;
    }
}
