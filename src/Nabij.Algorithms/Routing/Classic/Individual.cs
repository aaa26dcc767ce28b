namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// A set of routes with what it costs and how far it breaks load and time; the genetic search breeds these.
/// </summary>
internal sealed class Individual
{
    public Individual(int[][] routes, int clients, long distance, int excessLoad, int warp)
    {
        Routes = routes;
        Distance = distance;
        ExcessLoad = excessLoad;
        Warp = warp;
        Next = new int[clients + 1];
        Previous = new int[clients + 1];
        foreach (var route in routes)
        {
            for (var i = 0; i < route.Length; i++)
            {
                Previous[route[i]] = i > 0 ? route[i - 1] : 0;
                Next[route[i]] = i + 1 < route.Length ? route[i + 1] : 0;
            }
        }
    }

    public int[][] Routes { get; }

    public long Distance { get; }

    public int ExcessLoad { get; }

    public int Warp { get; }

    public bool IsFeasible => ExcessLoad == 0 && Warp == 0;

    public int[] Next { get; }

    public int[] Previous { get; }

    public double Fitness { get; set; }

    /// <summary>The others of its population, nearest first.</summary>
    public List<(double Distance, Individual Other)> Neighbours { get; } = [];

    public long PenalisedCost(in Penalties penalties) =>
        (Distance * Penalties.Scale) + (ExcessLoad * penalties.Load) + (Warp * penalties.Warp);

    /// <summary>Share of clients that follow or precede another one here than there (Prins, 2009).</summary>
    public double BrokenPairs(Individual other)
    {
        var broken = 0;
        for (var c = 1; c < Next.Length; c++)
        {
            if (Next[c] != other.Next[c] && Next[c] != other.Previous[c])
                broken++;
            if (Previous[c] == 0 && other.Previous[c] != 0 && other.Next[c] != 0)
                broken++;
        }
        return (double)broken / (Next.Length - 1);
    }

    public double MeanDistanceToNearest(int count)
    {
        var taken = Math.Min(count, Neighbours.Count);
        var sum = 0.0;
        for (var i = 0; i < taken; i++)
            sum += Neighbours[i].Distance;
        return taken == 0 ? 1 : sum / taken;
    }
}
