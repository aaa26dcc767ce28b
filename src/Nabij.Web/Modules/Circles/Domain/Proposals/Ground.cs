using System.Collections.Immutable;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;
using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>Degrees laid flat, in decimetres around one point: good for a town.</summary>
public sealed class Ground(GeoPoint origin)
{
    private const double DecimetresPerDegree = 1_113_195;

    private readonly double narrowing = Math.Cos(origin.Latitude * Math.PI / 180);

    public Spot Lay(GeoPoint point) =>
        new(
            (int)Math.Round((point.Longitude - origin.Longitude) * narrowing * DecimetresPerDegree),
            (int)Math.Round((point.Latitude - origin.Latitude) * DecimetresPerDegree)
        );

    public WalkingBarrier Lay(BarrierLine barrier) => new([.. barrier.Line.Select(Lay)], barrier.Closed);
}

/// <summary>
/// A line that was drawn from door to door runs through those doors, while people live on one side of the road. So a door on the line
/// is taken a few steps to its right, where all its neighbours along the line go too.
/// </summary>
public static class BesideTheLine
{
    private const double On = 15;
    private const double Steps = 40;

    public static ImmutableArray<Spot> Place(IEnumerable<Spot> spots, IReadOnlyCollection<WalkingBarrier> barriers) =>
        [.. spots.Select(spot => barriers.Select(line => Aside(spot, line)).FirstOrDefault(aside => aside is not null) ?? spot)];

    private static Spot? Aside(Spot spot, WalkingBarrier barrier)
    {
        var line = barrier.Line;
        for (var corner = 1; corner < line.Length; corner++)
        {
            var (from, to) = (line[corner - 1], line[corner]);
            var (share, distance) = Nearest(spot, from, to);
            if (distance > On)
                continue;
            var next = share >= 1 && corner + 1 < line.Length ? line[corner + 1] : to;
            var before = share <= 0 && corner > 1 ? line[corner - 2] : from;
            return Right(spot, before, next);
        }
        return null;
    }

    private static (double Share, double Distance) Nearest(Spot spot, Spot from, Spot to)
    {
        var (across, along) = ((double)to.X - from.X, (double)to.Y - from.Y);
        var square = (across * across) + (along * along);
        var share = square == 0 ? 0 : Math.Clamp(((((double)spot.X - from.X) * across) + (((double)spot.Y - from.Y) * along)) / square, 0, 1);
        return (share, double.Hypot(from.X + (share * across) - spot.X, from.Y + (share * along) - spot.Y));
    }

    private static Spot? Right(Spot spot, Spot from, Spot to)
    {
        var (across, along) = ((double)to.X - from.X, (double)to.Y - from.Y);
        var length = double.Hypot(across, along);
        return length == 0 ? null : new Spot((int)Math.Round(spot.X + (along / length * Steps)), (int)Math.Round(spot.Y - (across / length * Steps)));
    }
}
