using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>A first division: circles grow from middles over the graph, the lightest first, and start again from their
/// new middles.</summary>
internal sealed class Growth
{
    private readonly CircleProblem _problem;
    private readonly Layout _layout;
    private readonly int[] _circleOf;
    private readonly PriorityQueue<int, int>[] _frontiers;
    private readonly PriorityQueue<int, long> _lightest = new();
    private readonly long[] _size;

    private Growth(CircleProblem problem, Layout layout)
    {
        (_problem, _layout) = (problem, layout);
        _circleOf = new int[layout.Places];
        _frontiers = [.. Enumerable.Range(0, layout.Circles).Select(_ => new PriorityQueue<int, int>())];
        _size = new long[layout.Circles];
    }

    /// <summary>How many circles are needed: as asked, but every part of the graph has one, and none is
    /// empty.</summary>
    public static int CirclesNeeded(CircleProblem problem)
    {
        var (partOf, parts) = problem.Walks.Parts();
        var placed = Enumerable
            .Range(0, problem.Existing.Length)
            .Where(place => problem.Existing[place] >= 0)
            .ToArray();
        var bare = parts - placed.Select(place => partOf[place]).Distinct().Count();
        var kept = placed.Select(place => problem.Existing[place]).DefaultIfEmpty(-1).Max() + 1;
        return Math.Min(Math.Max(problem.Circles, kept + bare), problem.Places.Length);
    }

    /// <summary>Leaves the layout with every place in a circle and every circle connected.</summary>
    public static void Start(CircleProblem problem, Layout layout, ref Dice dice, CancellationToken cancellation)
    {
        const int rounds = 8;
        var growth = new Growth(problem, layout);
        var middles = growth.Seeds(ref dice);
        var best = (Outside: long.MaxValue, Distance: long.MaxValue);
        var bestOf = new int[layout.Places];
        for (var round = 0; round < rounds && (round == 0 || !cancellation.IsCancellationRequested); round++)
        {
            growth._circleOf.AsSpan().Fill(-1);
            for (var circle = 0; circle < middles.Length; circle++)
                growth._circleOf[middles[circle]] = circle;
            growth.GrowFrom(middles);
            layout.Take(growth._circleOf);
            layout.Middle.CopyTo(middles, 0);
            var reached = (layout.Outside, layout.DistanceSum());
            if (reached.CompareTo(best) >= 0)
                continue;
            best = reached;
            layout.CircleOf.CopyTo(bestOf, 0);
        }
        layout.Take(bestOf);
    }

    /// <summary>Starts from the circles there are: what hangs together keeps its circle, the rest grows to
    /// it.</summary>
    public static void Continue(CircleProblem problem, Layout layout, ref Dice dice)
    {
        var growth = new Growth(problem, layout);
        var middles = growth.Seeds(ref dice);
        growth.GrowFrom(growth.Kept(middles));
        layout.Take(growth._circleOf);
        for (var circle = 0; circle < layout.Circles; circle++)
            if (layout.Count[circle] == 0)
                SplitOff(layout, circle);
    }

    /// <summary>An empty circle begins with the outermost place of the largest one.</summary>
    private static void SplitOff(Layout layout, int circle)
    {
        var largest = Enumerable
            .Range(0, layout.Circles)
            .Where(other => layout.Count[other] > 1)
            .MaxBy(other => layout.Size[other]);
        var place = Enumerable
            .Range(0, layout.Places)
            .Where(place =>
                layout.CircleOf[place] == largest && layout.Links.HangsTogetherWithout(place, layout.CircleOf)
            )
            .MaxBy(place => layout.Far[(largest * layout.Places) + place]);
        layout.Move(place, circle);
        layout.Recentre(circle);
        layout.Recentre(largest);
    }

    /// <summary>Per part of the graph its share of the circles, spread by k-means++ (Arthur and Vassilvitskii
    /// 2007).</summary>
    private int[] Seeds(ref Dice dice)
    {
        var (partOf, parts) = _problem.Walks.Parts();
        var quota = Quota(partOf, parts);
        var middles = new List<int>();
        for (var part = 0; part < parts; part++)
        {
            int[] places = [.. Enumerable.Range(0, _layout.Places).Where(place => partOf[place] == part)];
            Spread(places, Math.Min(quota[part], places.Length), middles, ref dice);
        }
        return [.. middles];
    }

    private void Spread(int[] places, int count, List<int> middles, ref Dice dice)
    {
        var nearest = new double[places.Length];
        Array.Fill(nearest, 1.0);
        for (var made = 0; made < count; made++)
        {
            var at = Draw(places, nearest, ref dice);
            middles.Add(places[at]);
            for (var other = 0; other < places.Length; other++)
            {
                var square = (double)_problem.Places[places[other]].At.SquareTo(_problem.Places[places[at]].At);
                nearest[other] = made == 0 || square < nearest[other] ? square : nearest[other];
            }
            nearest[at] = -1;
        }
    }

    private int Draw(int[] places, double[] nearest, ref Dice dice)
    {
        var total = 0.0;
        for (var at = 0; at < places.Length; at++)
            total += Math.Max(0, nearest[at]) * (_layout.Weight[places[at]] + 1);
        var drawn = dice.Share() * total;
        for (var at = 0; at < places.Length; at++)
            if (nearest[at] >= 0 && (drawn -= nearest[at] * (_layout.Weight[places[at]] + 1)) <= 0)
                return at;
        return Array.FindIndex(nearest, square => square >= 0);
    }

    /// <summary>Largest remainders, at least one a part.</summary>
    private int[] Quota(ImmutableArray<int> partOf, int parts)
    {
        var (weight, count) = (new double[parts], new int[parts]);
        for (var place = 0; place < partOf.Length; place++)
        {
            weight[partOf[place]] += _layout.Weight[place] + 1e-6;
            count[partOf[place]]++;
        }
        var quota = Enumerable.Repeat(1, parts).ToArray();
        for (var left = _layout.Circles - parts; left > 0; left--)
        {
            var most = Enumerable
                .Range(0, parts)
                .Where(part => quota[part] < count[part])
                .DefaultIfEmpty(-1)
                .MaxBy(part => part < 0 ? 0 : weight[part] / (quota[part] + 0.5));
            if (most < 0)
                break;
            quota[most]++;
        }
        return quota;
    }

    /// <summary>The largest connected piece of each existing circle; circles with none get a seed outside all
    /// pieces.</summary>
    private int[] Kept(int[] seeds)
    {
        _circleOf.AsSpan().Fill(-1);
        var pieces = Pieces().OrderByDescending(piece => piece.Places.Count).DistinctBy(piece => piece.Circle).ToList();
        var middles = Enumerable.Repeat(-1, _layout.Circles).ToArray();
        foreach (var (circle, places) in pieces)
        {
            middles[circle] = places[0];
            foreach (var place in places)
                _circleOf[place] = circle;
        }
        var (partOf, _) = _problem.Walks.Parts();
        var partsWithCircle = pieces.Select(piece => partOf[piece.Places[0]]).ToHashSet();
        var spare = new Queue<int>(
            seeds.Where(seed => _circleOf[seed] < 0).OrderBy(seed => partsWithCircle.Contains(partOf[seed]))
        );
        var empty = Enumerable.Range(0, _layout.Circles).Where(circle => middles[circle] < 0);
        foreach (var circle in empty)
        {
            if (!spare.TryDequeue(out var seed))
                break;
            middles[circle] = seed;
            _circleOf[seed] = circle;
        }
        return middles;
    }

    private IEnumerable<(int Circle, List<int> Places)> Pieces()
    {
        var seen = new bool[_layout.Places];
        for (var first = 0; first < seen.Length; first++)
        {
            var circle = _layout.Existing[first];
            if (seen[first] || circle < 0)
                continue;
            List<int> piece = [first];
            seen[first] = true;
            for (var at = 0; at < piece.Count; at++)
                foreach (var next in _layout.Links.Of(piece[at]))
                    if (!seen[next] && _layout.Existing[next] == circle)
                    {
                        seen[next] = true;
                        piece.Add(next);
                    }
            yield return (circle, piece);
        }
    }

    /// <summary>Goes on from the places that have a circle already.</summary>
    private void GrowFrom(int[] middles)
    {
        _size.AsSpan().Clear();
        for (var place = 0; place < _circleOf.Length; place++)
            if (_circleOf[place] >= 0)
                Join(place, _circleOf[place], middles);
        for (var circle = 0; circle < middles.Length; circle++)
            if (_frontiers[circle].Count > 0)
                _lightest.Enqueue(circle, _size[circle]);
        while (_lightest.TryDequeue(out var circle, out _))
        {
            while (_frontiers[circle].TryDequeue(out var place, out _))
            {
                if (_circleOf[place] >= 0)
                    continue;
                Join(place, circle, middles);
                break;
            }
            if (_frontiers[circle].Count > 0)
                _lightest.Enqueue(circle, _size[circle]);
        }
    }

    private void Join(int place, int circle, int[] middles)
    {
        _circleOf[place] = circle;
        _size[circle] += _layout.Weight[place];
        foreach (var next in _layout.Links.Of(place))
            if (_circleOf[next] < 0)
                _frontiers[circle]
                    .Enqueue(next, _problem.Places[next].At.DistanceTo(_problem.Places[middles[circle]].At));
    }
}
