using System.Collections.Immutable;

namespace Nabij.Algorithms.Assignment;

/// <summary>Who takes what, with the prices that prove that it cannot be done for less.</summary>
/// <param name="HelperOf">Per request the helper, or <see cref="Nobody"/>.</param>
/// <param name="Cost">The sum of the pairs made and of what was left open.</param>
/// <param name="LowerBound">No assignment on the same terms costs less than this.</param>
/// <param name="UnservedCosts">What leaving each request open was counted for; given by the terms, or so high that it
/// is the last resort.</param>
/// <param name="RequestPrices">Dual price per request: at most its unserved cost.</param>
/// <param name="HelperPrices">Dual price per helper: zero or less, and zero where a helper has room left.</param>
/// <remarks>For every allowed pair with a helper who has any room: request price + helper price ≤ cost. The lower bound
/// is the sum of the request prices and of the helper prices times the most requests each helper may take (weak
/// duality).</remarks>
public sealed record Assigned(
    ImmutableArray<int> HelperOf,
    long Cost,
    long LowerBound,
    ImmutableArray<long> UnservedCosts,
    ImmutableArray<long> RequestPrices,
    ImmutableArray<long> HelperPrices
)
{
    /// <summary>In <see cref="HelperOf"/>: the request stays open.</summary>
    public const int Nobody = -1;

    /// <summary>How many requests stay open.</summary>
    public int Unserved => HelperOf.Count(helper => helper == Nobody);

    /// <summary>What the assignment costs above the bound; 0 proves it optimal.</summary>
    public long Gap => Cost - LowerBound;
}
