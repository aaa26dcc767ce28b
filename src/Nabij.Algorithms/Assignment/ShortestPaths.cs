using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>Successive shortest augmenting paths over a dense matrix with rows ≤ columns; each row may also stay open
/// at one cost.</summary>
/// <remarks>R. Jonker, A. Volgenant (1987), A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems; D. F. Crouse (2016), On implementing 2D rectangular assignment algorithms. The rows are scanned a whole
/// vector at a time: columns that left the search carry a price so low that no comparison picks them, which spares a
/// list and a branch per column.</remarks>
/// <typeparam name="T"><see cref="int"/> where all sums fit in it, <see cref="long"/> otherwise.</typeparam>
internal sealed class ShortestPaths<T>(T[] costs, int rows, int columns, T openCost)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int Nobody = -1,
        Open = -2;
    private static readonly T Gone = T.MaxValue >> 1;

    private readonly T[] _price = new T[columns];
    private readonly T[] _scanPrice = new T[columns];
    private readonly T[] _distance = new T[columns];
    private readonly T[] _final = new T[columns];
    private readonly T[] _via = new T[columns];
    private readonly int[] _rowOf = Filled(columns, Nobody);
    private readonly int[] _columnOf = Filled(rows, Nobody);
    private readonly int[] _reached = new int[columns];

    /// <summary>The column of each row, negative where it stays open.</summary>
    public ReadOnlySpan<int> ColumnOf => _columnOf;

    /// <summary>The dual price of each column.</summary>
    public ReadOnlySpan<T> Prices => _price;

    /// <summary>Solves; afterwards every row has a column or is open.</summary>
    /// <param name="everyColumnIsTaken">Square and nothing forbidden: a column may then have a price above
    /// zero.</param>
    /// <param name="cancellation">Stops between two augmentations.</param>
    public void Solve(bool everyColumnIsTaken, CancellationToken cancellation)
    {
        if (everyColumnIsTaken)
            ReduceColumns();
        ReduceRows();
        _price.CopyTo(_scanPrice, 0);
        for (var row = 0; row < rows; row++)
        {
            if (_columnOf[row] != Nobody)
                continue;
            cancellation.ThrowIfCancellationRequested();
            Augment(row);
        }
    }

    /// <summary>The price of a row that follows from the prices of the columns.</summary>
    public T RowPrice(int row) =>
        _columnOf[row] < 0 ? openCost : costs[(row * columns) + _columnOf[row]] - _price[_columnOf[row]];

    /// <summary>Every column starts at the price of its cheapest row, and takes that row where it is still
    /// free.</summary>
    private void ReduceColumns()
    {
        costs.AsSpan(0, columns).CopyTo(_price);
        var cheapest = new int[columns];
        for (var row = 1; row < rows; row++)
        {
            var line = costs.AsSpan(row * columns, columns);
            for (var column = 0; column < line.Length; column++)
                if (line[column] < _price[column])
                    (_price[column], cheapest[column]) = (line[column], row);
        }
        for (var column = columns - 1; column >= 0; column--)
            if (_columnOf[cheapest[column]] == Nobody)
                Pair(cheapest[column], column);
    }

    /// <summary>Augmenting row reduction: each free row bids the difference between its best and second column, as in
    /// an auction.</summary>
    private void ReduceRows()
    {
        var free = new Stack<int>();
        for (var row = rows - 1; row >= 0; row--)
            if (_columnOf[row] == Nobody)
                free.Push(row);
        var again = new List<int>();
        // Chains of ever smaller bids gain nothing over a shortest path: three bids a row is where they stop paying.
        for (var bids = 3L * rows; free.Count > 0 && bids > 0; bids--)
        {
            var row = free.Pop();
            var (best, second, column) = TwoCheapest(row);
            if (best >= openCost)
            {
                _columnOf[row] = Open;
                continue;
            }
            second = T.Min(second, openCost);
            var displaced = _rowOf[column];
            if (second == best && displaced != Nobody)
                continue;
            _price[column] -= second - best;
            Pair(row, column);
            if (displaced == Nobody)
                continue;
            _columnOf[displaced] = Nobody;
            free.Push(displaced);
        }
    }

    private void Pair(int row, int column) => (_columnOf[row], _rowOf[column]) = (column, row);

    // The two scans and the search below are the inner loops: references instead of spans keep them free of bounds
    // checks.
    private (T Best, T Second, int Column) TwoCheapest(int row)
    {
        ref var cost = ref costs[row * columns];
        ref var price = ref MemoryMarshal.GetArrayDataReference(_price);
        var best = new Vector<T>(T.MaxValue);
        var second = best;
        var cap = new Vector<T>(openCost);
        var column = 0;
        for (; column <= columns - Vector<T>.Count; column += Vector<T>.Count)
        {
            var reduced =
                Vector.Min(Vector.LoadUnsafe(ref cost, (nuint)column), cap)
                - Vector.LoadUnsafe(ref price, (nuint)column);
            second = Vector.Min(second, Vector.Max(best, reduced));
            best = Vector.Min(best, reduced);
        }
        T lowest = T.MaxValue,
            next = T.MaxValue;
        for (var lane = 0; lane < Vector<T>.Count; lane++)
        {
            Lower(best[lane], ref lowest, ref next);
            Lower(second[lane], ref lowest, ref next);
        }
        for (; column < columns; column++)
            Lower(T.Min(Unsafe.Add(ref cost, column), openCost) - Unsafe.Add(ref price, column), ref lowest, ref next);
        return (lowest, next, WhereReducedIs(lowest, ref cost, ref price));
    }

    private static void Lower(T value, ref T lowest, ref T next)
    {
        if (value < lowest)
            (lowest, next) = (value, lowest);
        else if (value < next)
            next = value;
    }

    /// <summary>The first column at this reduced cost, a free one if there is one at once.</summary>
    private int WhereReducedIs(T value, ref T cost, ref T price)
    {
        var wanted = new Vector<T>(value);
        var cap = new Vector<T>(openCost);
        var column = 0;
        while (
            column <= columns - Vector<T>.Count
            && !Vector.EqualsAny(
                Vector.Min(Vector.LoadUnsafe(ref cost, (nuint)column), cap)
                    - Vector.LoadUnsafe(ref price, (nuint)column),
                wanted
            )
        )
            column += Vector<T>.Count;
        while (T.Min(Unsafe.Add(ref cost, column), openCost) - Unsafe.Add(ref price, column) != value)
            column++;
        return column;
    }

    /// <summary>Dijkstra from one free row to the nearest free column, or to a row that had better stay open.</summary>
    private void Augment(int start)
    {
        Array.Fill(_distance, T.MaxValue);
        var (taken, reached) = (0, 0);
        var (nearest, length) = (Scan(start, T.Zero), T.Zero);
        var (openRow, openAt) = (start, openCost);
        while (true)
        {
            if (taken == reached)
            {
                length = T.Min(nearest, openAt);
                var sink = openAt <= nearest ? Nobody : Collect(nearest, ref reached);
                if (openAt <= nearest || sink != Nobody)
                {
                    Settle(length, taken);
                    Restore(reached);
                    Flip(start, sink, openRow);
                    return;
                }
            }
            var column = _reached[taken++];
            var row = _rowOf[column];
            var offset = costs[(row * columns) + column] - _price[column] - length;
            if (openCost - offset < openAt)
                (openRow, openAt) = (row, openCost - offset);
            nearest = Scan(row, offset);
        }
    }

    /// <summary>Relaxes all columns from one row; returns the shortest distance of those not yet reached.</summary>
    private T Scan(int row, T offset)
    {
        ref var cost = ref costs[row * columns];
        ref var price = ref MemoryMarshal.GetArrayDataReference(_scanPrice);
        ref var distance = ref MemoryMarshal.GetArrayDataReference(_distance);
        ref var via = ref MemoryMarshal.GetArrayDataReference(_via);
        var (rowLanes, offsetLanes) = (new Vector<T>(T.CreateTruncating(row)), new Vector<T>(offset));
        var (nearest, cap) = (new Vector<T>(T.MaxValue), new Vector<T>(openCost));
        nuint column = 0;
        for (; column + (nuint)Vector<T>.Count <= (nuint)columns; column += (nuint)Vector<T>.Count)
        {
            var old = Vector.LoadUnsafe(ref distance, column);
            var reduced =
                Vector.Min(Vector.LoadUnsafe(ref cost, column), cap)
                - Vector.LoadUnsafe(ref price, column)
                - offsetLanes;
            var shorter = Vector.LessThan(reduced, old);
            if (Vector.LessThanAny(reduced, old))
            {
                old = Vector.Min(reduced, old);
                old.StoreUnsafe(ref distance, column);
                Vector
                    .ConditionalSelect(shorter, rowLanes, Vector.LoadUnsafe(ref via, column))
                    .StoreUnsafe(ref via, column);
            }
            nearest = Vector.Min(nearest, old);
        }
        var shortest = T.MaxValue;
        for (var lane = 0; lane < Vector<T>.Count; lane++)
            shortest = T.Min(shortest, nearest[lane]);
        for (; column < (nuint)columns; column++)
        {
            var reduced = T.Min(Unsafe.Add(ref cost, column), openCost) - Unsafe.Add(ref price, column) - offset;
            if (reduced < Unsafe.Add(ref distance, column))
                (Unsafe.Add(ref distance, column), Unsafe.Add(ref via, column)) = (reduced, T.CreateTruncating(row));
            shortest = T.Min(shortest, Unsafe.Add(ref distance, column));
        }
        return shortest;
    }

    /// <summary>Puts all columns at this distance on the list; returns a free one if there is one.</summary>
    private int Collect(T at, ref int reached)
    {
        var wanted = new Vector<T>(at);
        ref var distance = ref MemoryMarshal.GetArrayDataReference(_distance);
        for (var from = 0; from < columns; from += Vector<T>.Count)
        {
            if (
                from + Vector<T>.Count <= columns
                && !Vector.EqualsAny(Vector.LoadUnsafe(ref distance, (nuint)from), wanted)
            )
                continue;
            for (var column = from; column < Math.Min(from + Vector<T>.Count, columns); column++)
            {
                if (_distance[column] != at)
                    continue;
                if (_rowOf[column] == Nobody)
                    return column;
                (_final[column], _distance[column], _scanPrice[column]) = (at, Gone >> 1, -Gone);
                _reached[reached++] = column;
            }
        }
        return Nobody;
    }

    private void Settle(T length, int taken)
    {
        foreach (var column in _reached.AsSpan(0, taken))
            _price[column] += _final[column] - length;
    }

    private void Restore(int reached)
    {
        foreach (var column in _reached.AsSpan(0, reached))
            _scanPrice[column] = _price[column];
    }

    private void Flip(int start, int sink, int openRow)
    {
        if (sink == Nobody)
        {
            sink = _columnOf[openRow];
            _columnOf[openRow] = Open;
            if (openRow == start)
                return;
        }
        for (var column = sink; ; )
        {
            var row = int.CreateTruncating(_via[column]);
            var next = _columnOf[row];
            Pair(row, column);
            if (row == start)
                return;
            column = next;
        }
    }

    private static int[] Filled(int length, int value)
    {
        var filled = new int[length];
        Array.Fill(filled, value);
        return filled;
    }
}
