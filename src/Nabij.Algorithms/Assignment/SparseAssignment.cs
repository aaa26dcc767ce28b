using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>A pair that may be, and its cost.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candidate(int Helper, int Cost);

/// <summary>The cheapest assignment among candidate pairs: exact over the lists it is given, with the prices that prove
/// it.</summary>
public static class SparseAssignment
{
    /// <summary>Pairs that are not listed are forbidden.</summary>
    /// <param name="candidates">Per request who may take it; a helper at most once in a list.</param>
    /// <param name="helpers">Number of helpers.</param>
    /// <param name="terms">What may stay open, and how much one helper may take.</param>
    /// <param name="cancellation">Cancels between two pivots.</param>
    public static Assigned Solve(
        ImmutableArray<ImmutableArray<Candidate>> candidates,
        int helpers,
        AssignmentTerms? terms = null,
        CancellationToken cancellation = default
    )
    {
        terms ??= AssignmentTerms.ServeAll;
        AssignmentTerms.MustFit(terms, candidates.Length, helpers);
        var open = OpenCosts(terms, candidates.Length, helpers, HighestOf(candidates, helpers));
        var simplex = new NetworkSimplex(open.AsSpan(), Capacities(terms, helpers));
        simplex.Reserve(candidates.Sum(list => list.Length));
        for (var request = 0; request < candidates.Length; request++)
            foreach (var (helper, cost) in candidates[request])
                simplex.Add(request, helper, cost);
        simplex.Solve(cancellation);
        return Read(simplex, open, helpers, terms, CostOf);

        long CostOf(int request, int helper) => candidates[request].First(candidate => candidate.Helper == helper).Cost;
    }

    internal static ImmutableArray<long> OpenCosts(AssignmentTerms terms, int requests, int helpers, int highest) =>
        terms.UnservedCosts.IsEmpty
            ?
            [
                .. Enumerable.Repeat(
                    Report.LastResort(highest, requests, (int)Math.Min(requests, RoomOf(terms, helpers))),
                    requests
                ),
            ]
            : [.. terms.UnservedCosts.Select(cost => (long)cost)];

    internal static int[] Capacities(AssignmentTerms terms, int helpers) =>
        [.. Enumerable.Range(0, helpers).Select(terms.CapacityOf)];

    internal static Assigned Read(
        NetworkSimplex simplex,
        ImmutableArray<long> open,
        int helpers,
        AssignmentTerms terms,
        Func<int, int, long> costOf
    )
    {
        var helperOf = new int[open.Length];
        simplex.ReadHelpers(helperOf);
        return Report.Of(
            ImmutableCollectionsMarshal.AsImmutableArray(helperOf),
            costOf,
            open,
            terms,
            [.. Enumerable.Range(0, open.Length).Select(simplex.RequestPrice)],
            [.. Enumerable.Range(0, helpers).Select(simplex.HelperPrice)]
        );
    }

    private static long RoomOf(AssignmentTerms terms, int helpers) =>
        terms.Capacities.IsEmpty ? helpers : terms.Capacities.Sum(capacity => (long)capacity);

    private static int HighestOf(ImmutableArray<ImmutableArray<Candidate>> candidates, int helpers)
    {
        var highest = 0;
        foreach (var (helper, cost) in candidates.SelectMany(list => list))
        {
            if (cost is < 0 or > CostMatrix.Highest || helper < 0 || helper >= helpers)
                throw new ArgumentException(
                    $"A candidate is out of range: helper {helper} at cost {cost}.",
                    nameof(candidates)
                );
            highest = Math.Max(highest, cost);
        }
        return highest;
    }
}
