namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// SREX (Nagata and Bräysy, 2010; with time windows: Nagata, Bräysy and Dullaert, 2010): a stretch of neighbouring
/// routes of one
/// parent is replaced by the routes of the other parent that serve most of the same clients. Of the two ways to
/// settle the
/// difference the cheaper is kept.
/// </summary>
internal sealed class RouteExchangeCrossover(ClassicProblem problem, LocalSearch search, SeededRandom random)
{
    private readonly bool[] _inFirst = new bool[problem.Count + 1];
    private readonly bool[] _inSecond = new bool[problem.Count + 1];

    /// <summary>Leaves the child in the local search, ready to be improved.</summary>
    public void Breed(Individual first, Individual second, in Penalties penalties)
    {
        var a = Around(first);
        var b = Around(second);
        var moved = 1 + random.Below(Math.Min(a.Length, b.Length));
        var startA = random.Below(a.Length);
        var startB = NearestStart(a[startA], b);
        Align(a, b, moved, ref startA, ref startB);

        Mark(_inFirst, a, startA, moved);
        Mark(_inSecond, b, startB, moved);
        var (left, leftMissing) = Child(a, b, startA, startB, moved, keepSecond: true);
        var (right, rightMissing) = Child(a, b, startA, startB, moved, keepSecond: false);

        search.Load(left, penalties, a);
        search.InsertMissing(leftMissing);
        var leftCost = search.PenalisedCost();
        search.Load(right, penalties, a);
        search.InsertMissing(rightMissing);
        if (leftCost >= search.PenalisedCost())
            return;
        search.Load(left, penalties, a);
        search.InsertMissing(leftMissing);
    }

    /// <summary>Routes in the order of their direction from the depot.</summary>
    private int[][] Around(Individual individual)
    {
        if (problem.Angles is not { } angles)
            return individual.Routes;
        if (individual.Around is { } known)
            return known;
        var routes = (int[][])individual.Routes.Clone();
        var directions = new double[routes.Length];
        for (var r = 0; r < routes.Length; r++)
            directions[r] = Direction(routes[r], angles);
        Array.Sort(directions, routes);
        return individual.Around = routes;
    }

    private static double Direction(int[] route, int[] angles)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var client in route)
        {
            var angle = angles[client] * (Math.Tau / 65536);
            (x, y) = (x + Math.Cos(angle), y + Math.Sin(angle));
        }
        return Math.Atan2(y, x);
    }

    private int NearestStart(int[] route, int[][] others)
    {
        Array.Clear(_inFirst);
        foreach (var client in route)
            _inFirst[client] = true;
        return Enumerable.Range(0, others.Length).MaxBy(r => others[r].Count(c => _inFirst[c]));
    }

    /// <summary>
    /// Turns one of the two stretches by one route as long as that leaves fewer clients to be placed anew.
    /// </summary>
    private void Align(int[][] a, int[][] b, int moved, ref int startA, ref int startB)
    {
        var difference = Difference(a, b, startA, startB, moved);
        while (difference > 0)
        {
            (int A, int B)[] turns =
            [
                ((startA + 1) % a.Length, startB),
                ((startA + a.Length - 1) % a.Length, startB),
                (startA, (startB + 1) % b.Length),
                (startA, (startB + b.Length - 1) % b.Length),
            ];
            var (bestA, bestB, best) = (startA, startB, difference);
            foreach (var (turnA, turnB) in turns)
            {
                var turned = Difference(a, b, turnA, turnB, moved);
                if (turned < best)
                    (bestA, bestB, best) = (turnA, turnB, turned);
            }
            if (best == difference)
                return;
            (startA, startB, difference) = (bestA, bestB, best);
        }
    }

    private int Difference(int[][] a, int[][] b, int startA, int startB, int moved)
    {
        Mark(_inSecond, b, startB, moved);
        var difference = 0;
        for (var r = 0; r < moved; r++)
        {
            foreach (var client in a[(startA + r) % a.Length])
                difference += _inSecond[client] ? 0 : 1;
        }
        return difference;
    }

    private static void Mark(bool[] set, int[][] routes, int start, int moved)
    {
        Array.Clear(set);
        for (var r = 0; r < moved; r++)
        {
            foreach (var client in routes[(start + r) % routes.Length])
                set[client] = true;
        }
    }

    /// <summary>
    /// Clients of the second parent's stretch that the first parent serves elsewhere stay in the new routes or where
    /// they were;
    /// clients of the first parent's stretch that the new routes miss are to be inserted.
    /// </summary>
    private (int[][] Routes, int[] Missing) Child(
        int[][] a,
        int[][] b,
        int startA,
        int startB,
        int moved,
        bool keepSecond
    )
    {
        var routes = new int[a.Length][];
        var missing = new List<int>();
        for (var r = 0; r < a.Length; r++)
        {
            var index = (startA + r) % a.Length;
            if (r < moved)
            {
                var other = b[(startB + r) % b.Length];
                routes[index] = keepSecond ? other : Array.FindAll(other, c => _inFirst[c]);
                foreach (var client in a[index])
                {
                    if (!_inSecond[client])
                        missing.Add(client);
                }
            }
            else
            {
                routes[index] =
                    keepSecond && Array.Exists(a[index], c => _inSecond[c])
                        ? Array.FindAll(a[index], c => !_inSecond[c])
                        : a[index];
            }
        }
        var list = missing.ToArray();
        random.Shuffle(list);
        return (routes, list);
    }
}
