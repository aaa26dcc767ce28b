using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Duplicates;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.Feeds.FeedStreet;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>Anja at the desk, and Marijke who keeps the calendar of De Kade, through the front door.</summary>
public sealed class FeedPagesTests : IAsyncLifetime
{
    private readonly PersonId anja = PersonId.New();
    private readonly PersonId marijke = PersonId.New();
    private FeedStreet street = null!;
    private OrganisationId kade;
    private OrganisationId kerk;

    public async ValueTask InitializeAsync()
    {
        street = await FeedStreet.StartAsync();
        kade = await street.App.OrganisationAsync("Wijkcentrum De Kade");
        kerk = await street.App.OrganisationAsync("Grote Kerk");
        await street.App.GiveRoleAsync(anja, Role.DistrictSupporter);
        await street.App.GiveRoleAsync(marijke, Role.Editor, kade.Value);
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Anja_adds_a_calendar_sees_in_words_what_it_holds_and_what_is_wrong_and_puts_it_on()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Once("soep", "=Soep <b>eten</b>", 4, 17), Once("bezet", "Bezet", 5, 9));
        var desk = await street.App.AsAsync(anja, "Anja");

        await desk.VisitAsync("agenda/bronnen");
        await desk.FollowAsync("Voeg een agenda toe");
        desk.Fill("Organisatie", "Wijkcentrum De Kade").Fill("Adres van de agenda", street.At("/kade.ics").AbsoluteUri);
        await desk.PressAsync("Kijk wat erin staat");

        Assert.True(desk.Shows("2 activiteiten, op 55 dagen in het komende jaar."), desk.Text);
        Assert.True(desk.Shows("Soep eten"));
        Assert.True(desk.Shows("In de naam staan tekens die er niet horen. Die zijn weggehaald. Regel 14."), desk.Text);
        Assert.True(desk.Shows("Er staat alleen dat iemand bezet is."));
        await desk.PressAsync("Zet deze agenda aan");

        Assert.True(desk.Shows("Werkt"));
        Assert.True(desk.Shows("2 nieuw"));
        await desk.VisitAsync("agenda/bronnen");
        Assert.True(desk.Shows("Wijkcentrum De Kade"));
    }

    [Fact]
    public async Task An_address_that_leads_inside_is_refused_in_one_plain_sentence_and_stays_typed()
    {
        var desk = await street.App.AsAsync(anja, "Anja");
        await desk.VisitAsync("agenda/bronnen/nieuw");
        desk.Fill("Organisatie", "Grote Kerk").Fill("Adres van de agenda", "http://169.254.169.254/latest/");

        await desk.PressAsync("Kijk wat erin staat");

        Assert.StartsWith("Fout: ", desk.Title, StringComparison.Ordinal);
        Assert.True(desk.Shows("Dit adres ligt niet op het open internet. Daar halen we niets op."));
        Assert.Contains("http://169.254.169.254/latest/", desk.Html, StringComparison.Ordinal);
        Assert.Equal(0, await street.App.InDbAsync(db => db.Feeds.CountAsync()));
    }

    [Fact]
    public async Task Marijke_sees_and_keeps_the_calendar_of_De_Kade_and_no_other()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        street.Keeps("/kerk.ics", Weekly("koor", "Koor", 3, 20, "Grote Kerk"));
        var (own, other) = (await street.PutOnAsync(kade, "/kade.ics"), await street.PutOnAsync(kerk, "/kerk.ics"));
        var editor = await street.App.AsAsync(marijke, "Marijke");

        await editor.VisitAsync("agenda/bronnen");
        Assert.True(editor.Shows("Wijkcentrum De Kade"));
        Assert.False(editor.Shows("Grote Kerk"));
        await editor.VisitAsync($"agenda/bronnen/{other.Value}");
        Assert.Equal(HttpStatusCode.NotFound, editor.Status);
        await editor.VisitAsync("agenda/bronnen/nieuw");
        Assert.False(editor.Shows("Grote Kerk"));

        await editor.VisitAsync($"agenda/bronnen/{own.Value}");
        await editor.FollowAsync("Wat deze agenda niet vertelt");
        await editor.Fill("Waar is het meestal?", "De Kade").Fill("Wat kost het?", "2,50").PressAsync("Bewaar");
        Assert.True(editor.Url.EndsWith(own.Value.ToString(), StringComparison.Ordinal), editor.Text);
        await street.FetchAfterAsync(Duration.FromMinutes(5));
        Assert.Equal(250, Assert.Single(await street.ActivitiesAsync(own)).Cents);
    }

    [Fact]
    public async Task What_vanished_is_answered_with_one_click()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        await street.FetchAfterAsync(Duration.FromHours(7));
        var desk = await street.App.AsAsync(anja, "Anja");

        await desk.VisitAsync($"agenda/bronnen/{feed.Value}");
        Assert.True(desk.Shows("Eén activiteit is verdwenen"));
        await desk.PressAsync("Dit gaat door: Bingo");

        Assert.False(desk.Shows("is verdwenen"));
        var bingo = (await street.ActivitiesAsync(feed)).Single(a => a.Title == "Bingo");
        Assert.Equal((ConfirmedHow.ByPhone, anja), (bingo.ConfirmedHow, bingo.ConfirmedBy!.Value));
    }

    [Fact]
    public async Task Duplicates_are_proposed_with_the_reason_merged_and_taken_apart_on_one_page()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        street.Keeps("/kerk.ics", Weekly("kb", "Koersbal in De Kade", 2, 14, "De Kade"));
        await street.PutOnAsync(kade, "/kade.ics");
        await street.PutOnAsync(kerk, "/kerk.ics");
        await street.App.RunAsync<FindDuplicatesJob>();
        var desk = await street.App.AsAsync(anja, "Anja");

        await desk.VisitAsync("agenda/dubbel");
        Assert.True(desk.Shows("Op 13 dagen dezelfde tijd. Dezelfde plaats. Dezelfde naam."), desk.Text);
        await desk.PressAsync("Dit is dezelfde: Koersbal");
        Assert.True(desk.Shows("Samengevoegd"));
        Assert.True(desk.Shows("Wijkcentrum De Kade, Grote Kerk"), desk.Text);

        await desk.PressAsync("Haal weer uit elkaar: Koersbal");
        Assert.Equal(2, await street.App.InDbAsync(db => db.Activities.Shown.CountAsync()));
    }

    [Fact]
    public async Task A_calendar_that_does_not_come_says_why_and_since_when()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Says("/kade.ics", FeedHost.Status(410));
        await street.FetchAfterAsync(Duration.FromHours(7));
        var desk = await street.App.AsAsync(anja, "Anja");

        await desk.VisitAsync($"agenda/bronnen/{feed.Value}");

        Assert.True(desk.Shows("De agenda is weggehaald en komt niet terug. Dat is zo sinds vandaag"), desk.Text);
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        await desk.PressAsync("Haal nu op");
        Assert.True(desk.Shows("Werkt"));
    }
}
