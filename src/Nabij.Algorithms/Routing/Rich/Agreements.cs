namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// At what time two come together. As long as it is agreed, both stops have that moment as their only window, so that
/// each route can be judged by itself; when one of them is torn out both go, and a new time is found with new places.
/// </summary>
internal sealed unsafe class Agreements
{
    private const int Free = -1;
    private readonly RoundProblem _problem;
    private readonly int[] _jointOf;
    private readonly StopData[] _stops;
    private readonly int[] _starts;
    private readonly int[] _startsBefore;
    private readonly int _slots;

    public Agreements(RoundProblem problem)
    {
        _problem = problem;
        var joints = problem.Source.Together;
        _jointOf = new int[problem.ErrandCount];
        Array.Fill(_jointOf, -1);
        _starts = new int[2 * joints.Length];
        _startsBefore = new int[2 * joints.Length];
        Array.Fill(_starts, Free);
        _stops = new StopData[2 * joints.Length];
        _slots =
            problem.Source.Stops.Sum(s => s.Windows.Length)
            + problem.Source.Vehicles.Sum(v => v.Breaks.Sum(b => b.Windows.Length));
        for (var j = 0; j < joints.Length; j++)
        {
            _jointOf[joints[j].First] = _jointOf[joints[j].Second] = j;
            _stops[2 * j] = problem.Stops[problem.Errands[joints[j].First].First];
            _stops[(2 * j) + 1] = problem.Stops[problem.Errands[joints[j].Second].First];
        }
    }

    /// <summary>Who comes together with this one, -1 for nobody.</summary>
    public int PartnerOf(int errand)
    {
        if (_jointOf[errand] is < 0)
            return -1;
        var joint = _problem.Source.Together[_jointOf[errand]];
        return joint.First == errand ? joint.Second : joint.First;
    }

    public bool IsFirst(int errand) => Joint(errand).First == errand;

    public JointVisit Joint(int errand) => _problem.Source.Together[_jointOf[errand]];

    /// <summary>The agreed start of a stop, 0 where none is.</summary>
    public int StartOf(int stop)
    {
        if (stop < 0 || _jointOf[_problem.Stops[stop].Errand] is not (>= 0 and var joint))
            return 0;
        return Math.Max(0, _starts[(2 * joint) + (IsFirst(_problem.Stops[stop].Errand) ? 0 : 1)]);
    }

    /// <summary>Agrees on a time for both; returns what their lateness costs.</summary>
    public long Agree(int errand, int first, int second)
    {
        var joint = _jointOf[errand];
        return Set(2 * joint, first) + Set((2 * joint) + 1, second);
    }

    /// <summary>Lets both go; returns what their lateness cost.</summary>
    public long Cancel(int errand)
    {
        var joint = _jointOf[errand];
        var cost = CostOf(2 * joint) + CostOf((2 * joint) + 1);
        Set(2 * joint, Free);
        Set((2 * joint) + 1, Free);
        return cost;
    }

    public void Mark() => _starts.CopyTo(_startsBefore, 0);

    public void Undo()
    {
        for (var i = 0; i < _starts.Length; i++)
        {
            if (_starts[i] != _startsBefore[i])
                Set(i, _startsBefore[i]);
        }
    }

    private long Set(int index, int start)
    {
        _starts[index] = start;
        ref readonly var free = ref _stops[index];
        var stop = _problem.Stops + _problem.Errands[free.Errand].First;
        *stop = free;
        if (start == Free)
            return 0;
        _problem.Windows[_slots + index] = new TimeWindow(start, start);
        (stop->FirstWindow, stop->WindowCount, stop->Lateness, stop->Until) = (_slots + index, 1, 0, start);
        return CostOf(index);
    }

    private long CostOf(int index)
    {
        ref readonly var free = ref _stops[index];
        if (_starts[index] == Free || free.WindowCount == 0)
            return 0;
        var until = _problem.Windows[free.FirstWindow + free.WindowCount - 1].Until;
        return Math.Max(0, _starts[index] - until) * (long)_problem.Source.LatenessCost;
    }
}
