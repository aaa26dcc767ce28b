using System.Collections.Immutable;

namespace Nabij.Algorithms.Assignment;

/// <summary>Adds up what a solver found.</summary>
internal static class Report
{
    public static Assigned Of(
        ImmutableArray<int> helperOf,
        Func<int, int, long> costOf,
        ImmutableArray<long> unservedCosts,
        AssignmentTerms terms,
        ImmutableArray<long> requestPrices,
        ImmutableArray<long> helperPrices
    )
    {
        var cost = 0L;
        for (var request = 0; request < helperOf.Length; request++)
            cost += helperOf[request] == Assigned.Nobody ? unservedCosts[request] : costOf(request, helperOf[request]);
        var bound = requestPrices.Sum();
        for (var helper = 0; helper < helperPrices.Length; helper++)
            bound += helperPrices[helper] * Math.Min(terms.CapacityOf(helper), helperOf.Length);
        return new Assigned(helperOf, cost, bound, unservedCosts, requestPrices, helperPrices);
    }

    /// <summary>So high that leaving a request open is the last resort: above any chain of exchanges.</summary>
    public static long LastResort(long highestCost, int requests, int helpers) =>
        (highestCost * (Math.Min(requests, helpers) + 1L)) + 1;
}
