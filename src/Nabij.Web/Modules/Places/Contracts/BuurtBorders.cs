using Nabij.Kernel;

namespace Nabij.Modules.Places.Contracts;

public static class BuurtBorders
{
    extension(Buurt buurt)
    {
        /// <summary>Whether a line from this point to the far east crosses the borders an odd number of times.</summary>
        public bool Holds(GeoPoint point) => buurt.Rings.Sum(ring => Crossings(ring, point)) % 2 == 1;

        /// <summary>The centre of gravity of the largest border, by the shoelace formula.</summary>
        public GeoPoint Middle
        {
            get
            {
                var (largest, middle) = (-1.0, default(GeoPoint));
                foreach (var ring in buurt.Rings)
                {
                    var (area, at) = Gravity(ring);
                    if (area > largest)
                        (largest, middle) = (area, at);
                }
                return middle;
            }
        }
    }

    /// <summary>The area, and the mean of the triangles from the first corner to each edge, by their areas.</summary>
    private static (double Area, GeoPoint Middle) Gravity(IReadOnlyList<GeoPoint> ring)
    {
        if (ring.Count == 0)
            return default;
        var origin = ring[0];
        var (total, x, y) = (0.0, 0.0, 0.0);
        for (var i = 1; i < ring.Count; i++)
        {
            var (aX, aY) = (ring[i - 1].Longitude - origin.Longitude, ring[i - 1].Latitude - origin.Latitude);
            var (bX, bY) = (ring[i].Longitude - origin.Longitude, ring[i].Latitude - origin.Latitude);
            var area = (aX * bY) - (bX * aY);
            (total, x, y) = (total + area, x + (area * (aX + bX)), y + (area * (aY + bY)));
        }
        return total == 0
            ? (0, origin)
            : (Math.Abs(total), new(origin.Longitude + (x / (3 * total)), origin.Latitude + (y / (3 * total))));
    }

    private static int Crossings(IReadOnlyList<GeoPoint> ring, GeoPoint point)
    {
        var crossings = 0;
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            if (a.Latitude > point.Latitude == b.Latitude > point.Latitude)
                continue;
            var share = (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude);
            if (point.Longitude < a.Longitude + share * (b.Longitude - a.Longitude))
                crossings++;
        }
        return crossings;
    }
}
