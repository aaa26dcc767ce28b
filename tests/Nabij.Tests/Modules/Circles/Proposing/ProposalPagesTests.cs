using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Proposing.Computing;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Proposing;

[CollectionDefinition(nameof(ProposalPagesTests), DisableParallelization = true)]
[Collection(nameof(ProposalPagesTests))]
public sealed class ProposalPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Joke_asks_for_a_proposal_moves_a_street_takes_the_buurt_over_and_notes_what_Riet_said()
    {
        await using var town = await ProposedTown.BuildAsync();
        var joke = await town.AsJokeAsync();
        await (await (await joke.VisitAsync("cirkels")).FollowAsync("Voorstellen voor cirkels")).FollowAsync("Vraag een voorstel");
        await joke.Fill("Waar?", "West").Fill("Naam van grens 1", "de Dorpsstraat").Fill("Plekken langs grens 1", "52.6909, 5.2390\n52.6909, 5.2430").PressAsync("Reken het uit");
        Assert.True(joke.Shows("Wacht op zijn beurt"), joke.Text);
        Assert.True(joke.Response.Headers.Contains("Refresh"));

        await town.App.RunAsync<ProposeCirclesJob>();
        await joke.FollowAsync("Kijk of het klaar is");
        Assert.False(joke.Response.Headers.Contains("Refresh"));
        Assert.True(joke.Shows("De aantallen zijn een schatting") && joke.Shows("de Dorpsstraat is hier een grens."), joke.Text);
        Assert.NotEmpty(joke.Page.QuerySelectorAll("svg .nb-pmap__circle"));
        Assert.Equal(4, joke.Page.QuerySelectorAll(".nb-figures tbody tr").Length);

        await MoveAsync(joke);
        Assert.True(joke.Offers("Gooi dit voorstel weg"));
        await joke.PressAsync(joke.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()).First(b => b.StartsWith("Maak ongedaan", StringComparison.Ordinal)));
        Assert.DoesNotContain("Maak ongedaan", joke.Text, StringComparison.Ordinal);
        await MoveAsync(joke);

        await joke.FollowAsync("Neem West over");
        Assert.True(joke.Shows("Niemand wordt zomaar lid."));
        await joke.PressAsync("Neem over");
        Assert.True(joke.Shows("Joke Mulder vraagt wie mee wil doen. Anja Visser valt in.") && joke.Shows("Riet Bakker"), joke.Text);
        await joke.FollowAsync("Antwoord noteren");
        await joke.PressAsync("Ja, maar liever niet het nummer");

        Assert.True(joke.Shows("Deze ronde is klaar."), joke.Text);
        Assert.Equal(town.Riet, await town.App.InDbAsync(db => db.CircleMembers.Current.Select(m => m.Person).SingleAsync(Ct)));
        Assert.NotEmpty(await town.App.InDbAsync(db => db.Circles.ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_page_that_was_left_open_cannot_undo_what_another_did()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var (joke, anja) = (await town.AsJokeAsync(), await town.App.AsAsync(town.Anja, "Anja"));
        await joke.VisitAsync($"cirkels/voorstellen/{id.Value}/overnemen?buurt={ProposedTown.West}");
        await anja.VisitAsync($"cirkels/voorstellen/{id.Value}");
        await MoveAsync(anja);

        await joke.PressAsync("Neem over");

        Assert.Contains("Iemand anders veranderde dit voorstel net.", joke.Alert, StringComparison.Ordinal);
        Assert.StartsWith("Fout: ", joke.Title, StringComparison.Ordinal);
        Assert.Empty(await town.App.InDbAsync(db => db.Circles.ToListAsync(Ct)));
    }

    [Fact]
    public async Task What_is_typed_wrongly_is_said_where_it_stands_and_kept()
    {
        await using var town = await ProposedTown.BuildAsync();
        var joke = await town.AsJokeAsync();
        await joke.VisitAsync("cirkels/voorstellen/nieuw");

        await joke.Fill("Naam van grens 1", "het spoor").Fill("Plekken langs grens 1", "Lindelaan 1\nNergenspad 12345").PressAsync("Reken het uit");
        Assert.True(joke.Shows("Een van deze plekken kennen we niet. Je schreef: Nergenspad 12345"), joke.Text);
        Assert.Contains("Nergenspad 12345", joke.Html, StringComparison.Ordinal);

        await joke.Fill("Plekken langs grens 1", "Lindelaan 1").PressAsync("Reken het uit");
        Assert.True(joke.Shows("Noem minstens twee plekken langs deze grens."), joke.Text);
        Assert.Empty(await town.App.InDbAsync(db => db.CircleProposals.ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_proposal_is_for_the_desk_of_its_own_community_only()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        string[] pages = ["", "/afdruk", "/cirkel?nummer=1", "/verplaatsen?cirkel=1&straat=Lindelaan", $"/overnemen?buurt={ProposedTown.West}"];
        var truus = (await town.App.AddPersonAsync("Truus", "de Vries")).Id;
        await town.App.GiveRoleAsync(truus, Role.Connector);
        await town.App.GiveRoleAsync(truus, Role.Concierge);
        await using var elsewhere = await ProposedTown.BuildAsync();

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await town.App.AsAsync(truus, "Truus")).VisitAsync($"cirkels/voorstellen/{id.Value}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await (await elsewhere.AsJokeAsync()).VisitAsync($"cirkels/voorstellen/{id.Value}{page}")).Status);
        }
    }

    [Fact]
    public async Task No_page_of_a_proposal_asks_the_database_more_than_eight_things()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = await town.ProposeAsync();
        var sketch = await town.SketchAsync(id);
        var door = sketch.Links.First(l => l.One.Circle != l.Other.Circle).One;
        var joke = await town.AsJokeAsync();
        string[] pages =
        [
            "cirkels/voorstellen",
            "cirkels/voorstellen/nieuw",
            $"cirkels/voorstellen/{id.Value}",
            $"cirkels/voorstellen/{id.Value}/afdruk",
            $"cirkels/voorstellen/{id.Value}/cirkel?nummer={door.Circle + 1}",
            $"cirkels/voorstellen/{id.Value}/verplaatsen?cirkel={door.Circle + 1}&deur={door.Number}",
            $"cirkels/voorstellen/{id.Value}/overnemen?buurt={ProposedTown.West}",
        ];

        Assert.Equal([], await GreedyAsync(joke, pages));
        await joke.PressAsync("Neem over");
        Assert.Equal([], await GreedyAsync(joke, joke.Url));
    }

    [Fact]
    public async Task While_it_is_computed_the_page_says_how_far_it_is_and_it_can_be_thrown_away()
    {
        await using var town = await ProposedTown.BuildAsync();
        var id = CircleProposalId.New();
        Assert.Null(await town.StartAsync(id, new(ProposedTown.West, 12, CirclesThereAre.Leave, [])));
        await town.App.InDbAsync(async db =>
        {
            (await db.CircleProposals.SingleAsync(Ct)).Begin();
            await db.SaveChangesAsync(Ct);
            return await db.CircleProposals.ExecuteUpdateAsync(p => p.SetProperty(x => x.Progress, 40), Ct);
        });
        var joke = await town.AsJokeAsync();

        await joke.VisitAsync($"cirkels/voorstellen/{id.Value}");
        Assert.True(joke.Shows("40 procent"), joke.Text);
        Assert.False(joke.Response.Headers.Contains("Refresh"));
        await joke.PressAsync("Gooi dit voorstel weg");

        Assert.Equal($"/{town.App.Community.Slug}/cirkels/voorstellen", joke.Url);
        Assert.Null(await town.FindAsync(id));
        await town.App.RunAsync<ProposeCirclesJob>();
        Assert.Null(await town.FollowUpAsync(id.Value));
    }

    /// <summary>The pages that ask more than eight things, while they are shown to Joke.</summary>
    private static async Task<IReadOnlyList<string>> GreedyAsync(Browser joke, params string[] pages)
    {
        using var log = new QueryLog();
        foreach (var page in pages)
            Assert.Equal(HttpStatusCode.OK, (await joke.VisitAsync(page)).Status);
        return [.. log.Most.Where(m => m.Key.StartsWith("/cirkels/", StringComparison.Ordinal) && m.Value > 8).Select(m => $"{m.Key}: {m.Value}").Order(StringComparer.Ordinal)];
    }

    /// <summary>From the page of the proposal, moves the first street of a circle to the circle beside it.</summary>
    private static async Task MoveAsync(Browser joke)
    {
        await joke.VisitAsync(new Uri(new Uri("http://localhost"), joke.Url).AbsolutePath);
        await joke.FollowAsync("Cirkel 1:");
        await joke.FollowAsync("Verplaats ");
        Assert.True(joke.Shows("van ") && joke.Shows(" meter"), joke.Text);
        await joke.PressAsync(joke.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()).First(b => b.StartsWith("Verplaats naar cirkel", StringComparison.Ordinal)));
        Assert.Contains("Maak ongedaan", joke.Text, StringComparison.Ordinal);
    }
}
