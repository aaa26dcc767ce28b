using Nabij.Kernel;
using Nabij.Kernel.Ui.Parts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Desk.Lists;

/// <summary>Buurten as the map draws them, with how much is open in each.</summary>
public static class BuurtDrawing
{
    public static MapArea Of(Buurt buurt, BuurtCount? count) =>
        new(
            buurt.Name,
            [.. buurt.Rings.Select(ring => ring.Select(p => new LonLat(p.Longitude, p.Latitude)).ToList())],
            MiddleOf(buurt.Rings),
            (count?.Open ?? 0) - (count?.Late ?? 0),
            count?.Late ?? 0
        );

    /// <summary>The centre of gravity of the largest ring, by the shoelace formula.</summary>
    private static LonLat MiddleOf(IReadOnlyList<IReadOnlyList<GeoPoint>> rings)
    {
        if (rings.Count == 0 || rings.All(r => r.Count == 0))
            return default;
        var ring = rings.MaxBy(r => Math.Abs(Cross(r).Sum(c => c.Area)))!;
        var parts = Cross(ring).ToList();
        var area = parts.Sum(p => p.Area);
        return area == 0
            ? new(ring[0].Longitude, ring[0].Latitude)
            : new(parts.Sum(p => p.X * p.Area) / (3 * area), parts.Sum(p => p.Y * p.Area) / (3 * area));
    }

    /// <summary>Each edge with twice the area of its triangle to the first corner, and the sum of the triangle's corners.</summary>
    private static IEnumerable<(double Area, double X, double Y)> Cross(IReadOnlyList<GeoPoint> ring)
    {
        var origin = ring[0];
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            var area =
                (a.Longitude - origin.Longitude) * (b.Latitude - origin.Latitude)
                - (b.Longitude - origin.Longitude) * (a.Latitude - origin.Latitude);
            yield return (area, origin.Longitude + a.Longitude + b.Longitude, origin.Latitude + a.Latitude + b.Latitude);
        }
    }
}
