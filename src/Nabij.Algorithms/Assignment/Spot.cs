using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>A place on the map, in decimetres of a flat grid (such as the Dutch national grid).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spot(int X, int Y)
{
    /// <summary>Coordinates are from minus to plus this, so that squares of distances fit in 63 bits.</summary>
    public const int Farthest = 1 << 28;

    /// <summary>Straight-line distance in decimetres, rounded to the nearest.</summary>
    public int DistanceTo(Spot other) => (int)Math.Round(Math.Sqrt(SquareTo(other)));

    internal long SquareTo(Spot other)
    {
        var (across, along) = ((long)X - other.X, (long)Y - other.Y);
        return (across * across) + (along * along);
    }
}
