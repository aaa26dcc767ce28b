using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>A request for help: where, who suits it, and how far a helper may live.</summary>
/// <param name="Home">Where the help is wanted.</param>
/// <param name="Wish">What the helper must have; no bits is no wish.</param>
/// <param name="Farthest">The farthest a helper may live, in decimetres.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NearbyRequest(Spot Home, Traits Wish = default, int Farthest = Spot.Farthest);

/// <summary>A helper: where they live, what they can, and how much farther they count as living because they were asked
/// lately.</summary>
/// <param name="Home">Where they live.</param>
/// <param name="Traits">What they can and are.</param>
/// <param name="Surcharge">In decimetres, see <see cref="Fairness"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NearbyHelper(Spot Home, Traits Traits = default, int Surcharge = 0);

/// <summary>Several requests are open at once: whom to ask for which?</summary>
/// <param name="Requests">The requests.</param>
/// <param name="Helpers">The helpers.</param>
/// <param name="Terms">What may stay open, at what cost in decimetres, and how much each helper takes.</param>
public sealed record NearbyProblem(
    ImmutableArray<NearbyRequest> Requests,
    ImmutableArray<NearbyHelper> Helpers,
    AssignmentTerms Terms
)
{
    /// <summary>Distance plus surcharge, or <see cref="CostMatrix.Forbidden"/> where the helper does not suit or lives
    /// too far.</summary>
    public int CostOf(int request, int helper)
    {
        var (asked, able) = (Requests[request], Helpers[helper]);
        var suits =
            (able.Traits.Skills & asked.Wish.Skills) == asked.Wish.Skills
            && AnyOf(able.Traits.Languages, asked.Wish.Languages)
            && AnyOf(able.Traits.Genders, asked.Wish.Genders)
            && AnyOf(able.Traits.DayParts, asked.Wish.DayParts);
        var distance = asked.Home.DistanceTo(able.Home);
        return suits && distance <= asked.Farthest ? distance + able.Surcharge : CostMatrix.Forbidden;
    }

    private static bool AnyOf(ulong has, ulong wished) => wished == 0 || (has & wished) != 0;
}
