using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>What others follow: the calendar of the phone, another platform, paper.</summary>
public sealed class PublishingTests : IAsyncLifetime
{
    private TestApp app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_feed_has_every_date_and_shows_cancelled_as_cancelled()
    {
        var coffee = await app.ActivityAsync(Coffee("Koffie; met taart, <b>"), June(3, 10), Weekly);
        await CancelFirstAsync(coffee);

        var feed = CalendarReader.Read(Encoding.UTF8.GetBytes((await app.AsVisitor().VisitAsync("agenda.ics")).Html));

        Assert.Empty(feed.Problems);
        Assert.Equal(13, feed.Events.Count);
        Assert.Equal("Koffie; met taart, <b>", feed.Events[0].Summary.ToString());
        Assert.Equal([EventStatus.Cancelled, EventStatus.Confirmed], feed.Events.Take(2).Select(e => e.Status));
        Assert.Equal(June(3, 10), feed.Events[0].Start.ToInstant(DutchTime.Zone).InZone(DutchTime.Zone).LocalDateTime);
    }

    [Fact]
    public async Task One_organisation_s_feed_has_only_its_own()
    {
        var (welfare, church) = (await app.OrganisationAsync("Welzijn"), await app.OrganisationAsync("Kerk aan de Dijk"));
        await app.ActivityAsync(Coffee("Van welzijn"), June(3, 10), null, welfare);
        await app.ActivityAsync(Coffee("Van de kerk"), June(4, 10), null, church);

        var feed = CalendarReader.Read(Encoding.UTF8.GetBytes((await app.AsVisitor().VisitAsync($"agenda/organisatie/{church.Value}.ics")).Html));

        Assert.Equal(["Van de kerk"], feed.Events.Select(e => e.Summary.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync($"agenda/organisatie/{Guid.CreateVersion7()}.ics")).Status);
    }

    [Theory]
    [InlineData("agenda.ics")]
    [InlineData("agenda.rss")]
    public async Task Who_has_the_newest_hears_so_until_something_changes(string address)
    {
        var coffee = await app.ActivityAsync(Coffee(), June(3, 10));
        using var client = app.CreateClient();
        var mark = (await client.GetAsync($"/{app.Community.Slug}/{address}", Ct)).Headers.ETag!;
        client.DefaultRequestHeaders.IfNoneMatch.Add(mark);

        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync($"/{app.Community.Slug}/{address}", Ct)).StatusCode);

        app.Clock.Advance(Duration.FromMinutes(1));
        await CancelFirstAsync(coffee);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/{app.Community.Slug}/{address}", Ct)).StatusCode);
    }

    [Fact]
    public async Task News_readers_get_what_goes_on()
    {
        await app.ActivityAsync(Coffee("Koffie & taart"), June(3, 10));

        var rss = XDocument.Parse((await app.AsVisitor().VisitAsync("agenda.rss")).Html);

        Assert.Equal("Koffie & taart", rss.Descendants("item").Single().Element("title")!.Value);
    }

    [Fact]
    public async Task On_paper_stands_only_what_somebody_confirmed_and_goes_on()
    {
        await app.ActivityAsync(Coffee("Zekere koffie"), June(3, 10));
        await CancelFirstAsync(await app.ActivityAsync(Coffee("Afgezegde koffie"), June(3, 11)));
        var silent = await app.ActivityAsync(Coffee("Vergeten koffie"), June(3, 12));
        await app.InDbAsync(async db =>
        {
            (await db.Activities.SingleAsync(a => a.Id == silent.Id)).FallSilent(app.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });

        var sheet = await app.AsVisitor().VisitAsync("agenda/weekblad");

        Assert.True(sheet.Shows("Zekere koffie"));
        Assert.False(sheet.Shows("Afgezegde koffie"));
        Assert.False(sheet.Shows("Vergeten koffie"));
    }

    private Task<int> CancelFirstAsync(Activity activity) =>
        app.InDbAsync(async db =>
        {
            (await db.Activities.SingleAsync(a => a.Id == activity.Id)).Changed(app.Clock.Now);
            Assert.Null((await db.ActivityDates.OrderBy(d => d.StartsAt).FirstAsync(d => d.Activity == activity.Id)).Cancel("Te warm", app.Clock.Now));
            return await db.SaveChangesAsync(Ct);
        });
}
