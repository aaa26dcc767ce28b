using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Proposing;
using Nabij.Modules.Circles.Proposing.Computing;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Modules.Places;

namespace Nabij.Tests.Modules.Circles.Proposing;

public sealed class ProposingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_front_door_comes_into_one_circle_of_ten_to_fifteen_that_hangs_together()
    {
        await using var town = await ProposedTown.BuildAsync();

        var sketch = await town.SketchAsync(await town.ProposeAsync());

        Assert.Equal(60, sketch.Places.Select(p => p.Address).Distinct().Count());
        Assert.Equal(4, sketch.Circles.Count);
        Assert.All(sketch.Circles, c => Assert.True(c is { HangsTogether: true, IsTooLarge: false, IsTooSmall: false }, $"{c}"));
        Assert.Equal(48, sketch.Circles.Sum(c => c.Measures.Seniors));
    }

    [Fact]
    public async Task Nobody_of_one_circle_has_to_cross_the_road_that_was_drawn()
    {
        await using var town = await ProposedTown.BuildAsync();
        var between = new BarrierLine("de Dorpsstraat", [new(5.2390, 52.69090), new(5.2430, 52.69090)]);

        var sketch = await town.SketchAsync(await town.ProposeAsync(barriers: between));

        var sides = sketch.Circles.Select(c => sketch.PlacesOf(c.Number).Select(p => p.Latitude > 52.69090).Distinct().Count());
        Assert.All(sides, side => Assert.Equal(1, side));
        Assert.Contains(sketch.Circles.SelectMany(c => sketch.BordersOf(c.Number)), r => r.Barrier == 0);
    }

    [Fact]
    public async Task A_road_that_is_drawn_from_door_to_door_parts_nobody_from_their_neighbours()
    {
        await using var town = await ProposedTown.BuildAsync();
        var along = await town.App.InPlacesAsync(p => p.InStreetAsync("Beukenlaan", Ct));
        var road = new BarrierLine("de Beukenlaan", [along[0].At, along[4].At, along[^1].At]);

        var sketch = await town.SketchAsync(await town.ProposeAsync(barriers: road));

        Assert.All(sketch.Circles, c => Assert.True(c is { HangsTogether: true, Doors: > 5 }, $"{c}"));
        var circlesOfTheStreet = sketch.Places.Where(p => p.Street == "Beukenlaan").Select(p => p.Circle).ToHashSet();
        Assert.DoesNotContain(sketch.Places.Where(p => p.Street == "Kersenstraat"), p => circlesOfTheStreet.Contains(p.Circle));
    }

    [Fact]
    public async Task Without_front_doors_it_is_a_sketch_from_the_figures()
    {
        await using var town = await ProposedTown.BuildAsync(withFrontDoors: false);

        var id = await town.ProposeAsync(buurt: null);
        var sketch = await town.SketchAsync(id);

        Assert.True(sketch.Proposal.IsSketch);
        Assert.InRange(sketch.Circles.Sum(c => c.Measures.Seniors), 94, 98);
        Assert.Equal([ProposedTown.West, ProposedTown.Oost], sketch.Buurten);
        Assert.IsType<SketchHasNoFrontDoors>(sketch.RefusalOfTakingOver(ProposedTown.West));
    }

    [Fact]
    public async Task Whom_we_know_counts_at_their_own_front_door()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var before = (await town.SketchAsync(id)).Circles.Sum(c => c.Measures.Helpers);

        var kees = await town.App.AddPersonAsync("Kees", "Jansen", home: await town.DoorAsync("Lindelaan", 4));
        await town.App.SaveAsync(kees.Likes(HelpKind.Chore));

        Assert.Equal(before + 1, (await town.SketchAsync(id)).Circles.Sum(c => c.Measures.Helpers));
    }

    [Fact]
    public async Task A_circle_that_there_is_keeps_its_front_doors_and_grows()
    {
        await using var town = await ProposedTown.BuildAsync();
        var lindelaan = await town.App.StartCircleAsync("Om de Lindelaan");
        foreach (var number in Enumerable.Range(1, 10))
            await town.App.SaveAsync(new Nabij.Modules.Circles.Domain.CircleAddress(await town.DoorAsync("Lindelaan", number), lindelaan));

        var sketch = await town.SketchAsync(await town.ProposeAsync());

        var goesOn = Assert.Single(sketch.Circles, c => c.Continues == lindelaan);
        Assert.Equal("Om de Lindelaan", goesOn.Name);
        Assert.Equal(10, sketch.PlacesOf(goesOn.Number).Count(p => p.Street == "Lindelaan"));
        Assert.All((await town.SketchAsync(await town.ProposeAsync(thereAre: CirclesThereAre.Forget))).Circles, c => Assert.Null(c.Continues));
    }

    [Fact]
    public async Task The_same_ground_gives_the_same_circles()
    {
        await using var town = await ProposedTown.BuildAsync();

        var (one, other) = (await town.SketchAsync(await town.ProposeAsync()), await town.SketchAsync(await town.ProposeAsync()));

        Assert.Equal(one.Places.Select(p => p.Circle), other.Places.Select(p => p.Circle));
    }

    [Fact]
    public async Task An_open_proposal_stands_on_the_desk_of_who_asked_with_somebody_to_stand_in()
    {
        await using var town = await ProposedTown.BuildAsync();

        var id = await town.ProposeAsync();

        var open = await town.FollowUpAsync(id.Value);
        Assert.Equal((town.Joke, town.Anja), (open?.Owner, open?.StandIn));
        Assert.Equal(2, await town.App.InDbAsync(db => db.Set<TrailEntry>().CountAsync(e => e.SubjectId == id.Value, Ct)));

        Assert.Null(await town.AsJokeAsync<DiscardProposal>(d => d.HandleAsync(id, Ct)));
        Assert.Null(await town.FollowUpAsync(id.Value));
        Assert.Empty(await town.App.InDbAsync(db => db.ProposedPlaces.Where(p => p.Proposal == id).ToListAsync(Ct)));
    }

    [Fact]
    public async Task What_a_node_left_halfway_is_taken_up_again_and_in_the_end_a_person_looks_at_it()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = CircleProposalId.New();
        Assert.Null(await town.StartAsync(id, new(ProposedTown.West, 12, CirclesThereAre.Leave, [])));
        await FallSilentAsync(town, id);

        await town.App.RunAsync<ProposeCirclesJob>();
        Assert.Equal(ProposalState.Ready, (await town.FindAsync(id))?.State);

        var unlucky = CircleProposalId.New();
        Assert.Null(await town.StartAsync(unlucky, new(ProposedTown.West, 12, CirclesThereAre.Leave, [])));
        for (var times = 0; times < CircleProposal.MostTries; times++)
            await FallSilentAsync(town, unlucky);
        await town.App.RunAsync<ProposeCirclesJob>();

        Assert.Equal(ProposalState.Stuck, (await town.FindAsync(unlucky))?.State);
        Assert.Equal("Circles.FollowUp.ProposalStuck", (await town.FollowUpAsync(unlucky.Value))?.Reason);
        Assert.Null(await town.AsJokeAsync<DiscardProposal>(d => d.TryAgainAsync(unlucky, Ct)));
        await town.App.RunAsync<ProposeCirclesJob>();
        Assert.Equal(ProposalState.Ready, (await town.FindAsync(unlucky))?.State);
    }

    [Fact]
    public async Task A_job_that_runs_twice_changes_nothing()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var before = await town.FindAsync(id);

        await town.App.RunAsync<ProposeCirclesJob>();

        Assert.Equal(before?.Edition, (await town.FindAsync(id))?.Edition);
    }

    [Fact]
    public async Task What_cannot_be_divided_is_said_at_once()
    {
        await using var town = await ProposedTown.BuildAsync(withFigures: false);

        Assert.IsType<NothingToDivide>(await town.StartAsync(CircleProposalId.New(), new(null, 12, CirclesThereAre.Leave, [])));
        Assert.IsType<NoSuchBuurt>(await town.StartAsync(CircleProposalId.New(), new(ProposedTown.West, 12, CirclesThereAre.Leave, [])));
        Assert.IsType<TargetOutOfRange>(await town.StartAsync(CircleProposalId.New(), new(null, 9, CirclesThereAre.Leave, [])));
    }

    /// <summary>A node begins to work on it, and is never heard of again.</summary>
    private static Task<int> FallSilentAsync(ProposedTown town, CircleProposalId id) =>
        town.App.InDbAsync(async db =>
        {
            (await db.CircleProposals.SingleAsync(p => p.Id == id, Ct)).Begin();
            return await db.SaveChangesAsync(Ct);
        });
}
