using Nabij.Kernel;

namespace Nabij.Modules.Places.Contracts;

public static class BuurtBorders
{
    extension(Buurt buurt)
    {
        /// <summary>Whether a line from this point to the far east crosses the borders an odd number of times.</summary>
        public bool Holds(GeoPoint point) => buurt.Rings.Sum(ring => Crossings(ring, point)) % 2 == 1;

        /// <summary>About the middle: the mean of the corners of the first border.</summary>
        public GeoPoint Middle =>
            buurt.Rings is [{ Count: > 0 } outer, ..]
                ? new(outer.Average(p => p.Longitude), outer.Average(p => p.Latitude))
                : default;
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
