using System.Net;
using System.Text.Json;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People.Knowing;

/// <summary>Riet wants to know what the neighbourhood knows about her.</summary>
public sealed class KnowingTests : IAsyncLifetime
{
    private HelpStreet street = null!;

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        await street.LikeChoresAsync(street.Kees);
        await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(street.App.Clock.Now);
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Riet_reads_what_is_kept_about_her_why_who_sees_it_and_how_long()
    {
        var riet = await street.App.AsAsync(street.Riet);
        await riet.VisitAsync("ik");
        await riet.FollowAsync("Wat weten jullie over mij?");

        Assert.True(riet.Shows("Hulp die je vroeg of gaf"));
        Assert.True(riet.Shows("Je zei er ja op (AVG artikel 6, lid 1, onder a)."));
        Assert.True(riet.Shows("1 jaar nadat de vraag klaar is. Daarna blijft alleen over dat het er was"));
        Assert.True(riet.Shows("Je cirkel en wat je daar over jezelf zegt"));
        Assert.False(riet.Shows("Voor welke organisatie je contactpersoon bent"));
    }

    [Fact]
    public async Task The_whole_of_it_is_a_document_with_her_own_words_and_who_looked()
    {
        var desk = await street.App.AsAsync(street.Joke, "Joke");
        await desk.VisitAsync($"mensen/{street.Riet.Value}");

        var riet = await street.App.AsAsync(street.Riet);
        await riet.VisitAsync("ik/bekend/alles");

        Assert.Equal(HttpStatusCode.OK, riet.Status);
        Assert.True(riet.Shows("Wat we weten over Riet Bakker"));
        Assert.True(riet.Shows("Wie hangt mijn lamp op?"));
        Assert.True(riet.Shows("De trap staat klaar."));
        Assert.True(riet.Shows("Je gegevens zijn bekeken. Dat was Joke Prins."));
    }

    [Fact]
    public async Task Another_program_gets_the_same_as_JSON()
    {
        var riet = await street.App.AsAsync(street.Riet);
        await riet.VisitAsync("ik/bekend/alles.json");

        using var json = JsonDocument.Parse(riet.Html);
        var kinds = json.RootElement.GetProperty("kept").EnumerateArray().ToList();
        Assert.Equal("Riet Bakker", json.RootElement.GetProperty("name").GetString());
        var help = Assert.Single(kinds, k => k.GetProperty("kind").GetString() == "HelpRequest");
        Assert.Contains("De trap staat klaar.", help.GetProperty("records").GetRawText(), StringComparison.Ordinal);
        Assert.StartsWith("attachment", riet.Response.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_prints_it_for_who_has_no_account_and_that_is_noted()
    {
        var desk = await street.App.AsAsync(street.Joke, "Joke");
        await desk.VisitAsync($"mensen/{street.Riet.Value}");
        await desk.FollowAsync("Alles wat we weten en wissen");
        await desk.FollowAsync("Print alles");

        Assert.True(desk.Shows("Wie hangt mijn lamp op?"));
        var riet = await street.App.AsAsync(street.Riet);
        await riet.VisitAsync("ik/gezien");
        Assert.True(riet.Shows("Alles wat we bewaren is gelezen of geprint. Dat was Joke Prins."));
        Assert.True(riet.Shows("Het overzicht van je gegevens is bekeken. Dat was Joke Prins."));
    }

    [Fact]
    public async Task A_neighbour_or_a_connector_does_not_get_the_document_of_Riet()
    {
        await street.App.GiveRoleAsync(street.Truus, Role.Connector);
        foreach (var other in new[] { street.Kees, street.Truus })
        {
            var browser = await street.App.AsAsync(other);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.VisitAsync($"mensen/{street.Riet.Value}/bekend/papier")).Status);
        }
        var visitor = street.App.AsVisitor();
        await visitor.VisitAsync("ik/bekend/alles.json");
        Assert.Contains("inloggen", visitor.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_right_goes_to_the_desk_in_her_own_words()
    {
        var riet = await street.App.AsAsync(street.Riet);
        await riet.VisitAsync("ik/bekend");
        await riet.FollowAsync("Vraag het bureau");
        await riet.PressAsync("Verstuur");
        Assert.True(riet.Shows("Schrijf op wat er niet klopt."));

        riet.Fill("Wat klopt er niet?", "Ik ben geen lid meer van die cirkel.");
        await riet.PressAsync("Verstuur");

        Assert.True(riet.Shows("Het bureau gaat ernaar kijken"));
        var open = await street.App.InDbAsync(db => Task.FromResult(db.FollowUps.Open.Where(f => f.Reason == "FollowUp.Correction").ToList()));
        Assert.Equal("Ik ben geen lid meer van die cirkel.", Assert.Single(open).Title);
    }

    [Fact]
    public async Task The_terms_are_for_everybody_to_read()
    {
        var visitor = street.App.AsVisitor();
        await visitor.VisitAsync("privacy");
        await visitor.FollowAsync("Wat we bewaren en hoe lang");

        Assert.True(visitor.Shows("90 dagen nadat je het bericht kreeg."));
    }
}
