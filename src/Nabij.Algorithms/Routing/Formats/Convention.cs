namespace Nabij.Algorithms.Routing.Formats;

/// <summary>How an instance of the literature turns coordinates into numbers, and what it asks for.</summary>
public enum Convention
{
    /// <summary>
    /// 12th DIMACS Implementation Challenge: distances cut off after one decimal, cost is the distance, any number of
    /// vehicles. Units are tenths.
    /// </summary>
    Dimacs,

    /// <summary>
    /// SINTEF's tables: full precision, fewest vehicles first, then distance. Units are thousandths, rounded up, so
    /// that what
    /// fits here fits in full precision.
    /// </summary>
    Sintef,
}

internal static class Conventions
{
    /// <summary>What a vehicle costs where fewest come first: more than any distance.</summary>
    public static int FixedCost(this Convention convention) => convention == Convention.Dimacs ? 0 : 100_000_000;

    public static int Scale(this Convention convention) => convention == Convention.Dimacs ? 10 : 1000;

    /// <summary>Travel between all points, as the convention measures it.</summary>
    public static TravelMatrix Matrix(this Convention convention, IReadOnlyList<(int X, int Y)> points)
    {
        var matrix = new int[points.Count * points.Count];
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < points.Count; j++)
            {
                double dx = points[i].X - points[j].X;
                double dy = points[i].Y - points[j].Y;
                var exact = Math.Sqrt((dx * dx) + (dy * dy)) * convention.Scale();
                matrix[(i * points.Count) + j] = (int)(
                    convention == Convention.Dimacs ? Math.Floor(exact) : Math.Ceiling(exact)
                );
            }
        }
        return new TravelMatrix("plane", points.Count, matrix, matrix);
    }
}
