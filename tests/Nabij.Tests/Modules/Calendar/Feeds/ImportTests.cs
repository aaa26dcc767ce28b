using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Adding;
using Nabij.Modules.Calendar.Feeds.Keeping;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.Feeds.FeedStreet;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>From what stands in somebody's calendar to what stands in ours.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private FeedStreet street = null!;
    private OrganisationId kade;

    public async ValueTask InitializeAsync()
    {
        street = await FeedStreet.StartAsync();
        kade = await street.App.OrganisationAsync("Wijkcentrum De Kade");
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task What_stands_in_the_calendar_of_De_Kade_stands_in_ours()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14, more: "URL:https://kade.example/koersbal\nDESCRIPTION:Neem <b>gympen</b> mee"), Once("soep", "Soep eten", 4, 17));

        var feed = await street.PutOnAsync(kade, "/kade.ics");

        var activities = await street.ActivitiesAsync(feed);
        Assert.Equal(["Koersbal", "Soep eten"], activities.Select(a => a.Title));
        Assert.Equal([Theme.Move, Theme.Eat], activities.Select(a => a.Theme));
        Assert.Equal(("Neem gympen mee", "https://kade.example/koersbal", "Wijkcentrum De Kade"), (activities[0].Description, activities[0].Link, activities[0].Venue.Name));
        Assert.All(activities, a => Assert.Equal([kade], a.Hosts.Select(h => h.Organisation)));
        Assert.All(activities, a => Assert.Equal((Freshness.Confirmed, ConfirmedHow.ByFeed), (a.Freshness, a.ConfirmedHow)));
        Assert.Equal(54, (await street.DatesAsync(activities[0])).Count);
        Assert.Equal((FetchOutcome.Read, 2, 0), Told(await street.LastFetchAsync(feed)));
        Assert.Equal(FeedState.On, (await street.FeedAsync(feed)).State);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_whatever_marks_the_program_renews()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Once("soep", "Soep eten", 4, 17));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        var before = await street.ActivitiesAsync(feed);

        street.Keeps("/kade.ics", Once("soep", "Soep eten", 4, 17).Replace("20260601T000000Z", "20260602T000000Z", StringComparison.Ordinal), Weekly("koersbal", "Koersbal", 2, 14));
        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Equal((FetchOutcome.Read, 0, 0), Told(await street.LastFetchAsync(feed)));
        Assert.Equal(before.Select(a => (a.Revision, a.ChangedAt)), (await street.ActivitiesAsync(feed)).Select(a => (a.Revision, a.ChangedAt)));
    }

    [Fact]
    public async Task A_new_time_moves_the_date_and_keeps_it()
    {
        street.Keeps("/kade.ics", Once("soep", "Soep eten", 4, 17));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        var soup = Assert.Single(await street.ActivitiesAsync(feed));
        var before = Assert.Single(await street.DatesAsync(soup));

        street.Keeps("/kade.ics", Once("soep", "Soep eten", 5, 18));
        await street.FetchAfterAsync(Duration.FromHours(7));
        await street.FetchAfterAsync(Duration.FromHours(7));

        var after = Assert.Single(await street.DatesAsync(soup));
        Assert.Equal((before.Id, DateState.Moved, new LocalDate(2026, 6, 5)), (after.Id, after.State, after.Day));

        street.Keeps("/kade.ics", Once("soep", "Soep eten", 6, 18));
        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Equal((before.Id, new LocalDate(2026, 6, 6)), Assert.Single(await street.DatesAsync(soup)) is var third ? (third.Id, third.Day) : default);
    }

    [Fact]
    public async Task An_older_revision_than_we_have_is_an_old_story()
    {
        street.Keeps("/kade.ics", Once("soep", "Soep eten", 5, 17, more: "SEQUENCE:2"));
        var feed = await street.PutOnAsync(kade, "/kade.ics");

        street.Keeps("/kade.ics", Once("soep", "Soep eten", 4, 17, more: "SEQUENCE:1"));
        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Equal(5, Assert.Single(await street.DatesAsync(Assert.Single(await street.ActivitiesAsync(feed)))).Day.Day);
    }

    [Theory]
    [InlineData("STATUS:CANCELLED", "Soep eten")]
    [InlineData("", "GEANNULEERD: Soep eten")]
    public async Task What_its_calendar_cancels_is_cancelled_here_and_keeps_its_name(string status, string title)
    {
        street.Keeps("/kade.ics", Once("soep", "Soep eten", 4, 17));
        var feed = await street.PutOnAsync(kade, "/kade.ics");

        street.Keeps("/kade.ics", Once("soep", title, 4, 17, more: status));
        await street.FetchAfterAsync(Duration.FromHours(7));
        await street.FetchAfterAsync(Duration.FromHours(7));

        var soup = Assert.Single(await street.ActivitiesAsync(feed));
        Assert.Equal("Soep eten", soup.Title);
        Assert.Equal(DateState.Cancelled, Assert.Single(await street.DatesAsync(soup)).State);
        Assert.Equal(1, await street.App.InDbAsync(db => db.FeedFetches.Where(f => f.Feed == feed).SumAsync(f => f.Cancelled)));
    }

    [Fact]
    public async Task Gone_from_the_calendar_is_not_cancelled_somebody_asks()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14), Once("soep", "Soep eten", 2, 17));
        var feed = await street.PutOnAsync(kade, "/kade.ics");

        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        await street.FetchAfterAsync(Duration.FromHours(24));

        var bingo = (await street.ActivitiesAsync(feed))[0];
        Assert.All(await street.DatesAsync(bingo), d => Assert.Equal(DateState.GoesOn, d.State));
        Assert.Equal(1, (await street.FeedAsync(feed)).ToAsk); // the soup was eaten already
        Assert.Equal(FeedDuty.Call, (await street.FeedAsync(feed)).Duty); // nobody is known there to ask

        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<AnswerGone>().HandleAsync(feed, bingo.Id, GoneAnswer.IsOff, default)));

        Assert.All((await street.DatesAsync(bingo)).Where(d => d.EndsAt > street.App.Clock.Now), d => Assert.Equal(DateState.Cancelled, d.State));
        Assert.Equal((0, FeedDuty.Check), (await street.FeedAsync(feed)) is var asked ? (asked.ToAsk, asked.Duty) : default);
        await street.FetchAfterAsync(Duration.FromHours(24));
        Assert.Equal(0, (await street.FeedAsync(feed)).ToAsk);
    }

    [Fact]
    public async Task What_comes_back_needs_no_question_any_more()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        await street.FetchAfterAsync(Duration.FromHours(7));
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14));

        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Equal(0, (await street.FeedAsync(feed)).ToAsk);
    }

    [Fact]
    public async Task One_feed_that_fails_harms_no_other()
    {
        var kerk = await street.App.OrganisationAsync("Grote Kerk");
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        street.Keeps("/kerk.ics", Once("koor", "Koor", 3, 20, "Grote Kerk"));
        var (one, other) = (await street.PutOnAsync(kade, "/kade.ics"), await street.PutOnAsync(kerk, "/kerk.ics"));

        street.Says("/kade.ics", FeedHost.Ok("<html>Wij zijn even weg</html>"));
        street.Keeps("/kerk.ics", Once("koor", "Koor", 3, 20, "Grote Kerk"), Once("orgel", "Orgelspel", 4, 20, "Grote Kerk"));
        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Equal(FeedTrouble.NotACalendar, (await street.FeedAsync(one)).Trouble);
        Assert.Single(await street.ActivitiesAsync(one)); // a page that says 'even weg' empties no calendar
        Assert.Equal(2, (await street.ActivitiesAsync(other)).Count);
    }

    [Fact]
    public async Task Who_moved_for_good_is_found_at_the_new_address_from_then_on()
    {
        street.Keeps("/kade.ics", Weekly("koersbal", "Koersbal", 2, 14));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        street.Says("/kade.ics", FeedHost.Status(301, "Location: /nieuw.ics"));
        street.Keeps("/nieuw.ics", Weekly("koersbal", "Koersbal", 2, 14), Weekly("bingo", "Bingo", 3, 14));

        await street.FetchAfterAsync(Duration.FromHours(7));

        Assert.Equal(street.At("/nieuw.ics").AbsoluteUri, (await street.FeedAsync(feed)).Address);
        Assert.Equal(2, (await street.ActivitiesAsync(feed)).Count);
    }

    [Fact]
    public async Task What_the_words_of_a_feed_mean_is_said_once_and_holds_for_all()
    {
        street.Keeps("/kade.ics", Weekly("a", "Dinsdagclub", 2, 14, more: "CATEGORIES:Gym,Senioren"), Weekly("b", "Woensdagclub", 3, 14, place: ""));
        var feed = await street.PutOnAsync(kade, "/kade.ics");
        Assert.Single(await street.ActivitiesAsync(feed)); // the other one does not say where

        var gym = new FeedWord(feed, "gym");
        gym.Means(Theme.Move, null, AccessFacts.None);
        var seniors = new FeedWord(feed, "senioren");
        seniors.Means(null, Audience.Seniors, AccessFacts.InductionLoop);
        var meaning = new FeedMeaning(Theme.Eat, Audience.Everyone, 250, AccessFacts.Wheelchair, "De Kade, grote zaal");
        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<KeepFeed>().MeansAsync(feed, meaning, [gym, seniors], default)));
        await street.FetchAfterAsync(Duration.FromMinutes(5));

        var clubs = await street.ActivitiesAsync(feed);
        Assert.Equal((Theme.Move, Audience.Seniors, 250, AccessFacts.Wheelchair | AccessFacts.InductionLoop), (clubs[0].Theme, clubs[0].Audience, clubs[0].Cents, clubs[0].Access));
        Assert.Equal((Theme.Eat, Audience.Everyone, "De Kade, grote zaal"), (clubs[1].Theme, clubs[1].Audience, clubs[1].Venue.Name));
    }

    [Fact]
    public async Task A_file_that_somebody_sends_is_read_like_a_feed_and_a_newer_one_follows()
    {
        var file = System.Text.Encoding.UTF8.GetBytes(FeedStreet.Calendar(Weekly("koersbal", "Koersbal", 2, 14)));
        var (feed, _) = await street.App.InScopeAsync(s => s.GetRequiredService<AddFeed>().FromFileAsync(kade, file, default));
        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<KeepFeed>().PutOnAsync(feed!.Value, default)));

        var newer = System.Text.Encoding.UTF8.GetBytes(FeedStreet.Calendar(Weekly("koersbal", "Koersbal en koffie", 2, 14)));
        Assert.Null(await street.App.InScopeAsync(s => s.GetRequiredService<KeepFeed>().SendAsync(feed!.Value, newer, default)));

        Assert.Equal("Koersbal en koffie", Assert.Single(await street.ActivitiesAsync(feed!.Value)).Title);
        Assert.IsType<FileIsNoCalendar>(await street.App.InScopeAsync(s => s.GetRequiredService<KeepFeed>().SendAsync(feed.Value, [1, 2, 3], default)));
    }

    [Fact]
    public async Task What_cannot_be_fetched_is_not_added_and_says_why()
    {
        Task<(FeedId? Feed, Refusal? Refused)> AddAsync(string address) => street.App.InScopeAsync(s => s.GetRequiredService<AddFeed>().FromAddressAsync(kade, address, default));

        Assert.IsType<NoWebAddress>((await AddAsync("mijn agenda")).Refused);
        Assert.Equal(new FeedCannotBeRead(FeedTrouble.NotPublic), (await AddAsync("http://169.254.169.254/")).Refused);
        Assert.Equal(new FeedCannotBeRead(FeedTrouble.NotFound), (await AddAsync(street.At("/weg.ics").AbsoluteUri)).Refused);
        street.Says("/pagina", FeedHost.Ok("<html><h1>Welkom</h1></html>"));
        Assert.Equal(new FeedCannotBeRead(FeedTrouble.NotACalendar), (await AddAsync(street.At("/pagina").AbsoluteUri)).Refused);
        street.Keeps("/kade.ics");
        await street.PutOnAsync(kade, "/kade.ics");
        Assert.IsType<FeedIsKnown>((await AddAsync(street.At("/kade.ics").AbsoluteUri)).Refused);
    }

    private static (FetchOutcome, int, int) Told(FeedFetch fetch) => (fetch.Outcome, fetch.Added, fetch.Changed);
}
