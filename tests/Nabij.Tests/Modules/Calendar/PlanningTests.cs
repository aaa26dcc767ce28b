using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Planning;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>The dates in the table, kept a year ahead.</summary>
public sealed class PlanningTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_job_adds_the_dates_that_come_within_the_year_and_nothing_twice()
    {
        var coffee = await app.ActivityAsync(Coffee(), June(1, 10), Weekly);
        var before = await CountAsync(coffee);
        app.Clock.Advance(Duration.FromDays(21));

        await app.RunAsync<PlanDatesJob>();
        await app.RunAsync<PlanDatesJob>();

        Assert.Equal(before + 3, await CountAsync(coffee));
    }

    [Fact]
    public async Task An_activity_reads_back_as_it_was_written()
    {
        var place = Venue.Named("De Kade", "grote zaal").Standing(null, "05320001", new(5.25, 52.69));
        var details = Coffee() with { Venue = place, Access = AccessFacts.Quiet | AccessFacts.Lift, SignUp = new(true, 12, 24) };
        var coffee = await app.ActivityAsync(details, June(1, 10), Weekly);

        var read = await app.InDbAsync(db => db.Activities.SingleAsync(a => a.Id == coffee.Id));

        Assert.Equal(details, read.Details);
        Assert.Equal(coffee.Timing, read.Timing);
    }

    [Fact]
    public async Task Other_modules_see_what_goes_on_and_is_sure()
    {
        await app.ActivityAsync(Coffee("Koffie-inloop"), June(3, 10));
        var silent = await app.ActivityAsync(Coffee("Vergeten bingo"), June(3, 14));
        var off = await app.ActivityAsync(Coffee("Afgezegd eetcafé"), June(4, 14));
        await app.InDbAsync(async db =>
        {
            (await db.Activities.SingleAsync(a => a.Id == silent.Id)).FallSilent(app.Clock.Now);
            Assert.Null((await db.ActivityDates.SingleAsync(d => d.Activity == off.Id)).Cancel("Te weinig mensen", app.Clock.Now));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var coming = await app.InScopeAsync(s =>
            s.GetRequiredService<IActivities>().ComingAsync(new(2026, 6, 1), new(2026, 6, 8), 10, TestContext.Current.CancellationToken)
        );

        Assert.Equal(["Koffie-inloop"], coming.Select(c => c.Title));
    }

    [Fact]
    public async Task A_feed_brings_each_activity_once_also_when_two_nodes_read_it()
    {
        var feed = FeedId.New();
        await app.SaveAsync(Activity.FromFeed(feed, "inloop@kade.example", app.Clock.Now));

        var second = await app.InDbAsync(async db =>
        {
            db.Add(Activity.FromFeed(feed, "inloop@kade.example", app.Clock.Now));
            return await db.TrySaveAsync(TestContext.Current.CancellationToken);
        });

        Assert.False(second);
    }

    private Task<int> CountAsync(Activity activity) => app.InDbAsync(db => db.ActivityDates.CountAsync(d => d.Activity == activity.Id));
}
