using System.Runtime.InteropServices;

namespace Nabij.Kernel.Ui.Parts;

/// <summary>Where one buurt's marks and name stand: the marks around X, Y and the name under or beside them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapLabel(MapArea Area, double X, double Y, bool Beside)
{
    public const double MarkRadius = 24;
    private const double LetterWidth = 14;
    private const double LetterHeight = 27;
    private const double Between = 27;
    private const double UnderBaseline = 52;
    private const double BesideBaseline = 9;

    /// <summary>On a sheet with more marks than this, names would only hide each other: they are in the list below it.</summary>
    private const int MostNames = 30;

    private static readonly double[] Steps = [0, -20, 20, -40, 40, -60, 60];
    private static readonly IReadOnlyList<Nudge> Nudges =
    [
        .. (from beside in new[] { false, true } from right in Steps from down in Steps select new Nudge(right, down, beside)).OrderBy(s => s.Cost),
    ];

    private bool HasBoth => Area is { Requests: > 0, Signals: > 0 };
    private double HalfMarks => HasBoth ? Between + MarkRadius : MarkRadius;
    private double TextWidth => Area.Name.Length * LetterWidth;

    public double RequestX => HasBoth ? X - Between : X;
    public double SignalX => HasBoth ? X + Between : X;
    public double TextX => Beside ? X + HalfMarks + (LetterWidth / 2) : X;
    public double TextY => Beside ? Y + BesideBaseline : Y + UnderBaseline;
    public string Anchor => Beside ? "start" : "middle";

    /// <summary>
    /// Each label where it hides least: first the buurten with the smallest room, every one on the spot that overlaps
    /// least with those before it, stays on the sheet, and is nearest to the middle of its buurt.
    /// </summary>
    public static IReadOnlyList<MapLabel> Place(IReadOnlyList<MapArea> areas, MapSheet sheet)
    {
        var counted = areas.Where(area => area.HasCount).ToList();
        if (counted.Count > MostNames)
            return [.. counted.Select(area => Nameless(area, sheet))];

        var (placed, taken) = (new List<MapLabel>(), new List<Box>());
        foreach (var area in counted.OrderBy(area => Spread(area, sheet)))
        {
            placed.Add(Best(area, taken, sheet));
            taken.Add(placed[^1].Box());
        }
        return placed;
    }

    private static MapLabel Nameless(MapArea area, MapSheet sheet)
    {
        var (x, y) = sheet.Place(area.Centre);
        return new(area with { Name = "" }, x, y, Beside: false);
    }

    /// <summary>The farther from the middle the worse, so the search ends where nothing can be better any more.</summary>
    private static MapLabel Best(MapArea area, List<Box> taken, MapSheet sheet)
    {
        var (x, y) = sheet.Place(area.Centre);
        var (best, least) = (default(MapLabel), double.PositiveInfinity);
        foreach (var nudge in Nudges)
        {
            if (nudge.Cost >= least)
                break;
            var label = new MapLabel(area, x + nudge.Right, y - (nudge.Beside ? 0 : LetterHeight / 2) + nudge.Down, nudge.Beside);
            var cost = nudge.Cost + (10 * label.Box().Hides(taken));
            if (cost < least)
                (best, least) = (label, cost);
        }
        return best;
    }

    private static double Spread(MapArea area, MapSheet sheet)
    {
        var places = area.Rings.SelectMany(ring => ring).Select(sheet.Place).ToList();
        return places.Count == 0
            ? 0
            : (places.Max(p => p.X) - places.Min(p => p.X)) * (places.Max(p => p.Y) - places.Min(p => p.Y));
    }

    private Box Box() =>
        Beside
            ? new Box(X - HalfMarks, Y - MarkRadius, TextX + TextWidth, Y + MarkRadius)
            : new Box(
                X - Math.Max(HalfMarks, TextWidth / 2),
                Y - MarkRadius,
                X + Math.Max(HalfMarks, TextWidth / 2),
                TextY + (LetterHeight / 4)
            );
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Surface => (Right - Left) * (Bottom - Top);

    /// <summary>How much of these it lies over, and of itself beside the sheet.</summary>
    public double Hides(List<Box> others)
    {
        var hidden = Surface - Overlap(new Box(0, 0, MapSheet.Width, MapSheet.Height));
        foreach (var other in others)
            hidden += Overlap(other);
        return hidden;
    }

    public double Overlap(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
}

/// <summary>A way to put a label off the middle of its buurt, and what that costs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Nudge(double Right, double Down, bool Beside)
{
    public double Cost => Math.Abs(Right) + Math.Abs(Down) + (Beside ? 40 : 0);
}
