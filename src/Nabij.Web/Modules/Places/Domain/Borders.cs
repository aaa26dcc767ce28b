using System.Globalization;
using System.Text;
using Nabij.Kernel;

namespace Nabij.Modules.Places.Domain;

/// <summary>
/// Borders as compact text: millionths of degrees, each point as the step from the one before, points parted by commas, rings by
/// bars: <c>5231658 52717345,605 -4573|…</c>. The last point, which is the first again, is left out.
/// </summary>
public static class Borders
{
    private const double PerDegree = 1_000_000;

    public static IReadOnlyList<IReadOnlyList<GeoPoint>> Parse(string compact) =>
        [.. compact.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(ParseRing)];

    public static string Compact(IEnumerable<IReadOnlyList<GeoPoint>> rings) => string.Join('|', rings.Select(CompactRing));

    private static IReadOnlyList<GeoPoint> ParseRing(string text)
    {
        var ring = new List<GeoPoint>();
        var (x, y) = (0, 0);
        foreach (var step in text.Split(','))
        {
            var gap = step.IndexOf(' ', StringComparison.Ordinal);
            x += int.Parse(step.AsSpan(0, gap), CultureInfo.InvariantCulture);
            y += int.Parse(step.AsSpan(gap + 1), CultureInfo.InvariantCulture);
            ring.Add(new(x / PerDegree, y / PerDegree));
        }
        ring.Add(ring[0]);
        return ring;
    }

    private static string CompactRing(IReadOnlyList<GeoPoint> ring)
    {
        var text = new StringBuilder();
        var (x, y) = (0, 0);
        foreach (var point in ring.SkipLast(1))
        {
            var (toX, toY) = ((int)Math.Round(point.Longitude * PerDegree), (int)Math.Round(point.Latitude * PerDegree));
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : ",")}{toX - x} {toY - y}");
            (x, y) = (toX, toY);
        }
        return text.ToString();
    }
}
