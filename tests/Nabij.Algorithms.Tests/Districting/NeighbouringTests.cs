using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;

namespace Nabij.Algorithms.Tests.Districting;

public class NeighbouringTests
{
    [Fact]
    public void Without_barriers_there_is_a_way_between_all_places() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                // Two hamlets far apart, and stairwells with many front doors on one spot.
                var spots = Enumerable
                    .Range(0, random.Next(1, 120))
                    .Select(_ => new Spot((random.Next(2) * 20_000) + random.Next(60), random.Next(60)))
                    .ToImmutableArray();

                return (Neighbouring.Of(spots, [], 100_000).Walks.Parts().Parts == 1).Label($"seed {seed}");
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_link_crosses_a_barrier_and_a_way_round_is_found() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                var spots = Streets.Spots(random, 80);
                var pond = new WalkingBarrier(
                    [new Spot(1000, 1000), new Spot(2000, 1100), new Spot(1900, 2000), new Spot(900, 1700)],
                    Closed: true
                );

                var made = Neighbouring.Of(spots, [pond], 100_000);

                var links =
                    from place in Enumerable.Range(0, 80)
                    from next in made.Walks.Of(place).ToArray()
                    select (place, next);
                return (
                    links.All(link => !pond.Cuts(spots[link.place], spots[link.next]))
                    && made.Cut.All(cut => pond.Cuts(spots[cut.One], spots[cut.Other]))
                ).Label($"seed {seed}");
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_canal_with_a_gap_is_passed_at_the_gap_only()
    {
        ImmutableArray<Spot> spots = [new Spot(0, 0), new Spot(100, 0), new Spot(0, 300), new Spot(100, 300)];
        var canal = new WalkingBarrier([new Spot(50, -100), new Spot(50, 200)]);

        var walks = Neighbouring.Of(spots, [canal], 100_000).Walks;

        Assert.Equal([2], walks.Of(0).ToArray());
        Assert.Equal([0, 3], walks.Of(2).ToArray());
    }
}
