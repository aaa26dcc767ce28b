using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Paper.Rounds;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Places.Contracts;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>Princenhof and Broekerhaven each get a week sheet; Bep, the concierge, brings that of Princenhof round.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private const string Princenhof = "BU05320101";
    private const string Broekerhaven = "BU05320102";
    private static readonly LocalDate NextMonday = new(2026, 6, 8);

    private readonly PersonId anja = PersonId.New();
    private TestApp app = null!;
    private PersonId bep;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        bep = (await app.AddPersonAsync("Bep", "Kok")).Id;
        await app.GiveRoleAsync(bep, Role.Concierge);
        await app.InScopeAsync(async scope =>
        {
            GeoPoint[] ring = [new(5.2, 52.6), new(5.3, 52.6), new(5.3, 52.7), new(5.2, 52.6)];
            await scope.GetRequiredService<IPlaces>().AddBuurtenAsync([new(Princenhof, "Princenhof", 2000, 400, [ring]), new(Broekerhaven, "Broekerhaven", 900, 200, [ring])], Ct);
            return await scope.GetRequiredService<Nabij.Kernel.Data.NabijDb>().SaveChangesAsync(Ct);
        });
        await app.ActivityAsync(In(Princenhof, "Koffie in Princenhof"), June(9, 10), Weekly);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task From_Thursday_the_sheet_of_each_buurt_with_something_to_do_waits_once_for_who_brings_it_round()
    {
        await GiveRoundToBepAsync();
        await app.RunAsync<MakeWeekSheetsJob>();
        Assert.Equal(0, await app.InDbAsync(db => db.WeekSheets.CountAsync(Ct)));

        await ThursdayAsync();
        await app.RunAsync<MakeWeekSheetsJob>();

        var sheet = await SheetAsync();
        Assert.Equal((Princenhof, NextMonday, WeekSheetState.ToPrint), (sheet.Buurt, sheet.Week, sheet.State));
        var open = await app.InDbAsync(db => db.FollowUps.Open.SingleAsync(Ct));
        Assert.Equal(("Calendar.FollowUp.PrintSheet", (PersonId?)bep, "Princenhof"), (open.Reason, open.Owner, open.Title));
    }

    [Fact]
    public async Task Bep_prints_it_and_brings_it_round_and_then_nothing_is_open()
    {
        await GiveRoundToBepAsync();
        await ThursdayAsync();
        var page = await (await app.AsAsync(bep, "Bep")).VisitAsync("agenda/weekbladen");
        Assert.True(page.Shows("30 bladen"), page.Text);
        await page.FollowAsync("Princenhof");
        Assert.True(page.Shows("Koffie in Princenhof"));
        Assert.False(page.Offers("Het is rondgebracht"));

        await page.PressAsync("Het is geprint");
        Assert.Equal("Calendar.FollowUp.BringSheet", await app.InDbAsync(db => db.FollowUps.Open.Select(f => f.Reason).SingleAsync(Ct)));
        await page.PressAsync("Het is rondgebracht");

        Assert.Equal(WeekSheetState.Brought, (await SheetAsync()).State);
        Assert.False(await app.InDbAsync(db => db.FollowUps.Open.AnyAsync(Ct)));
    }

    [Fact]
    public async Task What_is_cancelled_after_printing_is_said_before_the_sheet_goes_round()
    {
        await ThursdayAsync();
        var desk = await (await app.AsAsync(anja, "Anja")).VisitAsync("agenda/weekbladen");
        await desk.FollowAsync("Princenhof");
        await desk.PressAsync("Het is geprint");
        Assert.False(desk.Shows("Er is iets veranderd sinds het printen"));

        await app.InDbAsync(async db =>
        {
            var dates = await db.ActivityDates.Where(d => d.Day >= NextMonday).OrderBy(d => d.Day).ToListAsync(Ct);
            Assert.Null(dates[0].Cancel("", app.Clock.Now));
            return await db.SaveChangesAsync(Ct);
        });

        await desk.VisitAsync(desk.Url);
        Assert.True(desk.Shows("Er is iets veranderd sinds het printen"), desk.Text);
        await desk.PressAsync("Het is geprint");
        Assert.False(desk.Shows("Er is iets veranderd sinds het printen"));
    }

    [Fact]
    public async Task Another_s_sheet_is_not_there_for_who_does_not_bring_it()
    {
        await ThursdayAsync();
        var sheet = await SheetAsync();

        var page = await app.AsAsync(bep, "Bep");

        Assert.Equal(HttpStatusCode.NotFound, (await page.VisitAsync($"agenda/weekbladen/{sheet.Id.Value}")).Status);
        Assert.True((await page.VisitAsync("agenda/weekbladen")).Shows("Er staat nu geen weekblad klaar"));
    }

    [Fact]
    public async Task A_week_that_went_by_leaves_nothing_open()
    {
        await ThursdayAsync();
        app.Clock.Advance(Duration.FromDays(11));

        await app.RunAsync<MakeWeekSheetsJob>();

        Assert.Equal(WeekSheetState.Missed, (await app.InDbAsync(db => db.WeekSheets.SingleAsync(s => s.Week == NextMonday, Ct))).State);
        Assert.False(await app.InDbAsync(db => db.FollowUps.Open.AnyAsync(Ct)));
    }

    [Fact]
    public void Every_open_state_of_a_sheet_has_a_follow_up_and_every_state_is_reached()
    {
        var ends = Enum.GetValues<WeekSheetState>().Where(s => !WeekSheet.AllowedChanges.Any(c => c.From == s)).ToList();
        Assert.Equal(Enum.GetValues<WeekSheetState>().Except(ends).Order(), SheetFollowUps.Rules.Keys.Order());
        Assert.Equal(Enum.GetValues<WeekSheetState>().Order(), WeekSheet.AllowedChanges.Select(c => c.To).Append(WeekSheetState.ToPrint).Distinct().Order());
    }

    [Fact]
    public async Task The_month_on_one_sheet_has_only_what_goes_on_and_says_how_much_more_there_is()
    {
        foreach (var hour in Enumerable.Range(9, 5))
            await app.ActivityAsync(In(Broekerhaven, $"Wandelen om {hour}"), June(16, hour));
        var silent = await app.ActivityAsync(In(Princenhof, "Vergeten koffie"), June(17, 10));
        await app.InDbAsync(async db =>
        {
            (await db.Activities.SingleAsync(a => a.Id == silent.Id, Ct)).FallSilent(app.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });

        var all = await app.AsVisitor().VisitAsync("agenda/maandblad?van=2026-06-01");
        Assert.True(all.Shows("Juni 2026"));
        Assert.True(all.Shows("9.00 Wandelen om 9"), all.Text);
        Assert.True(all.Shows("en nog 3"), all.Text); // with the coffee of Princenhof there are six that day
        Assert.False(all.Shows("Vergeten koffie"));

        var one = await app.AsVisitor().VisitAsync($"agenda/maandblad?van=2026-06-01&buurt={Princenhof}");
        Assert.True(one.Shows("Koffie in Princenhof"));
        Assert.False(one.Shows("Wandelen om 9"));
    }

    [Fact]
    public async Task A_poster_says_when_in_words_and_there_is_none_of_what_is_off()
    {
        var coffee = await app.ActivityAsync(In(Princenhof, "Samen schilderen"), June(10, 14), Weekly);
        var poster = await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}/poster");
        Assert.True(poster.Shows("Elke woensdag, van 14.00 tot 15.30 uur. De volgende keer: woensdag 10 juni."), poster.Text);
        Assert.NotNull(poster.Page.QuerySelector("svg.nb-qr path"));

        await app.InDbAsync(async db =>
        {
            (await db.Activities.SingleAsync(a => a.Id == coffee.Id, Ct)).CancelAll(app.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}/poster")).Status);
    }

    private async Task GiveRoundToBepAsync()
    {
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync("agenda/weekbladen/rondes");
        ((IHtmlSelectElement)page.Page.GetElementById($"c-{Princenhof}")!).Value = bep.Value.ToString();
        ((IHtmlInputElement)page.Page.GetElementById($"n-{Princenhof}")!).Value = "30";
        await page.PressAsync("Bewaar voor Princenhof");
        Assert.Equal(bep, await app.InDbAsync(db => db.SheetRounds.Select(r => r.Carrier).SingleAsync(Ct)));
    }

    private Task ThursdayAsync()
    {
        app.Clock.MoveTo(Instant.FromUtc(2026, 6, 4, 6, 0));
        return app.RunAsync<MakeWeekSheetsJob>();
    }

    private Task<WeekSheet> SheetAsync() => app.InDbAsync(db => db.WeekSheets.SingleAsync(Ct));

    private static ActivityDetails In(string buurt, string title) => Coffee(title) with { Venue = Venue.Named("Wijkcentrum De Kade") with { Buurt = buurt } };
}
