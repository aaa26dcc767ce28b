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
        [.. compact.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(ring => ParseRing(ring))];

    public static string Compact(IEnumerable<IReadOnlyList<GeoPoint>> rings) => string.Join('|', rings.Select(CompactRing));

    private static GeoPoint[] ParseRing(ReadOnlySpan<char> text)
    {
        var ring = new GeoPoint[text.Count(',') + 2];
        var (x, y, next) = (0, 0, 0);
        foreach (var range in text.Split(','))
        {
            var step = text[range];
            var gap = step.IndexOf(' ');
            x += int.Parse(step[..gap], CultureInfo.InvariantCulture);
            y += int.Parse(step[(gap + 1)..], CultureInfo.InvariantCulture);
            ring[next++] = new(x / PerDegree, y / PerDegree);
        }
        ring[^1] = ring[0];
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
