using System.Runtime.CompilerServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>What time it gets: the rules of windows, set-up and pauses, forwards and backwards.</summary>
internal static unsafe class RoundClock
{
    /// <summary>No such time.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Earlier than any time.</summary>
    public const int TooLate = int.MinValue / 2;

    /// <summary>When a stop reached at this time begins, or <see cref="Never"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstStart(RoundProblem problem, StopData* stop, int arrival)
    {
        if (stop->WindowCount == 0)
            return arrival;
        var window = problem.Windows + stop->FirstWindow;
        for (var left = stop->WindowCount; left > 0; left--, window++)
        {
            if (arrival <= window->Until)
                return Math.Max(arrival, window->From);
        }
        return arrival <= (window - 1)->Until + stop->Lateness ? arrival : Never;
    }

    public static int FirstStart(RoundProblem problem, BreakData* pause, int time)
    {
        var window = problem.Windows + pause->FirstWindow;
        for (var left = pause->WindowCount; left > 0; left--, window++)
        {
            if (time <= window->Until)
                return Math.Max(time, window->From);
        }
        return pause->WindowCount == 0 ? time : Never;
    }

    /// <summary>The latest arrival that still lets the stop begin by this time.</summary>
    public static int LatestArrival(RoundProblem problem, StopData* stop, int begin)
    {
        if (stop->WindowCount == 0)
            return begin;
        for (var w = stop->WindowCount - 1; w >= 0; w--)
        {
            var window = problem.Windows[stop->FirstWindow + w];
            var until = w == stop->WindowCount - 1 ? window.Until + stop->Lateness : window.Until;
            if (window.From <= begin)
                return Math.Min(begin, until);
        }
        return TooLate;
    }

    public static int LatestArrival(RoundProblem problem, BreakData* pause, int begin)
    {
        if (pause->WindowCount == 0)
            return begin;
        for (var w = pause->WindowCount - 1; w >= 0; w--)
        {
            var window = problem.Windows[pause->FirstWindow + w];
            if (window.From <= begin)
                return Math.Min(begin, window.Until);
        }
        return TooLate;
    }

    /// <summary>The vehicle goes on to a stop; false when it comes too late.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Visit(RoundProblem problem, VehicleData* vehicle, int index, ref Progress progress)
    {
        unchecked
        {
            var stop = problem.Stops + index;
            var arrival = progress.Done + Math.Max(0, vehicle->Ride(progress.Place, stop->Location) - progress.Ridden);
            var start = FirstStart(problem, stop, arrival);
            if (start == Never)
                return false;
            var setup = progress.Place == stop->Location ? 0 : stop->Setup;
            progress = new Progress(start + setup + stop->Service, 0, stop->Location);
            return true;
        }
    }

    /// <summary>The vehicle pauses, riding on meanwhile until the pause's window opens.</summary>
    public static bool Pause(RoundProblem problem, int index, ref Progress progress)
    {
        var pause = problem.Breaks + index;
        var start = FirstStart(problem, pause, progress.Done);
        if (start == Never)
            return false;
        progress = new Progress(start + pause->Service, progress.Ridden + start - progress.Done, progress.Place);
        return true;
    }

    /// <summary>Whether the rest of the route, beginning with this step, can still be ridden.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanGoOn(VehicleData* vehicle, in Progress progress, in Step next)
    {
        unchecked
        {
            var arrival = progress.Done + Math.Max(0, vehicle->Ride(progress.Place, next.NextPlace) - progress.Ridden);
            return progress.Place == next.NextPlace
                ? progress.Done <= next.LatestTimeSame && arrival <= next.LatestSame
                : progress.Done <= next.LatestTime && arrival <= next.LatestArrival;
        }
    }
}
