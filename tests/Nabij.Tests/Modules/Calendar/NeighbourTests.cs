using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Modules.Calendar.Cancelling;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Adding;
using Nabij.Modules.Calendar.Feeds.Importing;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>Enkhuizen, a platform of its own across the border, follows the calendar of Stede Broec; nothing is typed twice.</summary>
public sealed class NeighbourTests : IAsyncLifetime
{
    private static readonly Keeper Desk = new(OfTheDesk: true, []);
    private TestApp ours = null!;
    private TestApp theirs = null!;
    private Uri feed = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        ours = await TestApp.StartAsync(a => a.UseKestrel(0));
        using var client = ours.CreateClient();
        feed = new(client.BaseAddress!, $"/{ours.Community.Slug}/agenda.ics");
        theirs = await TestApp.StartAsync(a => a.Settings["Calendar:Feeds:AlsoFrom:0"] = $"{feed.Host}:{feed.Port}");
    }

    public async ValueTask DisposeAsync()
    {
        await theirs.DisposeAsync();
        await ours.DisposeAsync();
    }

    [Fact]
    public async Task The_neighbour_sees_what_comes_what_changes_and_what_is_cancelled()
    {
        var coffee = await ours.ActivityAsync(Coffee("Koffie-inloop"), June(10, 10), hosts: []);
        await ours.ActivityAsync(Coffee("Klaverjassen"), June(11, 14), hosts: []);
        await FollowAsync();
        Assert.Equal(["Klaverjassen", "Koffie-inloop"], await TitlesAsync());
        Assert.True((await theirs.AsVisitor().VisitAsync("agenda?van=2026-06-08")).Shows("Koffie-inloop"));

        ADayLater();
        var date = await ours.InDbAsync(db => db.ActivityDates.SingleAsync(d => d.Activity == coffee.Id, Ct));
        Assert.Null(await ours.InScopeAsync(s => s.GetRequiredService<CancelDates>().MoveAsync(date.Id, June(10, 15), June(10, 16), "", Desk, Ct)));
        await ours.ActivityAsync(Coffee("Bingo"), June(12, 14), hosts: []);
        await FetchAsync();
        Assert.Equal(["Bingo", "Klaverjassen", "Koffie-inloop"], await TitlesAsync());
        Assert.Equal(Instant.FromUtc(2026, 6, 10, 13, 0), (await TheirDateAsync("Koffie-inloop")).StartsAt);

        ADayLater();
        Assert.Null(await ours.InScopeAsync(s => s.GetRequiredService<CancelDates>().HandleAsync(date.Id, "De zaal is dicht.", Desk, Ct)));
        await FetchAsync();
        Assert.Equal(DateState.Cancelled, (await TheirDateAsync("Koffie-inloop")).State);
        Assert.True((await theirs.AsVisitor().VisitAsync("agenda?van=2026-06-08")).Shows("Gaat niet door"));
        Assert.Equal(DateState.GoesOn, (await TheirDateAsync("Klaverjassen")).State);
    }

    private async Task FollowAsync()
    {
        var host = await theirs.OrganisationAsync("Buren van Stede Broec");
        var (id, refused) = await theirs.InScopeAsync(s => s.GetRequiredService<AddFeed>().FromAddressAsync(host, feed.AbsoluteUri, Ct));
        Assert.Null(refused);
        Assert.Null(await theirs.InScopeAsync(s => s.GetRequiredService<KeepFeed>().PutOnAsync(id!.Value, Ct)));
    }

    private void ADayLater()
    {
        ours.Clock.Advance(Duration.FromHours(25));
        theirs.Clock.MoveTo(ours.Clock.Now);
    }

    private Task FetchAsync() => theirs.RunAsync<FetchFeedsJob>();

    private Task<List<string>> TitlesAsync() => theirs.InDbAsync(db => db.Activities.OrderBy(a => a.Title).Select(a => a.Title).ToListAsync(Ct));

    private Task<ActivityDate> TheirDateAsync(string title) =>
        theirs.InDbAsync(db =>
        {
            var activities = db.Activities;
            return db.ActivityDates.SingleAsync(d => activities.Any(a => a.Id == d.Activity && a.Title == title), Ct);
        });
}
