using System.Collections.Immutable;

namespace Nabij.Algorithms.Assignment;

/// <summary>The costs as the search wants them: one row per unit of the smaller side, one price for staying
/// open.</summary>
/// <remarks>A helper with room for more becomes as many columns. Requests that cost differently when left open are
/// evened out by a constant per row. With more rows than columns the table is turned: an idle helper then 'stays open'
/// at the same price, which changes the total by a constant.</remarks>
internal sealed class DenseTable
{
    private readonly int[] _helperAt;
    private readonly bool _turned;
    private readonly long[] _evened;

    private DenseTable(int[] costs, int rows, int columns, long openCost, int[] helperAt, bool turned, long[] evened) =>
        (Costs, Rows, Columns, OpenCost, _helperAt, _turned, _evened) = (
            costs,
            rows,
            columns,
            openCost,
            helperAt,
            turned,
            evened
        );

    public int[] Costs { get; }

    public int Rows { get; }

    public int Columns { get; }

    public long OpenCost { get; }

    /// <summary>What leaving each request open counts for, in the caller's costs.</summary>
    public ImmutableArray<long> UnservedCosts => [.. _evened.Select(evened => OpenCost - evened)];

    public static DenseTable Of(CostMatrix costs, AssignmentTerms terms)
    {
        var helperAt = Places(costs, terms);
        var highest = terms.UnservedCosts.IsEmpty
            ? LastResort(costs, helperAt.Length)
            : terms.UnservedCosts.DefaultIfEmpty().Max();
        var evened = new long[costs.Rows];
        if (!terms.UnservedCosts.IsEmpty)
            evened = [.. terms.UnservedCosts.Select(cost => highest - cost)];
        var turned = costs.Rows > helperAt.Length;
        var plain = !turned && helperAt.Length == costs.Columns && evened.All(shift => shift == 0);
        var flat = plain ? costs.Flat : Copied(costs, helperAt, evened, turned);
        return turned
            ? new DenseTable(flat, helperAt.Length, costs.Rows, highest, helperAt, turned, evened)
            : new DenseTable(flat, costs.Rows, helperAt.Length, highest, helperAt, turned, evened);
    }

    /// <summary>Every column gets a row, so that prices of columns may have any sign.</summary>
    public bool IsSquareAndAllowed(AssignmentTerms terms) =>
        Rows == Columns && terms.UnservedCosts.IsEmpty && !Costs.AsSpan().Contains(CostMatrix.Forbidden);

    public void Note(int[] helperOf, int row, int column)
    {
        var (request, place) = _turned ? (column, row) : (row, column);
        helperOf[request] = _helperAt[place];
    }

    public (ImmutableArray<long> Requests, ImmutableArray<long> Helpers) PricesOf(
        CostMatrix costs,
        long[] rowPrices,
        long[] columnPrices
    )
    {
        // Turned, requests are columns (≤ 0) and helpers rows (≤ open cost): both slide by the open cost.
        var slide = _turned ? OpenCost : 0;
        var (requests, places) = _turned ? (columnPrices, rowPrices) : (rowPrices, columnPrices);
        var helpers = new long[costs.Columns];
        for (var place = 0; place < places.Length; place++)
            helpers[_helperAt[place]] = places[place] - slide;
        return ([.. requests.Select((price, request) => price + slide - _evened[request])], [.. helpers]);
    }

    private static int[] Places(CostMatrix costs, AssignmentTerms terms) =>
        [
            .. Enumerable
                .Range(0, costs.Columns)
                .SelectMany(helper => Enumerable.Repeat(helper, Math.Min(terms.CapacityOf(helper), costs.Rows))),
        ];

    private static long HighestAllowed(CostMatrix costs)
    {
        var highest = 0;
        foreach (var cost in costs.Flat)
            if (cost > highest && cost != CostMatrix.Forbidden)
                highest = cost;
        return highest;
    }

    // Where every pair is allowed, one more request is never more than two exchanges dearer.
    private static long LastResort(CostMatrix costs, int places) =>
        costs.Flat.AsSpan().Contains(CostMatrix.Forbidden)
            ? Report.LastResort(HighestAllowed(costs), costs.Rows, places)
            : (2L * HighestAllowed(costs)) + 1;

    private static int[] Copied(CostMatrix costs, int[] helperAt, long[] evened, bool turned)
    {
        var flat = new int[checked(costs.Rows * helperAt.Length)];
        for (var request = 0; request < costs.Rows; request++)
        {
            var line = costs.Row(request);
            var shift = evened[request];
            for (var place = 0; place < helperAt.Length; place++)
            {
                var cost = line[helperAt[place]];
                var at = turned ? (place * costs.Rows) + request : (request * helperAt.Length) + place;
                flat[at] = cost == CostMatrix.Forbidden ? cost : (int)(cost + shift);
            }
        }
        return flat;
    }
}
