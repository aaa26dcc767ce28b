using System.Globalization;
using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

/// <summary>The border around a handful of front doors: their convex hull, by Andrew's monotone chain.</summary>
public static class Outline
{
    private const double PerDegree = 1_000_000;

    /// <summary>The corners, counterclockwise, the first one again at the end. Fewer than three doors have no outline.</summary>
    public static IReadOnlyList<GeoPoint> Around(IEnumerable<GeoPoint> doors)
    {
        var sorted = doors.Distinct().OrderBy(p => p.Longitude).ThenBy(p => p.Latitude).ToList();
        var below = Half(sorted);
        var above = Half(sorted.AsEnumerable().Reverse());
        return below.Count + above.Count < 5 ? [] : [.. below.SkipLast(1), .. above];
    }

    public static string Write(IEnumerable<GeoPoint> corners) => string.Join(',', corners.Select(Written));

    public static IReadOnlyList<GeoPoint> Read(string outline) =>
        [.. outline.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(corner => ReadCorner(corner.Split(' ')))];

    private static List<GeoPoint> Half(IEnumerable<GeoPoint> sorted)
    {
        var chain = new List<GeoPoint>();
        foreach (var point in sorted)
        {
            while (chain is [.., var before, var last] && Turn(before, last, point) <= 0)
                chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }
        return chain;
    }

    /// <summary>Positive for a turn to the left.</summary>
    private static double Turn(GeoPoint a, GeoPoint b, GeoPoint c) =>
        (b.Longitude - a.Longitude) * (c.Latitude - a.Latitude) - (b.Latitude - a.Latitude) * (c.Longitude - a.Longitude);

    private static string Written(GeoPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(point.Longitude * PerDegree)} {Math.Round(point.Latitude * PerDegree)}");

    private static GeoPoint ReadCorner(string[] numbers) =>
        new(int.Parse(numbers[0], CultureInfo.InvariantCulture) / PerDegree, int.Parse(numbers[1], CultureInfo.InvariantCulture) / PerDegree);
}
