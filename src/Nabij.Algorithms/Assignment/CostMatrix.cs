namespace Nabij.Algorithms.Assignment;

/// <summary>What it costs when a helper (column) takes a request (row), for every pair, row by row in one flat
/// array.</summary>
public sealed class CostMatrix
{
    /// <summary>The cost of a pair that may not be: a helper without the skill, a wish that is not met.</summary>
    public const int Forbidden = int.MaxValue;

    /// <summary>The highest cost a pair that may be can have.</summary>
    public const int Highest = 1 << 28;

    private readonly int[] _costs;

    /// <param name="rows">Number of requests.</param>
    /// <param name="columns">Number of helpers.</param>
    /// <param name="costs">Row-major, 0 to <see cref="Highest"/> or <see cref="Forbidden"/>; owned by the matrix from
    /// here on.</param>
    /// <exception cref="ArgumentException">The array has another length than rows × columns, or a cost is out of
    /// range.</exception>
    public CostMatrix(int rows, int columns, int[] costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (costs.Length != (long)rows * columns)
            throw new ArgumentException($"{rows} × {columns} costs expected, {costs.Length} given.", nameof(costs));
        foreach (var cost in costs)
            if (cost < 0 || cost is > Highest and not Forbidden)
                throw new ArgumentException($"A cost is from 0 to {Highest} or forbidden, not {cost}.", nameof(costs));
        (Rows, Columns, _costs) = (rows, columns, costs);
    }

    /// <summary>Number of requests.</summary>
    public int Rows { get; }

    /// <summary>Number of helpers.</summary>
    public int Columns { get; }

    /// <summary>The cost of one pair.</summary>
    public int this[int row, int column] => Row(row)[column];

    /// <summary>The costs of one request, helper by helper.</summary>
    public ReadOnlySpan<int> Row(int row) => _costs.AsSpan(row * Columns, Columns);

    internal int[] Flat => _costs;
}
