using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Districting;

/// <summary>Distances in decimetres from one place to all others.</summary>
internal abstract class Distances
{
    /// <summary>Farther than any walk: no way there.</summary>
    public const int NoWay = 1_000_000;

    public static Distances Of(CircleProblem problem) =>
        problem.Distance == DistanceKind.Straight ? new Straight(problem) : new Walking(problem);

    /// <summary>Whether any two places can be compared at once, so that a middle may be looked for among all
    /// members.</summary>
    public abstract bool AreCheap { get; }

    public abstract int Between(int from, int to);

    public abstract void Fill(int from, Span<int> row);

    private sealed class Straight(CircleProblem problem) : Distances
    {
        private readonly float[] _x = [.. problem.Places.Select(place => (float)(place.At.X - problem.Places[0].At.X))];
        private readonly float[] _y = [.. problem.Places.Select(place => (float)(place.At.Y - problem.Places[0].At.Y))];

        public override bool AreCheap => true;

        public override int Between(int from, int to)
        {
            var (across, along) = (_x[from] - _x[to], _y[from] - _y[to]);
            return (int)MathF.Sqrt((across * across) + (along * along));
        }

        public override void Fill(int from, Span<int> row)
        {
            for (var to = 0; to < row.Length; to++)
                row[to] = Between(from, to);
        }
    }

    /// <summary>Dijkstra over the walking graph, kept per place from where it was asked.</summary>
    /// <remarks>In large neighbourhoods it stops well beyond any reasonable circle; farther away a detour of two fifths
    /// is taken for granted.</remarks>
    private sealed class Walking(CircleProblem problem) : Distances
    {
        private const int SmallNeighbourhood = 1000;
        private readonly Dictionary<int, int[]> _rows = [];
        private readonly PriorityQueue<int, int> _open = new();
        private readonly int _farthest = Farthest(problem);

        public override bool AreCheap => false;

        public override int Between(int from, int to) => Row(from)[to];

        public override void Fill(int from, Span<int> row) => Row(from).CopyTo(row);

        /// <summary>Three times as far as a square circle is wide.</summary>
        private static int Farthest(CircleProblem problem)
        {
            if (problem.Places.Length <= SmallNeighbourhood)
                return NoWay;
            var across = (double)problem.Places.Max(place => place.At.X) - problem.Places.Min(place => place.At.X);
            var along = (double)problem.Places.Max(place => place.At.Y) - problem.Places.Min(place => place.At.Y);
            return (int)Math.Clamp(3 * Math.Sqrt(across * along / problem.Circles), 1000, NoWay);
        }

        private int[] Row(int from)
        {
            if (_rows.TryGetValue(from, out var row))
                return row;
            row = new int[problem.Places.Length];
            Array.Fill(row, NoWay);
            row[from] = 0;
            _open.Enqueue(from, 0);
            while (_open.TryDequeue(out var place, out var distance))
            {
                if (distance > row[place] || distance > _farthest)
                    continue;
                foreach (var neighbour in problem.Walks.Of(place))
                {
                    var longer = distance + problem.Places[place].At.DistanceTo(problem.Places[neighbour].At);
                    if (longer >= row[neighbour])
                        continue;
                    row[neighbour] = longer;
                    _open.Enqueue(neighbour, longer);
                }
            }
            for (var place = 0; _farthest < NoWay && place < row.Length; place++)
                if (row[place] == NoWay)
                    row[place] = problem.Places[from].At.DistanceTo(problem.Places[place].At) * 7 / 5;
            return _rows[from] = row;
        }
    }
}
