using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Tests.Assignment;

public class KdTreeTests
{
    [Fact]
    public void The_nearest_who_suit_are_those_that_a_look_at_everyone_finds() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                // A small side puts many helpers in one stairwell: equal distances must not matter.
                var (count, side) = (random.Next(200), random.Next(1, 300));
                var spots = Enumerable.Range(0, count).Select(_ => Drawn.Anywhere(random, side)).ToImmutableArray();
                var suitable = new Suitable([.. spots.Select(_ => Drawn.Able(random))], Drawn.Wish(random), []);
                var (from, farthest) = (Drawn.Anywhere(random, side), random.Next(side));
                var found = new Found[random.Next(1, 20)];

                var many = new KdTree(spots).Nearest(from, farthest, suitable, found);

                var everyone = Enumerable
                    .Range(0, count)
                    .Where(suitable.Admits)
                    .Select(point => new Found(point, Square(spots[point], from)))
                    .Where(one => one.Measure <= (long)farthest * farthest)
                    .OrderBy(one => one.Measure)
                    .ThenBy(one => one.Point)
                    .Take(found.Length);
                return found.Take(many).SequenceEqual(everyone).Label($"seed {seed}");
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Searching_allocates_nothing()
    {
        var random = new Random(3);
        var tree = new KdTree([.. Enumerable.Range(0, 1000).Select(_ => Drawn.Anywhere(random, 10_000))]);
        Span<Found> found = stackalloc Found[16];
        tree.Nearest(new Spot(0, 0), Spot.Farthest, default(Anyone), found);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var question = 0; question < 100; question++)
            tree.Nearest(new Spot(question * 100, 5000), Spot.Farthest, default(Anyone), found);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Who_rests_is_not_found()
    {
        var tree = new KdTree([new Spot(0, 0), new Spot(10, 0)]);
        var found = new Found[2];

        var many = tree.Nearest(
            new Spot(0, 0),
            Spot.Farthest,
            new Suitable([default, default], default, [0b01]),
            found
        );

        Assert.Equal([1], found.Take(many).Select(one => one.Point));
    }

    private static long Square(Spot one, Spot other) =>
        ((long)(one.X - other.X) * (one.X - other.X)) + ((long)(one.Y - other.Y) * (one.Y - other.Y));
}
