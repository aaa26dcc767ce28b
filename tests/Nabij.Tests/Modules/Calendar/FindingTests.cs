using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Searching;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>Gerrit looks what there is to do; he is not signed in.</summary>
public sealed class FindingTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_week_shows_each_day_with_what_there_is_and_by_whom()
    {
        var welfare = await app.OrganisationAsync("Welzijn Kromme Rijn");
        await app.ActivityAsync(Coffee(), June(1, 10), Weekly, welfare);
        await app.ActivityAsync(Chairs(), June(2, 9, 30), Weekly);

        var page = await app.AsVisitor().VisitAsync("agenda");

        Assert.Equal("1 tot en met 7 juni", page.Page.QuerySelector("h2")!.TextContent.Trim());
        Assert.Equal(["Maandag 1 juni", "Dinsdag 2 juniVandaag"], page.Page.QuerySelectorAll(".nb-day__t").Select(d => d.TextContent.Trim()));
        Assert.True(page.Shows("Welzijn Kromme Rijn"));
        Assert.True(page.Shows("€ 3,00"));

        await page.FollowAsync("Volgende week");
        Assert.Equal("8 tot en met 14 juni", page.Page.QuerySelector("h2")!.TextContent.Trim());
        Assert.True(page.Offers("Bewegen op de stoel"));
    }

    [Fact]
    public async Task A_quiet_morning_without_cost_is_found_by_choosing_so()
    {
        await app.ActivityAsync(Coffee("Koffie-inloop"), June(3, 10));
        await app.ActivityAsync(Coffee("Stil lezen") with { Access = AccessFacts.Quiet | AccessFacts.Lift }, June(3, 10));
        await app.ActivityAsync(Coffee("Avondstilte") with { Access = AccessFacts.Quiet }, June(3, 20));
        await app.ActivityAsync(Coffee("Dure stilte") with { Access = AccessFacts.Quiet, Cents = 500 }, June(3, 11));

        var page = await app.AsVisitor().VisitAsync("agenda");
        await page.Choose("Rustig, weinig geluid").Choose("Gratis").Choose("Ochtend").PressAsync("Laat zien");

        Assert.Equal(["Stil lezen"], TitlesOn(page));
        Assert.True(page.Shows("3 gekozen"));
        await page.FollowAsync("Wis mijn keuze");
        Assert.Equal(4, TitlesOn(page).Count);
    }

    [Theory]
    [InlineData("wandelen", "Wandelgroep langs de Lek")]
    [InlineData("gymnastiek", "Stoelgymnastiek")]
    [InlineData("CAFE repair", "Repair Café")]
    [InlineData("kade kofie", "Koffie-inloop")]
    [InlineData("koffie welzijn", "Koffie-inloop")]
    [InlineData("biljarten", null)]
    public async Task Searching_forgives_a_mistake_and_finds_each_activity_once(string typed, string? found)
    {
        var welfare = await app.OrganisationAsync("Welzijn Kromme Rijn");
        await app.ActivityAsync(Coffee(), June(1, 10), Weekly, welfare);
        await app.ActivityAsync(Chairs() with { Title = "Stoelgymnastiek", Venue = Venue.Named("Gymzaal") }, June(2, 15), Weekly);
        await app.ActivityAsync(Coffee("Wandelgroep langs de Lek") with { Venue = Venue.Named("Start bij de molen") }, June(5, 10), Weekly);
        await app.ActivityAsync(Coffee("Repair Café") with { Venue = Venue.Named("Dorpshuis") }, June(13, 13));
        await app.RunAsync<IndexWordsJob>();

        var page = await app.AsVisitor().VisitAsync("agenda");
        await page.Fill("Zoek", typed).PressAsync("Laat zien");

        Assert.Equal(found is null ? [] : [found], TitlesOn(page));
    }

    [Fact]
    public async Task Words_that_changed_are_taken_up_again()
    {
        var coffee = await app.ActivityAsync(Coffee(), June(3, 10));
        await app.RunAsync<IndexWordsJob>();
        await app.InDbAsync(async db =>
        {
            (await db.Activities.SingleAsync(a => a.Id == coffee.Id)).Describe(Coffee("Breicafé"), app.Clock.Now);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await app.RunAsync<IndexWordsJob>();

        var words = await app.InDbAsync(db => db.ActivityWords.Where(w => w.Activity == coffee.Id).Select(w => w.Word).ToListAsync());
        Assert.Contains("breicafe", words);
        Assert.DoesNotContain("koffie", words);
    }

    [Fact]
    public async Task Near_on_foot_shows_only_what_one_can_walk_to()
    {
        await app.AddStreetAsync("Lindelaan", 4);
        await app.ActivityAsync(Coffee("Om de hoek") with { Venue = Venue.Named("De Kade").Standing(null, "", new(5.2430, 52.6950)) }, June(3, 10));
        await app.ActivityAsync(Coffee("Ver weg") with { Venue = Venue.Named("Dorpshuis").Standing(null, "", new(5.3000, 52.6950)) }, June(3, 10));
        await app.ActivityAsync(Coffee("Ergens"), June(3, 10));

        var page = await app.AsVisitor().VisitAsync("agenda");
        await page.Fill("Hoe ver lopen", "10").Fill("Lopen vanaf", "lindeln 4").PressAsync("Laat zien");

        Assert.Equal(["Om de hoek"], TitlesOn(page));
        Assert.True(page.Shows("Lopend vanaf Lindelaan 4."));
        Assert.True(page.Shows("4 minuten lopen"));

        await page.Fill("Lopen vanaf", "Onbekende steeg 9").PressAsync("Laat zien");
        Assert.True(page.Shows("We kennen dit adres niet."));
    }

    [Fact]
    public async Task What_does_not_go_on_is_shown_as_cancelled_with_the_reason()
    {
        var coffee = await app.ActivityAsync(Coffee(), June(3, 10), Weekly);
        await app.InDbAsync(async db =>
        {
            var date = await db.ActivityDates.OrderBy(d => d.StartsAt).FirstAsync(d => d.Activity == coffee.Id);
            Assert.Null(date.Cancel("De zaal is dicht.", app.Clock.Now));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var page = await app.AsVisitor().VisitAsync("agenda");
        Assert.True(page.Shows("Gaat niet door"));

        await page.FollowAsync("Koffie-inloop");
        Assert.True(page.Shows("Dit gaat niet door"));
        Assert.True(page.Shows("De zaal is dicht."));
        Assert.Equal("https://schema.org/EventCancelled", LinkedData(page).GetProperty("eventStatus").GetString());
    }

    [Fact]
    public async Task The_page_of_an_activity_tells_machines_the_same_and_a_title_cannot_break_out()
    {
        var church = await app.OrganisationAsync("Diaconie Cothen");
        var dinner = Coffee("Eettafel </script><b>") with { Cents = 750, Venue = Venue.Named("Dorpshuis").Standing(null, "", new(5.25, 52.69)) };
        var activity = await app.ActivityAsync(dinner, June(3, 12), null, church);

        var page = await app.AsVisitor().VisitAsync($"agenda/{activity.Id.Value}");
        var data = LinkedData(page);

        Assert.Equal("Eettafel </script><b>", data.GetProperty("name").GetString());
        Assert.Equal("2026-06-03T12:00:00+02:00", data.GetProperty("startDate").GetString());
        Assert.Equal("Diaconie Cothen", data.GetProperty("organizer")[0].GetProperty("name").GetString());
        Assert.Equal(7.5m, data.GetProperty("offers").GetProperty("price").GetDecimal());
        Assert.Equal("Eettafel </script><b>", page.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_month_shows_three_a_day_and_says_how_many_more()
    {
        foreach (var hour in new[] { 9, 10, 11, 14, 15 })
            await app.ActivityAsync(Coffee($"Koffie om {hour}"), June(16, hour));

        var page = await app.AsVisitor().VisitAsync("agenda/maand?van=2026-06-02");

        Assert.Equal("Juni 2026", page.Page.QuerySelector("h2")!.TextContent.Trim());
        Assert.True(page.Shows("en nog 3"));
        Assert.False(page.Shows("Koffie om 15"));
        await page.FollowAsync("Juli 2026");
        Assert.Equal("Juli 2026", page.Page.QuerySelector("h2")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_long_week_goes_on_on_the_next_page_and_misses_nothing()
    {
        for (var i = 0; i < 70; i++)
            await app.ActivityAsync(Coffee($"Nummer {i:00}"), June(1 + i / 10, 9 + i % 10));

        var page = await app.AsVisitor().VisitAsync("agenda");
        var first = TitlesOn(page);
        await page.FollowAsync("Verder");

        Assert.Equal(60, first.Count);
        Assert.Equal(70, first.Concat(TitlesOn(page)).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("agenda?van=gisteren&wat=Alles&pagina=-3&lopen=x&handig=None")]
    [InlineData("agenda/maand?van=9999-12-31&wie=7")]
    [InlineData("agenda?zoek=%25%27%22")]
    public async Task What_makes_no_sense_in_the_address_is_left_out(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await app.AsVisitor().VisitAsync(address)).Status);

    [Fact]
    public async Task Neither_another_community_s_activity_nor_a_guessed_one_exists()
    {
        var coffee = await app.ActivityAsync(Coffee(), June(3, 10));
        await using var elsewhere = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task The_start_page_shows_what_is_still_to_come_this_week()
    {
        await app.ActivityAsync(Coffee("Vroege koffie"), June(2, 6));
        await app.ActivityAsync(Coffee("Late koffie"), June(2, 16));

        var page = await app.AsVisitor().VisitAsync("");

        Assert.True(page.Offers("Late koffie"));
        Assert.False(page.Offers("Vroege koffie"));
    }

    private static ActivityDetails Chairs() =>
        new("Bewegen op de stoel", Theme.Move, Venue.Named("Gymzaal De Horden")) { Cents = 300, Access = AccessFacts.Wheelchair };

    private static IReadOnlyList<string> TitlesOn(Browser page) => [.. page.Page.QuerySelectorAll(".nb-event__title").Select(t => t.TextContent.Trim())];

    private static JsonElement LinkedData(Browser page) =>
        JsonDocument.Parse(page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
}
