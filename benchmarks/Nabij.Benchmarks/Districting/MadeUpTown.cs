using System.Collections.Immutable;
using System.Text.Json;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;

namespace Nabij.Benchmarks.Districting;

/// <summary>A town for measuring: addresses around centres, seniors in a few places many, a river with two
/// bridges.</summary>
internal static class MadeUpTown
{
    public static string Json(int points, int circles, int seed)
    {
        var random = new Random(seed);
        var side = (int)(Math.Sqrt(points) * 600);
        var centres = Enumerable
            .Range(0, 8 + (points / 150))
            .Select(_ => new Spot(random.Next(side), random.Next(side)))
            .ToArray();
        var spots = Enumerable.Range(0, points).Select(_ => Around(random, centres, side)).ToImmutableArray();
        var walks = Neighbouring.Of(spots, River(side), 10_000).Walks;
        return JsonSerializer.Serialize(
            new
            {
                name = $"made_n{points}_p{circles}_s{seed}",
                n = points,
                p = circles,
                xy = spots.Select(spot => new[] { spot.X / 10.0, spot.Y / 10.0 }),
                seniors = spots.Select(_ => (int)Math.Exp(1.4 + (0.9 * Normal(random)))),
                edges = from place in Enumerable.Range(0, points)
                from next in walks.Of(place).ToArray()
                where place < next
                select new[] { place, next },
                tolerance = 0.1,
            }
        );
    }

    private static ImmutableArray<WalkingBarrier> River(int side) =>
        [
            new WalkingBarrier([new Spot(-side, side / 2), new Spot(side / 3, side * 5 / 11)]),
            new WalkingBarrier([new Spot((side / 3) + 1500, side * 5 / 11), new Spot(side * 2 / 3, side / 2)]),
            new WalkingBarrier([new Spot((side * 2 / 3) + 1500, side / 2), new Spot(2 * side, side * 4 / 7)]),
        ];

    private static Spot Around(Random random, Spot[] centres, int side)
    {
        var (centre, spread) = (centres[random.Next(centres.Length)], side / 14.0);
        return random.Next(4) == 0
            ? new Spot(random.Next(side), random.Next(side))
            : new Spot(centre.X + (int)(spread * Normal(random)), centre.Y + (int)(spread * Normal(random)));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
