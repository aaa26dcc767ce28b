using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Proposing.Accepting;
using Nabij.Modules.Circles.Proposing.Asking;
using Nabij.Tests.Modules.People;

namespace Nabij.Tests.Modules.Circles.Proposing;

public sealed class AcceptingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_taken_over_are_circles_with_front_doors_and_neighbours_and_without_members()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();

        var (round, refused) = await TakeOverAsync(town, id, ProposedTown.West);

        Assert.Null(refused);
        Assert.Equal(4, await town.App.InDbAsync(db => db.Circles.CountAsync(Ct)));
        Assert.Equal(60, await town.App.InDbAsync(db => db.CircleAddresses.CountAsync(Ct)));
        Assert.Empty(await town.App.InDbAsync(db => db.CircleMembers.ToListAsync(Ct)));
        var around = await town.App.InScopeAsync(async s => await s.GetRequiredService<ICircles>().AroundAsync(await town.DoorAsync("Lindelaan", 3), Ct));
        Assert.NotNull(around);
        Assert.NotEmpty(await town.App.InScopeAsync(s => s.GetRequiredService<ICircles>().AdjacentToAsync(around.Id, Ct)));
        Assert.True(await town.App.IsOnTheDeskAsync(around.Id));

        var asking = await town.FollowUpAsync(round!.Value.Value);
        Assert.Equal((town.Joke, town.Anja), (asking?.Owner, asking?.StandIn));
        Assert.Null(await town.FollowUpAsync(id.Value));
        Assert.Equal(ProposalState.Done, (await town.FindAsync(id))?.State);
    }

    [Fact]
    public async Task One_buurt_at_a_time()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync(buurt: null);
        var sketch = await town.SketchAsync(id);
        var west = sketch.ToTakeOver(ProposedTown.West).Sum(c => c.Doors);

        Assert.Null((await TakeOverAsync(town, id, ProposedTown.West)).Refused);
        Assert.Equal(west, await town.App.InDbAsync(db => db.CircleAddresses.CountAsync(Ct)));
        Assert.Equal(ProposalState.Ready, (await town.FindAsync(id))?.State);
        Assert.IsType<NothingToTakeOver>((await TakeOverAsync(town, id, ProposedTown.West)).Refused);
        Assert.NotNull(await town.FollowUpAsync(id.Value));

        Assert.Null((await TakeOverAsync(town, id, ProposedTown.Oost)).Refused);
        Assert.Equal(120, await town.App.InDbAsync(db => db.CircleAddresses.CountAsync(Ct)));
        Assert.Equal(ProposalState.Done, (await town.FindAsync(id))?.State);
    }

    [Fact]
    public async Task Of_two_who_take_over_at_the_same_moment_the_slower_is_told_and_nothing_is_there_twice()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var edition = (await town.FindAsync(id))!.Edition;
        var buurt = new AcceptedBuurt(ProposedTown.West, "West", town.Joke, town.Anja);

        var both = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => town.App.InScopeAsync(s => s.GetRequiredService<AcceptBuurt>().HandleAsync(id, edition, buurt, Ct), town.Joke)))
        );

        Assert.Single(both, b => b.Refused is null);
        Assert.Single(both, b => b.Refused is ProposalChangedMeanwhile or ProposalIsNotReady);
        Assert.Equal(4, await town.App.InDbAsync(db => db.Circles.CountAsync(Ct)));
        Assert.Equal(1, await town.App.InDbAsync(db => db.AskRounds.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_circle_that_goes_on_keeps_its_members_and_its_name()
    {
        await using var town = await ProposedTown.BuildAsync();
        var circle = await town.App.StartCircleAsync("Om de Lindelaan");
        await town.App.SaveAsync(new Nabij.Modules.Circles.Domain.CircleAddress(await town.DoorAsync("Lindelaan", 1), circle));
        var truus = await town.App.AddMemberAsync(circle, "Truus", "de Vries");

        Assert.Null((await TakeOverAsync(town, await town.ProposeAsync(), ProposedTown.West)).Refused);

        Assert.Equal("Om de Lindelaan", (await town.App.CircleAsync(circle)).Name);
        Assert.True(await town.App.InDbAsync(db => db.CircleMembers.Current.AnyAsync(m => m.Person == truus.Id && m.Circle == circle, Ct)));
        Assert.True(await town.App.InDbAsync(db => db.CircleAddresses.CountAsync(a => a.Circle == circle, Ct)) > 5);
    }

    [Fact]
    public async Task Who_asks_and_who_stands_in_are_two_people_of_the_desk()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();

        Assert.IsType<StandInIsAskerToo>((await TakeOverAsync(town, id, ProposedTown.West, town.Joke, town.Joke)).Refused);
        Assert.IsType<AskerIsNoSupporter>((await TakeOverAsync(town, id, ProposedTown.West, town.Riet, town.Joke)).Refused);
        Assert.Empty(await town.App.InDbAsync(db => db.Circles.ToListAsync(Ct)));
    }

    [Fact]
    public async Task Riet_is_asked_says_yes_and_is_asked_no_more_and_Nel_who_said_no_is_left_in_peace()
    {
        await using var town = await ProposedTown.BuildAsync();
        var nel = await town.App.AddPersonAsync("Nel", "Smit", home: await town.DoorAsync("Wilgenpad", 2));
        var (round, _) = await TakeOverAsync(town, await town.ProposeAsync(), ProposedTown.West);
        Assert.Equal(["Riet Bakker", "Nel Smit"], (await AskAsync(town, round!.Value)).ToAsk.Select(r => r.Person.FullName));

        Assert.Null(await AnswerAsync(town, round.Value, town.Riet, CircleAnswer.YesWithoutNumber));
        var member = await town.App.InDbAsync(db => db.CircleMembers.Current.SingleAsync(Ct));
        Assert.Equal((town.Riet, false), (member.Person, member.SharesNumber));
        Assert.NotNull(await town.FollowUpAsync(round.Value.Value));

        Assert.Null(await AnswerAsync(town, round.Value, nel.Id, CircleAnswer.No));
        Assert.Empty((await AskAsync(town, round.Value)).ToAsk);
        Assert.Null(await town.FollowUpAsync(round.Value.Value));
        Assert.IsType<NotToBeAskedHere>(await AnswerAsync(town, round.Value, nel.Id, CircleAnswer.YesWithNumber));
    }

    private static Task<(AskRoundId? Round, Refusal? Refused)> TakeOverAsync(ProposedTown town, CircleProposalId id, string buurt, PersonId? owner = null, PersonId? standIn = null) =>
        town.App.InScopeAsync(
            async s =>
            {
                var proposal = await town.FindAsync(id);
                var accepted = new AcceptedBuurt(buurt, buurt == ProposedTown.West ? "West" : "Oost", owner ?? town.Joke, standIn ?? town.Anja);
                return await s.GetRequiredService<AcceptBuurt>().HandleAsync(id, proposal!.Edition, accepted, Ct);
            },
            town.Joke
        );

    private static Task<AskList> AskAsync(ProposedTown town, AskRoundId round) =>
        town.App.InScopeAsync(async s => (await s.GetRequiredService<ResidentsToAsk>().FindAsync(round, Ct))!);

    private static Task<Refusal?> AnswerAsync(ProposedTown town, AskRoundId round, PersonId person, CircleAnswer answer) =>
        town.AsJokeAsync<NoteAnswer>(n => n.HandleAsync(round, person, answer, Ct));
}
