using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>Who was asked lately counts as living farther away, so that the least recently asked comes first among the
/// near.</summary>
/// <param name="DecimetresADay">How much farther, for every day that is still to rest.</param>
/// <param name="Days">After so many days without being asked it makes no difference any more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Fairness(int DecimetresADay, int Days)
{
    /// <summary>Nobody's turn counts: nearest only.</summary>
    public static readonly Fairness None = new(0, 0);

    /// <summary>The surcharge of one helper in decimetres.</summary>
    public int SurchargeFor(int daysSinceAsked) => DecimetresADay * Math.Max(0, Days - Math.Max(0, daysSinceAsked));

    /// <summary>The surcharges of all helpers.</summary>
    public ImmutableArray<int> SurchargesFor(ImmutableArray<int> daysSinceAsked)
    {
        var surcharge = SurchargeFor;
        return [.. daysSinceAsked.Select(surcharge)];
    }
}
