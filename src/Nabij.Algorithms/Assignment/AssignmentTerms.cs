using System.Collections.Immutable;

namespace Nabij.Algorithms.Assignment;

/// <summary>What may stay open and how much one helper may take.</summary>
/// <remarks>Empty arrays mean: as many requests as possible are served, and a helper takes one.</remarks>
public sealed record AssignmentTerms
{
    /// <summary>The terms that serve as many as possible, one request a helper.</summary>
    public static readonly AssignmentTerms ServeAll = new();

    /// <summary>Per request, what it costs to leave it open, in the unit of the costs. A pair dearer than this is never
    /// made.</summary>
    public ImmutableArray<int> UnservedCosts { get; init; } = [];

    /// <summary>Per helper, the most requests they may take; 0 is nobody's turn.</summary>
    public ImmutableArray<int> Capacities { get; init; } = [];

    /// <summary>Every request may stay open at the same cost.</summary>
    public static AssignmentTerms LeavingOpenCosts(int cost, int requests) =>
        new() { UnservedCosts = [.. Enumerable.Repeat(cost, requests)] };

    internal int CapacityOf(int helper) => Capacities.IsEmpty ? 1 : Capacities[helper];

    internal static void MustFit(AssignmentTerms terms, int requests, int helpers)
    {
        if (!terms.UnservedCosts.IsEmpty && terms.UnservedCosts.Length != requests)
            throw new ArgumentException(
                $"{requests} costs of leaving open expected, {terms.UnservedCosts.Length} given.",
                nameof(terms)
            );
        if (!terms.Capacities.IsEmpty && terms.Capacities.Length != helpers)
            throw new ArgumentException(
                $"{helpers} capacities expected, {terms.Capacities.Length} given.",
                nameof(terms)
            );
        if (
            terms.UnservedCosts.Any(cost => cost is < 0 or > CostMatrix.Highest)
            || terms.Capacities.Any(capacity => capacity < 0)
        )
            throw new ArgumentException("A cost of leaving open or a capacity is out of range.", nameof(terms));
    }
}
