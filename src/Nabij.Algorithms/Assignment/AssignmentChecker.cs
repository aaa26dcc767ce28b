namespace Nabij.Algorithms.Assignment;

/// <summary>What is wrong with an assignment, and where.</summary>
public sealed record AssignmentFault(AssignmentFaultKind Kind, int Request, int Helper);

/// <summary>The rules an assignment can break.</summary>
public enum AssignmentFaultKind
{
    /// <summary>Another number of requests or helpers than the problem has, or an unknown helper.</summary>
    WrongShape,

    /// <summary>A pair that may not be.</summary>
    ForbiddenPair,

    /// <summary>A helper takes more than they have room for.</summary>
    TooManyForHelper,

    /// <summary>The stated cost is not the sum.</summary>
    WrongCost,

    /// <summary>The prices do not prove the stated bound: a pair or an open request is cheaper than they say, or a
    /// helper's price is above zero.</summary>
    WrongPrice,

    /// <summary>The stated lower bound is not what the prices add up to.</summary>
    WrongBound,
}

/// <summary>Looks an assignment over from the problem statement, with none of the solvers' code.</summary>
public static class AssignmentChecker
{
    /// <summary>All faults; none means: allowed, added up rightly, and the bound holds. Optimal if the gap is zero
    /// besides.</summary>
    public static IReadOnlyList<AssignmentFault> Check(CostMatrix costs, AssignmentTerms terms, Assigned assigned)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return Check(costs.Rows, costs.Columns, (request, helper) => costs[request, helper], terms, assigned);
    }

    /// <summary>As above, over costs that are computed when asked; looks at every pair.</summary>
    /// <param name="requests">Number of requests.</param>
    /// <param name="helpers">Number of helpers.</param>
    /// <param name="costOf">The cost of request and helper, or <see cref="CostMatrix.Forbidden"/>.</param>
    /// <param name="terms">The terms it was made on.</param>
    /// <param name="assigned">What is to be looked over.</param>
    public static IReadOnlyList<AssignmentFault> Check(
        int requests,
        int helpers,
        Func<int, int, int> costOf,
        AssignmentTerms terms,
        Assigned assigned
    )
    {
        ArgumentNullException.ThrowIfNull(costOf);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(assigned);
        if (
            assigned.HelperOf.Length != requests
            || assigned.RequestPrices.Length != requests
            || assigned.HelperPrices.Length != helpers
            || assigned.UnservedCosts.Length != requests
            || assigned.HelperOf.Any(helper => helper < Assigned.Nobody || helper >= helpers)
        )
            return [new AssignmentFault(AssignmentFaultKind.WrongShape, -1, -1)];
        return
        [
            .. Pairs(costOf, terms, assigned),
            .. Sums(costOf, terms, assigned),
            .. Prices(costOf, terms, assigned),
        ];
    }

    private static IEnumerable<AssignmentFault> Pairs(
        Func<int, int, int> costOf,
        AssignmentTerms terms,
        Assigned assigned
    )
    {
        var taken = new int[assigned.HelperPrices.Length];
        for (var request = 0; request < assigned.HelperOf.Length; request++)
        {
            var helper = assigned.HelperOf[request];
            if (helper == Assigned.Nobody)
                continue;
            if (costOf(request, helper) == CostMatrix.Forbidden)
                yield return new AssignmentFault(AssignmentFaultKind.ForbiddenPair, request, helper);
            if (++taken[helper] > (terms.Capacities.IsEmpty ? 1 : terms.Capacities[helper]))
                yield return new AssignmentFault(AssignmentFaultKind.TooManyForHelper, request, helper);
        }
    }

    private static IEnumerable<AssignmentFault> Sums(
        Func<int, int, int> costOf,
        AssignmentTerms terms,
        Assigned assigned
    )
    {
        var sum = 0L;
        for (var request = 0; request < assigned.HelperOf.Length; request++)
            sum += assigned.HelperOf[request] is >= 0 and var helper
                ? costOf(request, helper)
                : assigned.UnservedCosts[request];
        if (sum != assigned.Cost)
            yield return new AssignmentFault(AssignmentFaultKind.WrongCost, -1, -1);
        var bound =
            assigned.RequestPrices.Sum()
            + assigned.HelperPrices.Select((price, helper) => price * MostFor(helper)).Sum();
        if (bound != assigned.LowerBound || assigned.LowerBound > assigned.Cost)
            yield return new AssignmentFault(AssignmentFaultKind.WrongBound, -1, -1);

        long MostFor(int helper) =>
            Math.Min(terms.Capacities.IsEmpty ? 1 : terms.Capacities[helper], assigned.HelperOf.Length);
    }

    private static IEnumerable<AssignmentFault> Prices(
        Func<int, int, int> costOf,
        AssignmentTerms terms,
        Assigned assigned
    )
    {
        var (requestPrices, helperPrices) = (assigned.RequestPrices, assigned.HelperPrices);
        for (var helper = 0; helper < helperPrices.Length; helper++)
            if (helperPrices[helper] > 0)
                yield return new AssignmentFault(AssignmentFaultKind.WrongPrice, -1, helper);
        for (var request = 0; request < requestPrices.Length; request++)
        {
            if (requestPrices[request] > assigned.UnservedCosts[request])
                yield return new AssignmentFault(AssignmentFaultKind.WrongPrice, request, -1);
            for (var helper = 0; helper < helperPrices.Length; helper++)
                if (
                    (terms.Capacities.IsEmpty || terms.Capacities[helper] > 0)
                    && costOf(request, helper) is not CostMatrix.Forbidden and var cost
                    && requestPrices[request] + helperPrices[helper] > cost
                )
                    yield return new AssignmentFault(AssignmentFaultKind.WrongPrice, request, helper);
        }
    }
}
