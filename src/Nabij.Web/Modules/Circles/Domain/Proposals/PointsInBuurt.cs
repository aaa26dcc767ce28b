using Nabij.Kernel;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>Where no front doors are known: points on a grid within the borders of a buurt, each for two residents of 75 and over.</summary>
public static class PointsInBuurt
{
    private const int SeniorsAPoint = 2;
    private const int FewestPoints = 4;
    private const int MostPoints = 600;
    private const int Narrowings = 12;

    public static IReadOnlyList<GeoPoint> Of(Buurt buurt)
    {
        var corners = buurt.Rings.SelectMany(ring => ring).ToList();
        if (corners.Count == 0 || buurt.Aged65Plus == 0)
            return [];
        var wanted = Math.Clamp(SeniorsEstimate.Whole(SeniorsEstimate.Of65Plus(buurt.Aged65Plus)) / SeniorsAPoint, FewestPoints, MostPoints);
        var (west, east) = (corners.Min(c => c.Longitude), corners.Max(c => c.Longitude));
        var (south, north) = (corners.Min(c => c.Latitude), corners.Max(c => c.Latitude));
        var narrowing = Math.Cos((south + north) / 2 * Math.PI / 180);
        // as if the box were full; where it is not, the grid becomes finer until there are enough points
        var step = Math.Sqrt((east - west) * narrowing * (north - south) / wanted);
        for (var finer = 0; finer < Narrowings; finer++, step *= 0.85)
        {
            var points = Grid(west, east, south, north, step / narrowing, step).Where(buurt.Holds).Take(MostPoints).ToList();
            if (points.Count >= wanted)
                return points;
        }
        return [];
    }

    private static IEnumerable<GeoPoint> Grid(double west, double east, double south, double north, double across, double up)
    {
        for (var latitude = north - (up / 2); latitude > south; latitude -= up)
        for (var longitude = west + (across / 2); longitude < east; longitude += across)
            yield return new(longitude, latitude);
    }
}
