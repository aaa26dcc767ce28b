using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>One point found, with the square of its distance in decimetres, or its cost.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Found(int Point, long Measure);

/// <summary>Points of the neighbourhood in a balanced k-d tree: who is nearest, and may be asked?</summary>
/// <remarks>J. L. Bentley (1975), Multidimensional binary search trees used for associative searching. No nodes: the
/// points are ordered so that the halves of every range are the subtrees, and the box of each range is kept in a
/// heap-shaped array. Building O(n log n), a search O(k + log n) expected. Safe to search from several
/// threads.</remarks>
public sealed class KdTree
{
    private const int LeafSize = 8;

    private readonly Spot[] _spots;
    private readonly int[] _points;
    private readonly Box[] _boxes;

    /// <param name="spots">The points; their index is their name in every answer.</param>
    public KdTree(ImmutableArray<Spot> spots)
    {
        foreach (var spot in spots)
            if (Math.Abs((long)spot.X) > Spot.Farthest || Math.Abs((long)spot.Y) > Spot.Farthest)
                throw new ArgumentException($"A spot lies beyond {Spot.Farthest} dm: {spot}.", nameof(spots));
        _spots = [.. spots];
        _points = [.. Enumerable.Range(0, spots.Length)];
        var levels = 1;
        for (var size = spots.Length; size > LeafSize; size = (size + 1) / 2)
            levels++;
        _boxes = new Box[1 << levels];
        if (_spots.Length > 0)
            Build(1, 0, _spots.Length);
    }

    /// <summary>Number of points.</summary>
    public int Count => _spots.Length;

    /// <summary>Fills <paramref name="found"/> with the nearest points that are admitted, nearest first, lower index
    /// first at equal distance.</summary>
    /// <param name="from">From where.</param>
    /// <param name="farthest">No point farther than this many decimetres.</param>
    /// <param name="admitted">Who may be found.</param>
    /// <param name="found">Room for as many as are wanted.</param>
    /// <returns>How many were found.</returns>
    public int Nearest<TAdmits>(Spot from, int farthest, TAdmits admitted, Span<Found> found)
        where TAdmits : struct, IAdmits
    {
        var search = new NearestSearch<TAdmits>(this, from, admitted, found, (long)farthest * farthest);
        if (_spots.Length > 0 && found.Length > 0)
            search.Visit(1, 0, _spots.Length);
        return search.Count;
    }

    /// <summary>As <see cref="Nearest{T}"/>, by distance in decimetres plus a surcharge per point, and strictly below a
    /// limit.</summary>
    internal int Cheapest<TAdmits>(
        Spot from,
        long below,
        int farthest,
        TAdmits admitted,
        Surcharges surcharges,
        Span<Found> found
    )
        where TAdmits : struct, IAdmits
    {
        var search = new CheapestSearch<TAdmits>(this, from, farthest, admitted, surcharges, found, below);
        if (_spots.Length > 0 && found.Length > 0)
            search.Visit(1, 0, _spots.Length);
        return search.Count;
    }

    /// <summary>A surcharge per point and, per range of the tree, the lowest in it.</summary>
    internal sealed class Surcharges(KdTree tree)
    {
        private readonly long[] _lowest = new long[tree._boxes.Length];
        private readonly long[] _of = new long[tree._spots.Length];

        public long this[int position] => _of[position];

        public long LowestIn(int node) => _lowest[node];

        /// <summary>Takes new surcharges, by point.</summary>
        public void Set(ReadOnlySpan<long> byPoint)
        {
            for (var position = 0; position < _of.Length; position++)
                _of[position] = byPoint[tree._points[position]];
            if (_of.Length > 0)
                Lower(1, 0, _of.Length);
        }

        private long Lower(int node, int from, int to)
        {
            if (to - from > LeafSize)
            {
                var middle = (from + to + 1) / 2;
                return _lowest[node] = Math.Min(Lower(2 * node, from, middle), Lower((2 * node) + 1, middle, to));
            }
            var lowest = long.MaxValue;
            for (var position = from; position < to; position++)
                lowest = Math.Min(lowest, _of[position]);
            return _lowest[node] = lowest;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Box(int Left, int Bottom, int Right, int Top)
    {
        public long SquareTo(Spot spot)
        {
            var across = Math.Max(0L, Math.Max((long)Left - spot.X, (long)spot.X - Right));
            var along = Math.Max(0L, Math.Max((long)Bottom - spot.Y, (long)spot.Y - Top));
            return (across * across) + (along * along);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private ref struct NearestSearch<TAdmits>(
        KdTree tree,
        Spot from,
        TAdmits admitted,
        Span<Found> found,
        long farthest
    )
        where TAdmits : struct, IAdmits
    {
        private readonly Span<Found> _found = found;
        private long _limit = farthest;

        public int Count { get; private set; }

        public void Visit(int node, int first, int end)
        {
            if (end - first <= LeafSize)
            {
                for (var position = first; position < end; position++)
                    if (
                        tree._spots[position].SquareTo(from) is var square
                        && square <= _limit
                        && tree._points[position] is var point
                        && admitted.Admits(point)
                    )
                        Insert(new Found(point, square));
                return;
            }
            var middle = (first + end + 1) / 2;
            var (left, right) = (tree._boxes[2 * node].SquareTo(from), tree._boxes[(2 * node) + 1].SquareTo(from));
            if (left <= right && left <= _limit)
                Visit(2 * node, first, middle);
            if (right <= _limit)
                Visit((2 * node) + 1, middle, end);
            if (left > right && left <= _limit)
                Visit(2 * node, first, middle);
        }

        private void Insert(Found candidate)
        {
            Count = Sorted.Insert(_found, Count, candidate);
            if (Count == _found.Length)
                _limit = Math.Min(_limit, _found[Count - 1].Measure);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private ref struct CheapestSearch<TAdmits>(
        KdTree tree,
        Spot from,
        int farthest,
        TAdmits admitted,
        Surcharges surcharges,
        Span<Found> found,
        long below
    )
        where TAdmits : struct, IAdmits
    {
        private readonly Span<Found> _found = found;
        private long _below = below;

        public int Count { get; private set; }

        public void Visit(int node, int first, int end)
        {
            if (end - first <= LeafSize)
            {
                for (var position = first; position < end; position++)
                    Consider(position);
                return;
            }
            var middle = (first + end + 1) / 2;
            var (left, right) = (LeastIn(2 * node), LeastIn((2 * node) + 1));
            if (left <= right && left < _below)
                Visit(2 * node, first, middle);
            if (right < _below)
                Visit((2 * node) + 1, middle, end);
            if (left > right && left < _below)
                Visit(2 * node, first, middle);
        }

        private readonly long LeastIn(int node)
        {
            var distance = (long)Math.Sqrt(tree._boxes[node].SquareTo(from));
            return distance > farthest ? long.MaxValue : distance + surcharges.LowestIn(node);
        }

        private void Consider(int position)
        {
            if (surcharges[position] >= _below)
                return;
            var distance = tree._spots[position].DistanceTo(from);
            var cost = distance + surcharges[position];
            if (cost >= _below || distance > farthest || !admitted.Admits(tree._points[position]))
                return;
            Count = Sorted.Insert(_found, Count, new Found(tree._points[position], cost));
            if (Count == _found.Length)
                _below = Math.Min(_below, _found[Count - 1].Measure);
        }
    }

    private static class Sorted
    {
        /// <summary>Puts a candidate in its place, dropping the last when full; lower index first at equal
        /// measure.</summary>
        public static int Insert(Span<Found> found, int count, Found candidate)
        {
            if (count == found.Length && !Before(candidate, found[count - 1]))
                return count;
            var at = count == found.Length ? count - 1 : count;
            for (; at > 0 && Before(candidate, found[at - 1]); at--)
                found[at] = found[at - 1];
            found[at] = candidate;
            return Math.Min(count + 1, found.Length);
        }

        private static bool Before(Found one, Found other) =>
            one.Measure < other.Measure || (one.Measure == other.Measure && one.Point < other.Point);
    }

    private void Build(int node, int first, int end)
    {
        var box = new Box(int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var spot in _spots.AsSpan(first, end - first))
            box = new Box(
                Math.Min(box.Left, spot.X),
                Math.Min(box.Bottom, spot.Y),
                Math.Max(box.Right, spot.X),
                Math.Max(box.Top, spot.Y)
            );
        _boxes[node] = box;
        if (end - first <= LeafSize)
            return;
        var middle = (first + end + 1) / 2;
        Halve(first, end - 1, middle, byX: (long)box.Right - box.Left > (long)box.Top - box.Bottom);
        Build(2 * node, first, middle);
        Build((2 * node) + 1, middle, end);
    }

    /// <summary>Hoare's selection: afterwards what is before <paramref name="middle"/> is at most what is after
    /// it.</summary>
    private void Halve(int first, int last, int middle, bool byX)
    {
        while (first < last)
        {
            var pivot = Along(first + ((last - first) / 2), byX);
            var (low, high) = (first, last);
            while (low <= high)
            {
                while (Along(low, byX) < pivot)
                    low++;
                while (Along(high, byX) > pivot)
                    high--;
                if (low > high)
                    break;
                (_spots[low], _spots[high]) = (_spots[high], _spots[low]);
                (_points[low], _points[high]) = (_points[high], _points[low]);
                (low, high) = (low + 1, high - 1);
            }
            if (middle <= high)
                last = high;
            else if (middle >= low)
                first = low;
            else
                return;
        }
    }

    private int Along(int position, bool byX) => byX ? _spots[position].X : _spots[position].Y;
}
