using System.Globalization;
using System.Text;

namespace Nabij.Modules.Circles.Proposing.Showing;

/// <summary>
/// The sheet of a map in small squares, each for the circle of the front door that is nearest, if one is near enough. Drawn as one
/// path a circle, with a line where two of them meet.
/// </summary>
public sealed class Territories
{
    private const int Square = 5;
    private const int Reach = 34;
    private const int Nobody = int.MinValue;

    private readonly int across;
    private readonly int down;
    private readonly int[] circleAt;
    private readonly double[] nearest;

    public Territories(double width, double height, IEnumerable<(double X, double Y, int Circle)> doors)
    {
        (across, down) = ((int)(width / Square), (int)(height / Square));
        (circleAt, nearest) = (new int[across * down], new double[across * down]);
        Array.Fill(circleAt, Nobody);
        Array.Fill(nearest, Reach * Reach);
        foreach (var (x, y, circle) in doors)
            Claim(x, y, circle);
    }

    /// <summary>The squares of a circle.</summary>
    public string Area(int circle)
    {
        var path = new StringBuilder();
        for (var row = 0; row < down; row++)
        for (var column = 0; column < across; column++)
        {
            var from = column;
            while (column < across && circleAt[row * across + column] == circle)
                column++;
            if (column > from)
                path.Append(CultureInfo.InvariantCulture, $"M{from * Square} {row * Square}h{(column - from) * Square}v{Square}h-{(column - from) * Square}z");
        }
        return path.ToString();
    }

    /// <summary>Where circles end.</summary>
    public string Borders
    {
        get
        {
            var path = new StringBuilder();
            for (var row = 0; row <= down; row++)
            for (var column = 0; column <= across; column++)
            {
                if (At(row, column) != At(row - 1, column))
                    path.Append(CultureInfo.InvariantCulture, $"M{column * Square} {row * Square}h{Square}");
                if (At(row, column) != At(row, column - 1))
                    path.Append(CultureInfo.InvariantCulture, $"M{column * Square} {row * Square}v{Square}");
            }
            return path.ToString();
        }
    }

    private int At(int row, int column) => row < 0 || column < 0 || row >= down || column >= across ? Nobody : circleAt[row * across + column];

    private void Claim(double x, double y, int circle)
    {
        var (left, top) = ((int)((x - Reach) / Square), (int)((y - Reach) / Square));
        var (right, bottom) = ((int)((x + Reach) / Square), (int)((y + Reach) / Square));
        for (var row = Math.Max(0, top); row <= Math.Min(down - 1, bottom); row++)
        for (var column = Math.Max(0, left); column <= Math.Min(across - 1, right); column++)
        {
            var (dx, dy) = ((column + 0.5) * Square - x, (row + 0.5) * Square - y);
            var far = (dx * dx) + (dy * dy);
            var at = row * across + column;
            if (far >= nearest[at])
                continue;
            (nearest[at], circleAt[at]) = (far, circle);
        }
    }
}

/// <summary>Where the numbers of circles stand: at their middle, or a little beside it where another number is.</summary>
public static class Numbers
{
    private const double Steps = 12;

    public static IReadOnlyList<(double X, double Y)> Place(IReadOnlyList<(double X, double Y)> middles, double radius, double width, double height)
    {
        var placed = new List<(double X, double Y)>();
        foreach (var middle in middles)
            placed.Add(Candidates(middle, radius).FirstOrDefault(at => IsFree(at, placed, radius, width, height), middle));
        return placed;
    }

    private static IEnumerable<(double X, double Y)> Candidates((double X, double Y) middle, double radius)
    {
        yield return middle;
        for (var ring = 1; ring <= 6; ring++)
        for (var step = 0; step < Steps; step++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * step / Steps);
            yield return (middle.X + (cosine * ring * radius), middle.Y + (sine * ring * radius));
        }
    }

    private static bool IsFree((double X, double Y) at, List<(double X, double Y)> placed, double radius, double width, double height) =>
        at.X > radius && at.Y > radius && at.X < width - radius && at.Y < height - radius
        && placed.TrueForAll(other => double.Hypot(other.X - at.X, other.Y - at.Y) > (2 * radius) + 1);
}
