namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// Takes pauses out of a route and puts them back where they fit, at times the least delaying place, at times any.
/// </summary>
internal sealed unsafe class BreakPlacement(RoundProblem problem, RoundState state, SeededRandom random)
{
    /// <summary>False when a pause fits nowhere; the route then holds those that did.</summary>
    public bool PlaceAll(int v)
    {
        var vehicle = problem.Vehicles + v;
        var complete = true;
        for (var pause = vehicle->FirstBreak; pause < vehicle->FirstBreak + vehicle->BreakCount; pause++)
            complete &= Place(v, pause);
        return complete;
    }

    /// <summary>Takes the pauses out; <see cref="PlaceAll"/> is to follow.</summary>
    public void Remove(int v)
    {
        if (problem.Vehicles[v].BreakCount > 0)
            state.RemoveWhere(v, code => code < 0);
    }

    private bool Place(int v, int pause)
    {
        var vehicle = problem.Vehicles + v;
        var route = state.Route(v);
        var totals = state.Totals(v);
        var (best, bestDelay, seen) = (-1, int.MaxValue, 0);
        var anywhere = random.Below(2) == 0;
        for (var at = totals.Committed; at <= totals.Length; at++)
        {
            var progress = Progress.After(route[at]);
            if (!RoundClock.Pause(problem, pause, ref progress))
                break;
            if (!MayCarry(vehicle, pause, route + at) || !RoundClock.CanGoOn(vehicle, progress, route[at + 1]))
                continue;
            var delay = progress.Done - route[at].Done;
            if (anywhere ? random.Below(++seen) == 0 : delay < bestDelay)
                (best, bestDelay) = (at, delay);
        }
        if (best < 0)
            return false;
        state.Insert(v, best, ~pause);
        state.Refresh(v);
        return true;
    }

    private bool MayCarry(VehicleData* vehicle, int pause, Step* here)
    {
        for (var kind = 0; kind < RoundProblem.Loads; kind++)
        {
            if (here->Load[kind] + problem.Breaks[pause].Barred[kind] > vehicle->Capacity[kind])
                return false;
        }
        return true;
    }
}
