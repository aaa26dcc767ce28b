using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>Where the two of a joint visit go, and when they start.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Places(Place First, Place Second, int StartOfFirst, int StartOfSecond, long Cost)
{
    public static Places None { get; } = new(Place.None, Place.None, 0, 0, long.MaxValue);
}

/// <content>
/// Places for two that come together: every gap of either with the time span in which it could start there, cheapest
/// first, and of the pairs of gaps whose spans meet the cheapest.
/// </content>
internal sealed unsafe partial class Insertion
{
    private readonly List<Gap> _firstGaps = [];
    private readonly List<Gap> _secondGaps = [];

    /// <summary>The cheapest places for both, some overlooked by a blink.</summary>
    public Places CheapestTogether(int first, int second, bool touchedOnly)
    {
        Collect(first, _firstGaps);
        Collect(second, _secondGaps);
        var best = Places.None;
        foreach (ref readonly var one in CollectionsMarshal.AsSpan(_firstGaps))
        {
            foreach (ref readonly var other in CollectionsMarshal.AsSpan(_secondGaps))
            {
                if (one.Cost + other.Cost >= best.Cost)
                    break;
                if (touchedOnly && !state.IsTouched(one.Vehicle) && !state.IsTouched(other.Vehicle))
                    continue;
                if (one.Vehicle != other.Vehicle && !Blinks())
                    Meet(first, second, one, other, ref best);
            }
        }
        return best;
    }

    private void Meet(int first, int second, in Gap one, in Gap other, ref Places best)
    {
        var joint = problem.Agreements.Joint(first);
        var start = Math.Max(one.Earliest, other.Earliest - joint.MostGap);
        var then = Math.Max(other.Earliest, start + joint.LeastGap);
        if (start > one.Latest || then > other.Latest || !IsOpen(first, start) || !IsOpen(second, then))
            return;
        var cost = one.Ride + other.Ride + problem.Agreements.Agree(first, start, then);
        var rides =
            Rides(one.Vehicle, problem.Errands + first, one.At, -1, ref cost)
            && Rides(other.Vehicle, problem.Errands + second, other.At, -1, ref cost);
        problem.Agreements.Cancel(first);
        if (rides && cost < best.Cost)
            best = new Places(
                new Place(one.Vehicle, one.At, -1, cost),
                new Place(other.Vehicle, other.At, -1, cost),
                start,
                then,
                cost
            );
    }

    private bool IsOpen(int errand, int start) =>
        RoundClock.FirstStart(problem, problem.Stops + problem.Errands[errand].First, start) == start;

    private void Collect(int errand, List<Gap> gaps)
    {
        gaps.Clear();
        var data = problem.Errands + errand;
        foreach (var v in problem.Allowed[errand])
        {
            var totals = state.Totals(v);
            if (totals.Tasks >= problem.Vehicles[v].MaxTasks)
                continue;
            for (var at = totals.Committed; at <= totals.Length; at++)
            {
                if (GapAt(v, at, data) is { } gap)
                    gaps.Add(gap);
            }
        }
        gaps.Sort((a, b) => a.Cost.CompareTo(b.Cost));
    }

    private Gap? GapAt(int v, int at, ErrandData* data)
    {
        var vehicle = problem.Vehicles + v;
        var stop = problem.Stops + data->First;
        var here = state.Route(v) + at;
        var next = here + 1;
        var progress = Progress.After(*here);
        if (!Fits(vehicle, data, here) || !RoundClock.Visit(problem, vehicle, data->First, ref progress))
            return null;
        if (!RoundClock.CanGoOn(vehicle, progress, *next))
            return null;
        var work = stop->Service + (here->Place == stop->Location ? 0 : stop->Setup);
        var same = stop->Location == next->NextPlace;
        var latest =
            Math.Min(
                same ? next->LatestTimeSame : next->LatestTime,
                (same ? next->LatestSame : next->LatestArrival) - vehicle->Ride(stop->Location, next->NextPlace)
            ) - work;
        var totals = state.Totals(v);
        var ride =
            (totals.Tasks == 0 ? vehicle->FixedCost : 0L)
            + Detour(vehicle, totals.Tasks, here->Place, stop->Location, next->NextPlace)
            + Extras(v, stop->Service + stop->Setup, here->Place, stop->Location, next->NextPlace, out var ridden)
            + OrderCost(v, data->First, here->RankBefore, here->RankAfter, out var kept);
        var cost = ride;
        return ridden && kept && Rides(v, data, at, -1, ref cost)
            ? new Gap(v, at, ride, cost, progress.Done - work, Math.Min(latest, stop->Until))
            : null;
    }

    /// <summary>A gap in a route for one of two.</summary>
    /// <param name="Vehicle">Whose route.</param>
    /// <param name="At">Behind which step.</param>
    /// <param name="Ride">What it adds without lateness.</param>
    /// <param name="Cost">What it adds at least, lateness included.</param>
    /// <param name="Earliest">When it could start.</param>
    /// <param name="Latest">When it must have started for the rest of the route to be possible.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Gap(int Vehicle, int At, long Ride, long Cost, int Earliest, int Latest);
}
