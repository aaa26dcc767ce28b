using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Tests.Assignment;

/// <summary>Problems drawn from a seed, of every shape: wide, tall, with forbidden pairs, open costs, room for
/// several.</summary>
internal static class Drawn
{
    public static CostMatrix Costs(Random random, int rows, int columns, int highest = 20, double forbidden = 0.2)
    {
        var share = random.Next(3) == 0 ? 0 : forbidden;
        return new CostMatrix(
            rows,
            columns,
            [
                .. Enumerable
                    .Range(0, rows * columns)
                    .Select(_ => random.NextDouble() < share ? CostMatrix.Forbidden : random.Next(highest)),
            ]
        );
    }

    public static AssignmentTerms Terms(Random random, int rows, int columns, int highest = 20) =>
        new()
        {
            UnservedCosts = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, rows).Select(_ => random.Next(highest))],
            Capacities = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, columns).Select(_ => random.Next(4))],
        };

    public static NearbyProblem Nearby(Random random, int requests, int helpers, int side = 10_000)
    {
        var (withWishes, farthest) = (random.Next(2) == 0, random.Next(2) == 0 ? side / 2 : Spot.Farthest);
        return new NearbyProblem(
            [
                .. Enumerable
                    .Range(0, requests)
                    .Select(_ => new NearbyRequest(
                        Anywhere(random, side),
                        withWishes ? Wish(random) : default,
                        farthest
                    )),
            ],
            [
                .. Enumerable
                    .Range(0, helpers)
                    .Select(_ => new NearbyHelper(Anywhere(random, side), Able(random), random.Next(3) * 100)),
            ],
            Terms(random, requests, helpers, side)
        );
    }

    public static Spot Anywhere(Random random, int side) => new(random.Next(side), random.Next(side));

    public static Traits Able(Random random) =>
        new((uint)random.Next(8), (uint)random.Next(1, 8), 1u << random.Next(2), (ulong)random.Next(1, 16));

    public static Traits Wish(Random random) =>
        new(
            (uint)random.Next(4) & (uint)random.Next(4),
            (uint)random.Next(8) & 1,
            (uint)random.Next(3),
            (ulong)random.Next(16)
        );
}
