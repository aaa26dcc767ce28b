using Nabij.Algorithms.Assignment;

namespace Nabij.Benchmarks.Assignment;

/// <summary>Made-up towns of 10 by 10 km in which requests and helpers live.</summary>
internal static class Neighbourhoods
{
    private const int Side = 100_000;

    /// <summary>Everyone anywhere.</summary>
    public static NearbyProblem Uniform(int requests, int helpers, int seed)
    {
        var random = new Random(seed);
        return Of(requests, helpers, () => new Spot(random.Next(Side), random.Next(Side)), null);
    }

    /// <summary>Twenty centres each for requests and for helpers, not the same ones: here many ask, there many
    /// offer.</summary>
    public static NearbyProblem Clustered(int requests, int helpers, int seed)
    {
        var random = new Random(seed);
        var (asking, offering) = (Centres(random), Centres(random));
        return Of(requests, helpers, () => Around(random, asking), () => Around(random, offering));
    }

    private static NearbyProblem Of(int requests, int helpers, Func<Spot> asking, Func<Spot>? offering) =>
        new(
            [.. Enumerable.Range(0, requests).Select(_ => new NearbyRequest(asking()))],
            [.. Enumerable.Range(0, helpers).Select(_ => new NearbyHelper((offering ?? asking)()))],
            AssignmentTerms.ServeAll
        );

    private static Spot[] Centres(Random random) =>
        [.. Enumerable.Range(0, 20).Select(_ => new Spot(random.Next(Side), random.Next(Side)))];

    private static Spot Around(Random random, Spot[] centres)
    {
        var centre = centres[random.Next(centres.Length)];
        return new Spot(centre.X + Normal(random), centre.Y + Normal(random));
    }

    private static int Normal(Random random) =>
        (int)(4000 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
