using System.Globalization;

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
    private readonly LonLat origin;

    public MapSheet(IReadOnlyList<MapArea> areas)
    {
        var points = areas.SelectMany(area => area.Rings).SelectMany(ring => ring).ToList();
        if (points.Count == 0)
            points.Add(default);
        origin = new LonLat(points.Min(point => point.Lon), points.Min(point => point.Lat));
        var far = new LonLat(points.Max(point => point.Lon), points.Max(point => point.Lat));
        narrowing = Math.Cos((origin.Lat + far.Lat) / 2 * Math.PI / 180);
        var (wide, high) = ((far.Lon - origin.Lon) * narrowing, far.Lat - origin.Lat);
        scale = wide > 0 && high > 0 ? Math.Min((Width - (2 * Margin)) / wide, (Height - (2 * Margin)) / high) : 1;
        left = (Width - (wide * scale)) / 2;
        bottom = (Height + (high * scale)) / 2;
    }

    public (double X, double Y) Place(LonLat point) =>
        (left + ((point.Lon - origin.Lon) * narrowing * scale), bottom - ((point.Lat - origin.Lat) * scale));

    public string Outline(MapArea area) =>
        string.Concat(area.Rings.Select(ring => "M" + string.Join('L', ring.Select(Written)) + "Z"));

    private string Written(LonLat point)
    {
        var (x, y) = Place(point);
        return string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
    }
}
