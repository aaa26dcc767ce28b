namespace Nabij.Kernel;

/// <summary>A place on the map: longitude and latitude in degrees, WGS84.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    private const double EarthRadiusMetres = 6_371_009;

    /// <summary>Great-circle distance in metres (haversine).</summary>
    public double MetresTo(GeoPoint other)
    {
        var (latitude, longitude) = (Radians(other.Latitude - Latitude), Radians(other.Longitude - Longitude));
        var chord =
            Math.Pow(Math.Sin(latitude / 2), 2)
            + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(longitude / 2), 2);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(Math.Min(1, chord)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
