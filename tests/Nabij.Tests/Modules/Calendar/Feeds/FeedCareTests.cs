using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Modules.Calendar.Cancelling;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Adding;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Data;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.Feeds.FeedStreet;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>A feed cannot be silent: somebody always has to do something about it, and hears of it in time.</summary>
public sealed class FeedCareTests : IAsyncLifetime
{
    private FeedStreet street = null!;
    private OrganisationId kade;
    private PersonId marijke;

    public async ValueTask InitializeAsync()
    {
        street = await FeedStreet.StartAsync();
        var person = new Person("Marijke", "de Boer", new(ConsentWay.Spoken, street.App.Clock.Now, NotedBy: null));
        await street.App.SaveAsync(person);
        marijke = person.Id;
        kade = await street.App.OrganisationAsync("Wijkcentrum De Kade", marijke);
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task What_was_added_waits_until_somebody_has_looked_at_it()
    {
        var (feed, _) = await street.App.InScopeAsync(s => s.GetRequiredService<AddFeed>().FromAddressAsync(kade, street.At("/kade.ics").AbsoluteUri, default), marijke);

        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Empty(await street.ActivitiesAsync(feed!.Value));
        Assert.Equal(("Calendar.Feed.Duty.Look", null), await OpenAsync(feed.Value));
    }

    [Fact]
    public async Task A_server_that_restarts_is_no_trouble()
    {
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Says("/kade.ics", FeedHost.Status(500));

        await street.FetchAfterAsync(Duration.FromHours(7));
        await street.FetchAfterAsync(Duration.FromHours(2));

        Assert.Equal((FeedState.On, 2), (await street.FeedAsync(feed)) is var f ? (f.State, f.Failures) : default);
        Assert.Equal(("Calendar.Feed.Duty.Check", null), await OpenAsync(feed));
    }

    [Fact]
    public async Task Who_keeps_it_is_told_once_that_it_fails_and_after_three_days_somebody_phones()
    {
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Says("/kade.ics", FeedHost.Status(500));

        await street.FetchAfterAsync(Duration.FromHours(7));
        await street.FetchAfterAsync(Duration.FromHours(12));
        await street.FetchAfterAsync(Duration.FromHours(13));
        Assert.Equal(("Calendar.Feed.Duty.Mend", marijke), await OpenAsync(feed));

        for (var day = 0; day < 3; day++)
            await street.FetchAfterAsync(Duration.FromHours(25));
        Assert.Equal(("Calendar.Feed.Duty.Call", null), await OpenAsync(feed));
        Assert.Equal(["Calendar.Feed.Tell.Failing"], await ToldAsync());

        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        await street.FetchAfterAsync(Duration.FromHours(25));
        Assert.Equal(FeedState.On, (await street.FeedAsync(feed)).State);
        Assert.Equal(("Calendar.Feed.Duty.Check", null), await OpenAsync(feed));
    }

    [Fact]
    public async Task What_was_taken_away_for_good_is_not_waited_for()
    {
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Says("/kade.ics", FeedHost.Status(410));

        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Equal((FeedState.Failing, FeedTrouble.Gone), (await street.FeedAsync(feed)) is var f ? (f.State, f.Trouble!.Value) : default);
        Assert.Equal(("Calendar.Feed.Duty.Mend", marijke), await OpenAsync(feed));
    }

    [Fact]
    public async Task A_server_that_asks_to_be_left_alone_is_left_alone()
    {
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Says("/kade.ics", FeedHost.Status(429, "Retry-After: 172800"));

        await street.FetchAfterAsync(Duration.FromHours(7));
        var asked = street.Web.Requests.Count;
        await street.FetchAfterAsync(Duration.FromHours(47));
        Assert.Equal(asked, street.Web.Requests.Count);
        await street.FetchAfterAsync(Duration.FromHours(2));

        Assert.Equal(asked + 1, street.Web.Requests.Count);
        Assert.Equal(2, (await street.FeedAsync(feed)).Failures);
    }

    [Fact]
    public async Task A_calendar_in_which_all_is_over_is_silent_after_a_week()
    {
        street.Keeps("/kade.ics", Once("soep", "Soep eten", 3, 17));
        var feed = await street.PutOnAsync(kade, "/kade.ics");

        await street.FetchAfterAsync(Duration.FromDays(3));
        Assert.Equal(FeedState.On, (await street.FeedAsync(feed)).State);
        await street.FetchAfterAsync(Duration.FromDays(7));

        Assert.Equal(FeedState.Silent, (await street.FeedAsync(feed)).State);
        Assert.Equal(("Calendar.Feed.Duty.Fill", marijke), await OpenAsync(feed));
        Assert.Equal(["Calendar.Feed.Tell.Silent"], await ToldAsync());
    }

    [Fact]
    public async Task What_vanished_is_asked_of_who_keeps_it_and_then_by_phone()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));

        await street.FetchAfterAsync(Duration.FromHours(7));
        Assert.Equal(("Calendar.Feed.Duty.Ask", marijke), await OpenAsync(feed));
        for (var day = 0; day < 4; day++)
            await street.FetchAfterAsync(Duration.FromHours(24));

        Assert.Equal(("Calendar.Feed.Duty.Call", null), await OpenAsync(feed));
    }

    [Fact]
    public async Task What_was_said_to_be_off_and_stands_in_its_calendar_again_goes_on()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        await street.FetchAfterAsync(Duration.FromHours(7));
        var bingo = (await street.ActivitiesAsync(feed))[0];
        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<AnswerGone>().HandleAsync(feed, bingo.Id, GoneAnswer.IsOff, default)));
        Assert.All(await ComingAsync(bingo), d => Assert.Equal(DateState.Cancelled, d.State));

        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14));
        await street.FetchAfterAsync(Duration.FromHours(25));

        Assert.Null((await street.ActivitiesAsync(feed))[0].CancelledAt);
        Assert.All(await ComingAsync(bingo), d => Assert.Equal(DateState.GoesOn, d.State));
    }

    [Fact]
    public async Task What_the_host_stopped_by_word_stays_off_whatever_its_calendar_goes_on_saying()
    {
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        var koersbal = (await street.ActivitiesAsync(feed))[0];
        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<CancelDates>().AllAsync(koersbal.Id, "", new(OfTheDesk: true, []), default)));
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal met taart", 2, 14));

        await street.FetchAfterAsync(Duration.FromHours(25));

        Assert.NotNull((await street.ActivitiesAsync(feed))[0].CancelledAt);
        Assert.All(await ComingAsync(koersbal), d => Assert.Equal(DateState.Cancelled, d.State));
    }

    [Fact]
    public async Task Who_looked_it_through_is_asked_again_in_half_a_year_and_who_stopped_it_no_more()
    {
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.App.Clock.Advance(Duration.FromDays(100));

        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<KeepFeed>().LookedThroughAsync(feed, default)));
        var next = await street.App.InDbAsync(db => db.FollowUps.Open.About(Subject.Of(feed)).Select(f => f.NextDate).SingleAsync());
        Assert.Equal(street.App.Clock.Now + Duration.FromDays(182), next);

        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<KeepFeed>().StopAsync(feed, default)));
        Assert.Null(await OpenAsync(feed));
        var asked = street.Web.Requests.Count;
        await street.FetchAfterAsync(Duration.FromDays(2));
        Assert.Equal(asked, street.Web.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(OpenStates))]
    public void In_every_open_state_somebody_has_to_do_something(FeedState state)
    {
        var feed = InState(state);

        Assert.NotEqual(FeedDuty.None, feed.DutyAt(street.App.Clock.Now, hasKeeper: true));
        Assert.NotEqual(FeedDuty.None, feed.DutyAt(street.App.Clock.Now, hasKeeper: false));
    }

    public static TheoryData<FeedState> OpenStates => [.. FeedChanges.OpenStates];

    private Feed InState(FeedState state)
    {
        var now = street.App.Clock.Now;
        var feed = new Feed(kade, FeedKind.Address, now);
        if (state is not FeedState.Waiting)
            feed.PutOn(now);
        if (state is FeedState.Failing)
            feed.Failed(FeedTrouble.Gone, null, now);
        if (state is FeedState.Silent)
        {
            feed.Worked(now);
            feed.Worked(now + Feed.PatienceWithEmptiness);
        }
        Assert.Equal(state, feed.State);
        return feed;
    }

    private async Task<(string, PersonId?)?> OpenAsync(FeedId feed) =>
        await street.App.InDbAsync(db => db.FollowUps.Open.About(Subject.Of(feed)).SingleOrDefaultAsync()) is { } open ? (open.Reason, open.Owner) : null;

    private Task<List<string>> ToldAsync() => street.App.InDbAsync(db => db.Messages.Where(m => m.Person == marijke).OrderBy(m => m.Id).Select(m => m.Reason).ToListAsync());

    private async Task<IReadOnlyList<ActivityDate>> ComingAsync(Activity activity) =>
        [.. (await street.DatesAsync(activity)).Where(d => d.StartsAt > street.App.Clock.Now)];
}
