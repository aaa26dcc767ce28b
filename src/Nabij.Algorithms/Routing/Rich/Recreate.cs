namespace Nabij.Algorithms.Routing.Rich;

/// <summary>Puts the absent back one by one, each at its cheapest place, in an order drawn anew each time.</summary>
internal sealed unsafe class Recreate(RoundProblem problem, RoundState state, Insertion insertion, SeededRandom random)
{
    private readonly long[] _keys = new long[problem.ErrandCount];
    private readonly int[] _queue = new int[problem.ErrandCount];
    private readonly bool[] _isOld = new bool[problem.ErrandCount];

    /// <summary>
    /// Tries everybody; those of the first <paramref name="old"/> absent only where a route changed.
    /// </summary>
    public void Run(int old)
    {
        var count = state.Absent.Count;
        for (var i = 0; i < count; i++)
        {
            _queue[i] = state.Absent[i];
            _isOld[_queue[i]] = i < old;
        }
        Sort(_queue.AsSpan(0, count));
        state.Absent.Clear();
        for (var i = 0; i < count; i++)
        {
            var errand = _queue[i];
            if (problem.Agreements.PartnerOf(errand) is >= 0 and var partner)
            {
                if (problem.Agreements.IsFirst(errand))
                    PutBoth(errand, partner);
                continue;
            }
            var place = insertion.Cheapest(errand, _isOld[errand]);
            if (place.Vehicle < 0)
            {
                state.Absent.Add(errand);
                continue;
            }
            insertion.Put(errand, place);
            state.Cost -= problem.Errands[errand].Price;
        }
    }

    private void PutBoth(int first, int second)
    {
        var places = insertion.CheapestTogether(first, second, _isOld[first]);
        if (places.First.Vehicle < 0)
        {
            state.Absent.Add(first);
            state.Absent.Add(second);
            return;
        }
        state.Cost += problem.Agreements.Agree(first, places.StartOfFirst, places.StartOfSecond);
        insertion.Put(first, places.First);
        insertion.Put(second, places.Second);
        state.Cost -= problem.Errands[first].Price + problem.Errands[second].Price;
    }

    private void Sort(Span<int> errands)
    {
        var draw = random.Below(16);
        for (var i = 0; i < errands.Length; i++)
            _keys[i] = Key(errands[i], draw);
        _keys.AsSpan(0, errands.Length).Sort(errands);
    }

    private long Key(int errand, int draw)
    {
        var data = problem.Errands + errand;
        var door = problem.Stops + (data->Second >= 0 ? data->Second : data->First);
        var (from, until) =
            door->WindowCount == 0
                ? (0, int.MaxValue)
                : (
                    problem.Windows[door->FirstWindow].From,
                    problem.Windows[door->FirstWindow + door->WindowCount - 1].Until
                );
        return draw switch
        {
            < 4 => random.NextBits(),
            < 8 => ((long)-data->Priority << 32) + random.NextBits(),
            < 9 => problem.Allowed[errand].Length,
            < 11 => until - from,
            < 12 => from,
            < 13 => -until,
            < 14 => -(
                problem.Stops[data->First].Service + (long)(data->Second >= 0 ? problem.Stops[data->Second].Service : 0)
            ),
            < 15 => -problem.Vehicles->Ride(problem.Vehicles->Start, door->Location),
            _ => problem.Vehicles->Ride(problem.Vehicles->Start, door->Location),
        };
    }
}
