using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing;

/// <summary>Who visits whom in which order. Times follow from it: every step starts as early as its windows and its
/// <see cref="PlanStep.NotBefore"/> allow.</summary>
/// <param name="Routes">One per vehicle, in the problem's order; a vehicle that stays at home has no steps.</param>
/// <param name="Unserved">Errands, by index, that no vehicle serves.</param>
public sealed record Plan(ImmutableArray<ImmutableArray<PlanStep>> Routes, ImmutableArray<int> Unserved)
{
    /// <summary>Routes of single stops without pauses.</summary>
    internal static Plan OfStops(int vehicles, IReadOnlyList<int[]> routes) =>
        new(
            [
                .. Enumerable
                    .Range(0, vehicles)
                    .Select(v =>
                        v < routes.Count ? [.. routes[v].Select(PlanStep.AtStop)] : ImmutableArray<PlanStep>.Empty
                    ),
            ],
            []
        );
}

/// <summary>One step of a route: a stop, or a pause of the vehicle.</summary>
/// <param name="IsBreak">Whether <paramref name="Index"/> is one of the vehicle's breaks rather than a stop.</param>
/// <param name="Index">Index of the stop in the problem, or of the break in the vehicle.</param>
public readonly record struct PlanStep(bool IsBreak, int Index)
{
    /// <summary>
    /// Waits until this time even where it could start earlier, so that a meal is fetched no sooner than needed.
    /// </summary>
    public int NotBefore { get; init; }

    /// <summary>A visit to a stop of the problem.</summary>
    public static PlanStep AtStop(int stop) => new(false, stop);

    /// <summary>A pause of the vehicle.</summary>
    public static PlanStep AtBreak(int index) => new(true, index);
}

/// <summary>A better plan was found.</summary>
/// <param name="Cost">Its cost, in the problem's units of travel cost.</param>
/// <param name="Elapsed">Time since the search began.</param>
/// <param name="Iterations">Steps since the search began.</param>
/// <param name="Plan">The plan itself.</param>
public sealed record Improvement(long Cost, TimeSpan Elapsed, long Iterations, Plan Plan);
