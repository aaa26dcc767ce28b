namespace Nabij.Algorithms.Districting;

/// <summary>A division into circles that can be changed place by place; every figure is kept up, nothing is allocated
/// by a move.</summary>
internal sealed class Layout
{
    private const float UncountedPull = 0.25f;

    private readonly Distances _distances;
    private readonly int[] _member;

    public Layout(CircleProblem problem, int circles)
    {
        Problem = problem;
        (Places, Circles) = (problem.Places.Length, circles);
        Links = new Links(problem.Walks);
        Weight = [.. problem.Places.Select(problem.Counting.Of)];
        Pull = [.. Weight.Select(weight => weight > 0 ? weight : UncountedPull)];
        Helpers = [.. problem.Places.Select(place => place.Helpers)];
        Existing = problem.Existing.IsEmpty ? [.. Enumerable.Repeat(-1, Places)] : [.. problem.Existing];
        CircleOf = new int[Places];
        (Size, Count, HelpersIn, Middle) = (new int[circles], new int[circles], new int[circles], new int[circles]);
        Far = new int[circles * Places];
        Middle.AsSpan().Fill(-1);
        _distances = Distances.Of(problem);
        _member = new int[Places];
    }

    public CircleProblem Problem { get; }

    public int Places { get; }

    public int Circles { get; }

    public Links Links { get; }

    public int[] Weight { get; }

    /// <summary>How strongly a place wants to be near: what it counts for, and a little where it counts for
    /// nothing.</summary>
    public float[] Pull { get; }

    public int[] Helpers { get; }

    public int[] Existing { get; }

    public int[] CircleOf { get; }

    public int[] Size { get; }

    public int[] Count { get; }

    public int[] HelpersIn { get; }

    public int[] Middle { get; }

    /// <summary>The distance from the middle of each circle to each place, circle by circle.</summary>
    public int[] Far { get; }

    /// <summary>Takes over a whole division and counts everything anew.</summary>
    public void Take(ReadOnlySpan<int> circleOf)
    {
        circleOf.CopyTo(CircleOf);
        Size.AsSpan().Clear();
        Count.AsSpan().Clear();
        HelpersIn.AsSpan().Clear();
        for (var place = 0; place < Places; place++)
            Enter(place, circleOf[place]);
        for (var circle = 0; circle < Circles; circle++)
            Recentre(circle);
        Outside = Size.Sum(size => (long)SizeTerm.Outside(size, Problem.Smallest, Problem.Largest));
    }

    public void Move(int place, int to)
    {
        var from = CircleOf[place];
        Outside += SizeTerm.Delta(Size[from], Size[to], Weight[place], Problem.Smallest, Problem.Largest);
        Size[from] -= Weight[place];
        Count[from]--;
        HelpersIn[from] -= Helpers[place];
        CircleOf[place] = to;
        Enter(place, to);
    }

    private void Enter(int place, int to)
    {
        Size[to] += Weight[place];
        Count[to]++;
        HelpersIn[to] += Helpers[place];
    }

    public long DistanceSum()
    {
        var sum = 0L;
        for (var place = 0; place < Places; place++)
            sum += (long)Weight[place] * Far[(CircleOf[place] * Places) + place];
        return sum;
    }

    /// <summary>What circles hold too much or too little together.</summary>
    public long Outside { get; private set; }

    /// <summary>Distance by pull, and for each place outside its existing circle what leaving it feels like.</summary>
    public double FeltDistance()
    {
        var sum = 0.0;
        for (var place = 0; place < Places; place++)
        {
            var left = Existing[place] >= 0 && Existing[place] != CircleOf[place];
            sum += Pull[place] * (Far[(CircleOf[place] * Places) + place] + (left ? Problem.Attachment : 0));
        }
        return sum;
    }

    /// <summary>The figures of one circle.</summary>
    public Circle Figures(int circle)
    {
        var sum = 0L;
        for (var place = 0; place < Places; place++)
            if (CircleOf[place] == circle)
                sum += (long)Weight[place] * Far[(circle * Places) + place];
        return new Circle(
            Middle[circle],
            Count[circle],
            Size[circle],
            HelpersIn[circle],
            sum / (double)Math.Max(1, Size[circle])
        );
    }

    /// <summary>Whether a circle hangs together; one without places does.</summary>
    public bool IsConnected(int circle)
    {
        var members = MembersOf(circle);
        return members.IsEmpty || Links.ReachedFrom(members[0], CircleOf) == members.Length;
    }

    /// <summary>How many helpers circles lack together.</summary>
    public long Lacking()
    {
        var sum = 0L;
        foreach (var helpers in HelpersIn)
            sum += Math.Max(0, Problem.HelpersACircle - helpers);
        return sum;
    }

    /// <summary>Puts the middle where the members are nearest; true when it moved.</summary>
    public bool Recentre(int circle)
    {
        var members = MembersOf(circle);
        if (members.IsEmpty)
        {
            Middle[circle] = -1;
            return false;
        }
        var best = Middle[circle] >= 0 && CircleOf[Middle[circle]] == circle ? Middle[circle] : members[0];
        var lowest = SumFrom(best, members, double.MaxValue);
        if (_distances.AreCheap)
            BestOfAll(members, ref best, ref lowest);
        else
            while (StepTowardsMiddle(circle, members, ref best, ref lowest)) { }
        if (best == Middle[circle])
            return false;
        Middle[circle] = best;
        _distances.Fill(best, Far.AsSpan(circle * Places, Places));
        return true;
    }

    private void BestOfAll(ReadOnlySpan<int> members, ref int best, ref double lowest)
    {
        foreach (var candidate in members)
            if (SumFrom(candidate, members, lowest) is var sum && sum < lowest)
                (best, lowest) = (candidate, sum);
    }

    private bool StepTowardsMiddle(int circle, ReadOnlySpan<int> members, ref int best, ref double lowest)
    {
        var from = best;
        foreach (var neighbour in Links.Of(from))
            if (CircleOf[neighbour] == circle && SumFrom(neighbour, members, lowest) is var sum && sum < lowest)
                (best, lowest) = (neighbour, sum);
        return best != from;
    }

    private double SumFrom(int middle, ReadOnlySpan<int> members, double enough)
    {
        var sum = 0.0;
        foreach (var member in members)
        {
            sum += Pull[member] * _distances.Between(middle, member);
            if (sum >= enough)
                break;
        }
        return sum;
    }

    private ReadOnlySpan<int> MembersOf(int circle)
    {
        var count = 0;
        for (var place = 0; place < Places; place++)
            if (CircleOf[place] == circle)
                _member[count++] = place;
        return _member.AsSpan(0, count);
    }
}
