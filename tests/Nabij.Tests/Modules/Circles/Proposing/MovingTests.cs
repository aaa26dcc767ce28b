using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Proposing.Moving;

namespace Nabij.Tests.Modules.Circles.Proposing;

public sealed class MovingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_front_door_goes_over_as_foretold_and_comes_back()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var before = await town.SketchAsync(id);
        var (door, to) = AtABorder(before);
        var foretold = before.Effect([door], to.Number);

        Assert.Null(await MoveAsync(town, before, new(door.Circle, null, door.Number), to.Number));
        var after = await town.SketchAsync(id);
        Assert.Equal(foretold.FromAfter, after.Find(door.Circle)?.Measures);
        Assert.Equal(foretold.ToAfter, after.Find(to.Number)?.Measures);

        Assert.Null(await town.AsJokeAsync<MoveFrontDoors>(m => m.TakeBackAsync(id, after.Proposal.Edition, Ct)));
        var again = await town.SketchAsync(id);
        Assert.Equal(before.Places.Select(p => p.Circle), again.Places.Select(p => p.Circle));
        Assert.IsType<NothingToTakeBack>(await town.AsJokeAsync<MoveFrontDoors>(m => m.TakeBackAsync(id, again.Proposal.Edition, Ct)));
    }

    [Fact]
    public async Task Of_two_who_move_at_the_same_moment_the_slower_is_told()
    {
        await using var town = await ProposedTown.BuildAsync();
        var seen = await town.SketchAsync(await town.ProposeAsync());
        var (door, to) = AtABorder(seen);

        Assert.Null(await MoveAsync(town, seen, new(door.Circle, null, door.Number), to.Number));
        Assert.IsType<ProposalChangedMeanwhile>(await MoveAsync(town, seen, new(door.Circle, null, door.Number), to.Number));
    }

    [Fact]
    public async Task Only_a_circle_beside_it_takes_a_front_door()
    {
        await using var town = await ProposedTown.BuildAsync();
        var sketch = await town.SketchAsync(await town.ProposeAsync(buurt: null, barriers: []));
        var (door, _) = AtABorder(sketch);
        var far = sketch.Circles.First(c => c.Number != door.Circle && !sketch.NextTo(door.Circle).Contains(c));

        Assert.IsType<CircleIsNotBeside>(MoveRules.Refusal(sketch, [door], far.Number));
        Assert.IsType<CircleIsNotBeside>(MoveRules.Refusal(sketch, [door], 404));
        Assert.IsType<CircleIsNotBeside>(MoveRules.Refusal(sketch, [door], door.Circle));
        Assert.IsType<NothingToMove>(MoveRules.Refusal(sketch, new DoorChoice(door.Circle, "Nergenslaan", null).In(sketch), far.Number));
    }

    [Fact]
    public async Task Two_streets_of_a_circle_that_grew_too_large_start_one_of_their_own()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var large = await GrowAsync(town, id);
        var sketch = await town.SketchAsync(id);
        var split = sketch.SplitOf(sketch.Find(large)!);
        Assert.NotNull(split);

        Assert.Null(await town.AsJokeAsync<MoveFrontDoors>(m => m.PartAsync(id, sketch.Proposal.Edition, large, Ct)));

        var after = await town.SketchAsync(id);
        Assert.Equal(split.Stay, after.Find(large)?.Measures);
        var started = Assert.Single(after.Circles, c => sketch.Find(c.Number) is null);
        Assert.Equal(split.Leave with { Number = started.Number }, started.Measures);
        Assert.True(started.HangsTogether && after.Find(large)!.HangsTogether);
    }

    /// <summary>Seed in the message; whatever a person does, nobody is lost and the page says what is so.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_moves_every_front_door_is_in_one_circle_and_what_is_broken_is_said(int seed)
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var random = new Random(seed);
        var doors = (await town.SketchAsync(id)).Places.Select(p => p.Address).ToHashSet();
        var movesMade = 0;
        for (var moves = 0; moves < 25; moves++)
        {
            var sketch = await town.SketchAsync(id);
            var refused = await RandomChangeAsync(town, sketch, random);
            movesMade += refused is null ? 1 : 0;
            var after = await town.SketchAsync(id);

            Assert.True(doors.SetEquals(after.Places.Select(p => p.Address)) && after.Places.Count == doors.Count, $"seed {seed}, move {moves}");
            Assert.True(after.Places.All(p => after.Find(p.Circle) is not null), $"seed {seed}, move {moves}");
            Assert.All(after.Circles, c => Assert.True(c.Pieces == PiecesOf(after, c.Number), $"seed {seed}, move {moves}: {c}"));
            Assert.Equal(sketch.Circles.Sum(c => c.Doors), after.Circles.Sum(c => c.Doors));
        }
        Assert.True(movesMade > 5, $"seed {seed}: only {movesMade} moves were made.");
    }

    private static async Task<Nabij.Kernel.Refusal?> RandomChangeAsync(ProposedTown town, ProposalSketch sketch, Random random)
    {
        var place = sketch.Places[random.Next(sketch.Places.Count)];
        var next = sketch.NextTo(place.Circle).ToList();
        var edition = sketch.Proposal.Edition;
        var id = sketch.Proposal.Id;
        return random.Next(6) switch
        {
            0 => await town.AsJokeAsync<MoveFrontDoors>(m => m.TakeBackAsync(id, edition, Ct)),
            1 => await town.AsJokeAsync<MoveFrontDoors>(m => m.PartAsync(id, edition, place.Circle, Ct)),
            < 4 when next.Count > 0 => await MoveAsync(town, sketch, new(place.Circle, place.Street, null), next[random.Next(next.Count)].Number),
            _ when next.Count > 0 => await MoveAsync(town, sketch, new(place.Circle, null, place.Number), next[random.Next(next.Count)].Number),
            _ => new NothingToMove(),
        };
    }

    /// <summary>Counted over the walks that the map draws.</summary>
    private static int PiecesOf(ProposalSketch sketch, int circle)
    {
        var pieceOf = sketch.PlacesOf(circle).ToDictionary(p => p.Number, p => p.Number);
        foreach (var (one, other) in sketch.Links.Where(l => l.One.Circle == circle && l.Other.Circle == circle))
        {
            var (kept, gone) = (pieceOf[one.Number], pieceOf[other.Number]);
            foreach (var number in pieceOf.Where(p => p.Value == gone).Select(p => p.Key).ToList())
                pieceOf[number] = kept;
        }
        return pieceOf.Values.Distinct().Count();
    }

    /// <summary>Moves front doors into one circle until it is too large; its number.</summary>
    private static async Task<int> GrowAsync(ProposedTown town, CircleProposalId id)
    {
        var large = (await town.SketchAsync(id)).Circles[0].Number;
        for (var sketch = await town.SketchAsync(id); !sketch.Find(large)!.IsTooLarge; sketch = await town.SketchAsync(id))
        {
            var giving = sketch.NextTo(large).OrderByDescending(c => c.Doors).First();
            var street = sketch.Links.Select(l => l.One.Circle == large && l.Other.Circle == giving.Number ? l.Other : l.Other.Circle == large && l.One.Circle == giving.Number ? l.One : null).OfType<ProposedPlace>().First();
            Assert.Null(await MoveAsync(town, sketch, new(giving.Number, street.Street, null), large));
        }
        return large;
    }

    private static Task<Nabij.Kernel.Refusal?> MoveAsync(ProposedTown town, ProposalSketch seen, DoorChoice choice, int to) =>
        town.AsJokeAsync<MoveFrontDoors>(m => m.HandleAsync(seen.Proposal.Id, seen.Proposal.Edition, choice, to, Ct));

    private static (ProposedPlace Door, SketchedCircle To) AtABorder(ProposalSketch sketch)
    {
        var (one, other) = sketch.Links.First(l => l.One.Circle != l.Other.Circle);
        return (one, sketch.Find(other.Circle)!);
    }
}
