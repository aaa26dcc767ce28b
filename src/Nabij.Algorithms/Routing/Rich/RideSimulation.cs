namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// Rides a whole route where time windows alone do not decide: sums lateness, and holds pick-ups back until nothing
/// stays on
/// board for too long. Holding back one step can only delay the others, so going round until nothing changes gives
/// the earliest
/// schedule that keeps all limits, or shows that there is none.
/// </summary>
internal sealed unsafe class RideSimulation(RoundProblem problem)
{
    private readonly int[] _notBefore = new int[problem.StepsAtMost];
    private readonly int[] _start = new int[problem.StepsAtMost];
    private readonly int[] _done = new int[problem.StepsAtMost];

    /// <summary>Time by which services start late, all together.</summary>
    public long Lateness { get; private set; }

    /// <summary>Steps that must wait, by their place in the route; 0 for those that need not.</summary>
    public ReadOnlySpan<int> NotBefore => _notBefore;

    /// <summary>False when the route cannot be ridden.</summary>
    public bool Run(int vehicle, ReadOnlySpan<Step> steps)
    {
        Array.Clear(_notBefore, 0, steps.Length);
        while (Ride(problem.Vehicles + vehicle, steps))
        {
            if (!HoldBack(steps))
                return true;
        }
        return false;
    }

    private bool Ride(VehicleData* vehicle, ReadOnlySpan<Step> steps)
    {
        var progress = new Progress(vehicle->Shift.From, 0, vehicle->Start);
        Lateness = 0;
        for (var at = 0; at < steps.Length; at++)
        {
            if (steps[at].IsBreak)
            {
                if (!RoundClock.Pause(problem, steps[at].Break, ref progress))
                    return false;
                continue;
            }
            var stop = problem.Stops + steps[at].Code;
            var arrival = progress.Done + Math.Max(0, vehicle->Ride(progress.Place, stop->Location) - progress.Ridden);
            var start = RoundClock.FirstStart(problem, stop, Math.Max(arrival, _notBefore[at]));
            if (start == RoundClock.Never)
                return false;
            if (stop->WindowCount > 0)
                Lateness += Math.Max(0, start - problem.Windows[stop->FirstWindow + stop->WindowCount - 1].Until);
            var setup = progress.Place == stop->Location ? 0 : stop->Setup;
            (_start[at], _done[at]) = (start, start + setup + stop->Service);
            progress = new Progress(_done[at], 0, stop->Location);
        }
        return progress.Done + Math.Max(0, vehicle->Ride(progress.Place, vehicle->End) - progress.Ridden)
            <= vehicle->Shift.Until;
    }

    private bool HoldBack(ReadOnlySpan<Step> steps)
    {
        var held = false;
        for (var at = 0; at < steps.Length; at++)
        {
            if (!steps[at].IsStop)
                continue;
            var errand = problem.Errands + problem.Stops[steps[at].Code].Errand;
            if (errand->Second != steps[at].Code || errand->MaxOnBoard == int.MaxValue)
                continue;
            var pickup = 0;
            while (steps[pickup].Code != errand->First)
                pickup++;
            var excess = _start[at] - _done[pickup] - errand->MaxOnBoard;
            if (excess <= 0)
                continue;
            _notBefore[pickup] = _start[pickup] + excess;
            held = true;
        }
        return held;
    }
}
