namespace Nabij.Algorithms.Districting;

/// <summary>Where a corner has one circle too many, the lightest is dissolved, and a circle is split where neighbours
/// are full.</summary>
/// <remarks>Border moves alone would have to push the surplus through all circles in between. A step of recombination
/// as in D. DeFord, M. Duchin, J. Solomon (2021), Recombination: a family of Markov chains for redistricting, but with
/// the two ends apart.</remarks>
internal sealed class Transplant(Layout layout)
{
    private readonly Queue<int> _open = new();
    private readonly HashSet<int> _around = [];

    /// <summary>Moves the lightest circle, if it is much too light; every circle stays connected and none is
    /// empty.</summary>
    public bool Try()
    {
        var light = Lightest();
        if (layout.Size[light] >= layout.Problem.Smallest * 0.8)
            return false;
        var heavy = MostCrowded(light);
        if (heavy < 0 || !Dissolve(light))
            return false;
        Split(heavy, light);
        return true;
    }

    private int Lightest()
    {
        var lightest = 0;
        for (var circle = 1; circle < layout.Circles; circle++)
            if (layout.Size[circle] < layout.Size[lightest])
                lightest = circle;
        return lightest;
    }

    /// <summary>The circle that is fullest together with the circles around it, of those that can be split.</summary>
    private int MostCrowded(int except)
    {
        var (crowded, fullest) = (-1, 0.0);
        for (var circle = 0; circle < layout.Circles; circle++)
        {
            if (circle == except || layout.Count[circle] < 2)
                continue;
            LookAround(circle);
            if (_around.Contains(except))
                continue;
            var fullness = FullnessWith(_around, circle);
            if (fullness > fullest)
                (crowded, fullest) = (circle, fullness);
        }
        return crowded;
    }

    private double FullnessWith(HashSet<int> around, int circle)
    {
        var sum = (double)layout.Size[circle];
        foreach (var other in around)
            sum += layout.Size[other];
        return sum / (1 + around.Count);
    }

    private void LookAround(int circle)
    {
        _around.Clear();
        for (var link = 0; link < layout.Links.Count; link++)
            if (
                layout.CircleOf[layout.Links.Tail[link]] == circle
                && layout.CircleOf[layout.Links.Head[link]] is var other
                && other != circle
            )
                _around.Add(other);
    }

    /// <summary>Gives all places of a circle to the lightest circles next to them, from the outside in.</summary>
    private bool Dissolve(int circle)
    {
        for (var given = true; given && layout.Count[circle] > 0; )
        {
            given = false;
            for (var place = 0; place < layout.Places; place++)
            {
                if (layout.CircleOf[place] != circle || LightestBeside(place) is not (>= 0 and var to))
                    continue;
                layout.Move(place, to);
                given = true;
            }
        }
        return layout.Count[circle] == 0;
    }

    private int LightestBeside(int place)
    {
        var lightest = -1;
        foreach (var neighbour in layout.Links.Of(place))
            if (
                layout.CircleOf[neighbour] is var other
                && other != layout.CircleOf[place]
                && (lightest < 0 || layout.Size[other] < layout.Size[lightest])
            )
                lightest = other;
        return lightest;
    }

    /// <summary>From the outermost place inward, half of a circle goes over, place by place so that both halves hang
    /// together.</summary>
    private void Split(int circle, int to)
    {
        layout.Recentre(circle);
        var half = layout.Size[circle] / 2;
        var first = Outermost(circle);
        layout.Move(first, to);
        _open.Clear();
        _open.Enqueue(first);
        while (layout.Size[to] < half && _open.TryDequeue(out var place))
            foreach (var next in layout.Links.Of(place))
            {
                if (
                    layout.CircleOf[next] != circle
                    || layout.Count[circle] == 1
                    || !layout.Links.HangsTogetherWithout(next, layout.CircleOf)
                )
                    continue;
                layout.Move(next, to);
                _open.Enqueue(next);
            }
        layout.Recentre(circle);
        layout.Recentre(to);
    }

    private int Outermost(int circle)
    {
        var outermost = -1;
        for (var place = 0; place < layout.Places; place++)
            if (
                layout.CircleOf[place] == circle
                && layout.Links.HangsTogetherWithout(place, layout.CircleOf)
                && (outermost < 0 || Far(place) > Far(outermost))
            )
                outermost = place;
        return outermost;

        int Far(int place) => layout.Far[(circle * layout.Places) + place];
    }
}
