using System.Globalization;
using System.Text;

namespace Nabij.Kernel.Ui.Parts;

/// <summary>
/// Degrees to places on the sheet: as wide as one degree is at this latitude, north on top, a margin around. Good for a
/// town; not for a country.
/// </summary>
internal sealed class MapSheet
{
    public const double Width = 640;
    public const double Height = 560;
    private const double Margin = 12;

    private readonly double scale;
    private readonly double narrowing;
    private readonly double left;
    private readonly double bottom;
    private readonly GeoPoint origin;

    public MapSheet(IReadOnlyList<MapArea> areas)
    {
        var (south, north) = Extent(areas, point => point.Latitude);
        var (west, east) = Extent(areas, point => point.Longitude);
        origin = new GeoPoint(west, south);
        narrowing = Math.Cos((south + north) / 2 * Math.PI / 180);
        var (wide, high) = ((east - west) * narrowing, north - south);
        scale = wide > 0 && high > 0 ? Math.Min((Width - (2 * Margin)) / wide, (Height - (2 * Margin)) / high) : 1;
        left = (Width - (wide * scale)) / 2;
        bottom = (Height + (high * scale)) / 2;
    }

    public (double X, double Y) Place(GeoPoint point) =>
        (left + ((point.Longitude - origin.Longitude) * narrowing * scale), bottom - ((point.Latitude - origin.Latitude) * scale));

    /// <summary>The place in degrees: <see cref="Place"/> turned round.</summary>
    public GeoPoint At(double x, double y) =>
        new(origin.Longitude + ((x - left) / (narrowing * scale)), origin.Latitude + ((bottom - y) / scale));

    /// <summary>The borders as the data of a path.</summary>
    public void Outline(MapArea area, StringBuilder svg)
    {
        foreach (var ring in area.Rings)
        {
            var next = 'M';
            foreach (var point in ring)
            {
                var (x, y) = Place(point);
                svg.Append(next).Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
                next = 'L';
            }
            svg.Append('Z');
        }
    }

    private static (double Least, double Most) Extent(IReadOnlyList<MapArea> areas, Func<GeoPoint, double> of)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var area in areas)
        {
            foreach (var ring in area.Rings)
            {
                foreach (var point in ring)
                    (least, most) = (Math.Min(least, of(point)), Math.Max(most, of(point)));
            }
        }
        return least > most ? (0, 0) : (least, most);
    }
}
