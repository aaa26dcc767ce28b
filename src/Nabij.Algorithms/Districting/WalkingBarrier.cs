using System.Collections.Immutable;
using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Districting;

/// <summary>What one does not cross on foot: water, a railway, a main road; a line, or the outline of an
/// area.</summary>
/// <param name="Line">The corners, in decimetres.</param>
/// <param name="Closed">Whether the last corner is joined to the first.</param>
public sealed record WalkingBarrier(ImmutableArray<Spot> Line, bool Closed = false)
{
    /// <summary>Whether a straight walk crosses or touches it.</summary>
    public bool Cuts(Spot from, Spot to)
    {
        for (var corner = Closed ? 0 : 1; corner < Line.Length; corner++)
            if (Cross(from, to, Line[corner == 0 ? ^1 : corner - 1], Line[corner]))
                return true;
        return false;
    }

    private static bool Cross(Spot a, Spot b, Spot c, Spot d)
    {
        if (
            Math.Max(a.X, b.X) < Math.Min(c.X, d.X)
            || Math.Max(c.X, d.X) < Math.Min(a.X, b.X)
            || Math.Max(a.Y, b.Y) < Math.Min(c.Y, d.Y)
            || Math.Max(c.Y, d.Y) < Math.Min(a.Y, b.Y)
        )
            return false;
        return Side(a, b, c) * Side(a, b, d) <= 0 && Side(c, d, a) * Side(c, d, b) <= 0;
    }

    private static int Side(Spot from, Spot to, Spot point) =>
        Math.Sign(
            (((long)to.X - from.X) * ((long)point.Y - from.Y)) - (((long)to.Y - from.Y) * ((long)point.X - from.X))
        );
}

/// <summary>Two places that would be neighbours, were it not for a barrier.</summary>
/// <param name="One">The one place.</param>
/// <param name="Other">The other.</param>
/// <param name="Barrier">The index of the barrier between them.</param>
public sealed record CutLink(int One, int Other, int Barrier);
