using System.Numerics;

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

    /// <summary>The routes in the order of their direction from the depot, once that was asked.</summary>
    public int[][]? Around { get; set; }

    /// <summary>The others of its population, nearest first.</summary>
    public List<(double Distance, Individual Other)> Neighbours { get; } = [];

    public long PenalisedCost(in Penalties penalties) =>
        (Distance * Penalties.Scale) + (ExcessLoad * penalties.Load) + (Warp * penalties.Warp);

    /// <summary>Share of clients that follow or precede another one here than there (Prins, 2009).</summary>
    public double BrokenPairs(Individual other)
    {
        var broken = 0;
        var count = Next.Length;
        var c = 1;
        for (; c <= count - Vector<int>.Count; c += Vector<int>.Count)
        {
            var (next, previous) = (new Vector<int>(Next, c), new Vector<int>(Previous, c));
            var (otherNext, otherPrevious) = (new Vector<int>(other.Next, c), new Vector<int>(other.Previous, c));
            var kept = Vector.Equals(next, otherNext) | Vector.Equals(next, otherPrevious);
            var begun = Vector.Equals(previous, Vector<int>.Zero);
            var within = ~(Vector.Equals(otherPrevious, Vector<int>.Zero) | Vector.Equals(otherNext, Vector<int>.Zero));
            broken += Vector<int>.Count + Vector.Sum(kept) - Vector.Sum(begun & within);
        }
        for (; c < count; c++)
        {
            if (Next[c] != other.Next[c] && Next[c] != other.Previous[c])
                broken++;
            if (Previous[c] == 0 && other.Previous[c] != 0 && other.Next[c] != 0)
                broken++;
        }
        return (double)broken / (count - 1);
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
