using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>The cheapest assignment when every pair has a cost: exact, with the dual prices that prove it.</summary>
public static class DenseAssignment
{
    /// <summary>Serves as many requests as possible (or as many as are worth it, under the terms) at the least
    /// cost.</summary>
    /// <remarks>O(r² c) at worst, r the smaller side; see <see cref="ShortestPaths{T}"/> for the method.</remarks>
    /// <exception cref="ArgumentException">The terms are for other numbers of requests or helpers.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the proof was complete.</exception>
    public static Assigned Solve(
        CostMatrix costs,
        AssignmentTerms? terms = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(costs);
        terms ??= AssignmentTerms.ServeAll;
        AssignmentTerms.MustFit(terms, costs.Rows, costs.Columns);
        var table = DenseTable.Of(costs, terms);
        var everyColumnIsTaken = table.IsSquareAndAllowed(terms);
        if (table.OpenCost > CostMatrix.Highest)
            return Solve<long>(
                costs,
                terms,
                table,
                Array.ConvertAll(table.Costs, cost => (long)cost),
                everyColumnIsTaken,
                cancellation
            );
        return Solve<int>(costs, terms, table, table.Costs, everyColumnIsTaken, cancellation);
    }

    private static Assigned Solve<T>(
        CostMatrix costs,
        AssignmentTerms terms,
        DenseTable table,
        T[] flat,
        bool everyColumnIsTaken,
        CancellationToken cancellation
    )
        where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T>
    {
        var paths = new ShortestPaths<T>(flat, table.Rows, table.Columns, T.CreateChecked(table.OpenCost));
        paths.Solve(everyColumnIsTaken, cancellation);
        var rowPrices = new long[table.Rows];
        for (var row = 0; row < table.Rows; row++)
            rowPrices[row] = long.CreateChecked(paths.RowPrice(row));
        var columnPrices = new long[table.Columns];
        for (var column = 0; column < table.Columns; column++)
            columnPrices[column] = long.CreateChecked(paths.Prices[column]);
        // Prices may slide from one side to the other when all columns are taken; helpers' prices end at zero or below.
        var slide = Math.Max(0, columnPrices.DefaultIfEmpty().Max());
        return Read(
            costs,
            terms,
            table,
            paths.ColumnOf,
            rowPrices.Select(price => price + slide),
            columnPrices.Select(price => price - slide)
        );
    }

    private static Assigned Read(
        CostMatrix costs,
        AssignmentTerms terms,
        DenseTable table,
        ReadOnlySpan<int> columnOf,
        IEnumerable<long> rowPrices,
        IEnumerable<long> columnPrices
    )
    {
        var helperOf = new int[costs.Rows];
        Array.Fill(helperOf, Assigned.Nobody);
        for (var row = 0; row < columnOf.Length; row++)
            if (columnOf[row] >= 0)
                table.Note(helperOf, row, columnOf[row]);
        var (requestPrices, helperPrices) = table.PricesOf(costs, [.. rowPrices], [.. columnPrices]);
        return Report.Of(
            ImmutableCollectionsMarshal.AsImmutableArray(helperOf),
            (request, helper) => costs[request, helper],
            table.UnservedCosts,
            terms,
            requestPrices,
            helperPrices
        );
    }
}
