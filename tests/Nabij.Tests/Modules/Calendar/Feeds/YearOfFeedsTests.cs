extern alias demo;

using demo::Nabij.Demo.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Adding;
using Nabij.Modules.Calendar.Feeds.Duplicates;
using Nabij.Modules.Calendar.Feeds.Importing;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Modules.Calendar.SigningUp;
using Nabij.Modules.Calendar.StillOn;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>A year of Wijk bij Duurstede: 35 calendars over HTTP, with the mistakes of real ones, and the truth to count against.</summary>
public sealed class YearOfFeedsTests
{
    private const int Seed = 2026;
    private const int Tellings = 2000;

    private static readonly LocalDate Today = new(2026, 6, 2);
    private static readonly Duration NextRound = Duration.FromHours(25);

    [Fact]
    public async Task Of_35_calendars_all_is_taken_over_once_and_what_changes_is_told_once()
    {
        var year = new YearOfFeeds(Tellings, Today, days: 360, Seed);
        await using var web = await FeedServer.StartAsync(year, Today);
        await using var app = await TestApp.StartAsync(a => a.Settings["Calendar:Feeds:AlsoFrom:0"] = web.At.ToString());

        var feeds = await PutAllOnAsync(app, web);
        Assert.Equal(FeedOrganisations.All.Count, feeds.Count);
        Assert.Equal(Tellings, await app.InDbAsync(db => db.Activities.CountAsync()));
        await app.RunAsync<KeepStatisticsJob>();

        var before = await StandingAsync(app);
        await RoundAsync(app);
        var second = await ReportAsync(app);
        Say($"the second time: {second}, calendars that did not come again: {await CountAsync(app, FetchOutcome.AsBefore)}");
        Assert.Equal((0, 0, 0, 0), second);
        Assert.Equal(before, await StandingAsync(app));

        await CountDuplicatesAsync(app, year);

        var comes = await SignUpForAllThatMayChangeAsync(app, feeds);
        web.IsLater = true;
        var expected = year.Later.Where(t => t.By.Fate is FeedFate.Changes).ToLookup(t => t.Telling);
        await RoundAsync(app);
        var later = await ReportAsync(app);
        Say($"later in the year: {later} (added, changed, gone, dates cancelled)");
        Assert.Equal(0, later.Added);
        Assert.Equal(expected[Telling.Vanished].Count(), await VanishedAsync(app, feeds, FeedFate.Changes));
        Assert.Equal(expected[Telling.Cancelled].Count() + expected[Telling.CancelledByTitle].Count(), await CancelledActivitiesAsync(app));

        await CheckToldOnceAsync(app, comes);

        await RoundAsync(app);
        Assert.Equal((0, 0, 0, 0), await ReportAsync(app));
        await CheckToldOnceAsync(app, comes);

        app.Clock.Advance(Duration.FromDays(6));
        await RoundAsync(app);
        await CheckFatesAsync(app, feeds);
        await CountAskedAsync(app);
    }

    /// <summary>Somebody comes to the next date of everything in the calendars that will change.</summary>
    private static async Task<PersonId> SignUpForAllThatMayChangeAsync(TestApp app, Dictionary<FeedId, FeedOrganisation> feeds)
    {
        var (riet, now) = ((await app.AddPersonAsync("Riet", "Bakker")).Id, app.Clock.Now);
        var changing = feeds.Where(f => f.Value.Fate is FeedFate.Changes).Select(f => (FeedId?)f.Key).ToList();
        await app.InDbAsync(async db =>
        {
            var activities = db.Activities.Where(a => changing.Contains(a.Feed)).Select(a => a.Id);
            var coming = await db.ActivityDates.Where(d => activities.Contains(d.Activity) && d.StartsAt > now + Duration.FromDays(3)).ToListAsync();
            foreach (var date in coming.GroupBy(d => d.Activity).Select(g => g.MinBy(d => d.StartsAt)!))
            {
                var signUp = new SignUp(date.Id, riet, now);
                signUp.Comes(new(SignedUpBy.Phone), waits: false, date.StartsAt, now);
                date.Take(signUp.Seats);
                db.Add(signUp);
            }
            return await db.SaveChangesAsync();
        });
        return riet;
    }

    /// <summary>Of each date that is off they hear once, whoever asks again and however often it is read.</summary>
    private static async Task CheckToldOnceAsync(TestApp app, PersonId comes)
    {
        await app.RunAsync<LookAfterSignUpsJob>();
        await app.RunAsync<LookAfterSignUpsJob>();
        var off = await app.InDbAsync(db =>
        {
            var cancelled = db.ActivityDates.Where(d => d.State == DateState.Cancelled).Select(d => d.Id);
            return db.SignUps.Where(s => s.Person == comes && cancelled.Contains(s.Date)).Select(s => s.Id.Value).ToListAsync();
        });
        var told = await app.InDbAsync(db => db.Messages.Where(m => m.Person == comes && m.Reason == "Calendar.DateOff").Select(m => m.SubjectId).ToListAsync());
        Say($"of dates that are off and somebody had signed up for: {off.Count}, told {told.Count} times");
        Assert.True(off.Count > 0, "nothing was cancelled");
        Assert.Equal(off.Order(), told.Order());
    }

    /// <summary>In time each host is asked whether it goes on, once; who has nobody to ask is on the call list of the desk.</summary>
    private static async Task CountAskedAsync(TestApp app)
    {
        app.Clock.Advance(Duration.FromDays(7 * (Activity.ConfirmedForWeeks - Activity.AskedWeeksBefore)));
        await app.RunAsync<AskHostsJob>();
        await app.RunAsync<AskHostsJob>();
        var asked = await app.InDbAsync(db => db.Messages.Where(m => m.Reason == "Calendar.StillOn").Select(m => m.SubjectId).ToListAsync());
        var states = await app.InDbAsync(db => db.Activities.Where(a => a.Freshness != Freshness.Confirmed).Select(a => new { a.Id, a.Freshness }).ToListAsync());
        var open = await app.InDbAsync(db => db.FollowUps.Open.Where(f => f.SubjectKind == "Activity").Select(f => f.SubjectId).ToListAsync());
        Say($"freshness: {asked.Count} asked, {states.Count(s => s.Freshness is Freshness.ToCall)} to call, on {open.Count} lists");
        Assert.True(asked.Count > 0, "nobody was asked");
        Assert.Equal(states.Where(s => s.Freshness is Freshness.Asked).Select(s => s.Id.Value).Order(), asked.Order());
        Assert.Equal(states.Select(s => s.Id.Value).Order(), open.Order());
    }

    private static async Task<Dictionary<FeedId, FeedOrganisation>> PutAllOnAsync(TestApp app, FeedServer web)
    {
        var feeds = new Dictionary<FeedId, FeedOrganisation>();
        var keeper = (await app.AddPersonAsync("Marijke", "de Boer")).Id;
        foreach (var organisation in FeedOrganisations.All)
        {
            var id = await app.OrganisationAsync(organisation.Name, organisation.Fate is FeedFate.Stays ? keeper : null);
            var (feed, refused) = await app.InScopeAsync(s => s.GetRequiredService<AddFeed>().FromAddressAsync(id, web.AddressOf(organisation).AbsoluteUri, default));
            Assert.Null(refused);
            Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<KeepFeed>().PutOnAsync(feed!.Value, default)));
            feeds[feed!.Value] = organisation;
        }
        return feeds;
    }

    private static async Task CountDuplicatesAsync(TestApp app, YearOfFeeds year)
    {
        await app.RunAsync<FindDuplicatesJob>();
        var links = await app.InDbAsync(db => db.Activities.ToDictionaryAsync(a => a.Id, a => a.Link));
        var found = await app.InDbAsync(db => db.ActivityPairs.ToListAsync());
        var (proposed, sure) = (Pairs(found), Pairs(found.Where(p => p.IsSure)));
        var (truth, right, rightSure) = (year.Duplicates, proposed.Count(year.Duplicates.Contains), sure.Count(year.Duplicates.Contains));
        Say($"duplicates: {truth.Count} true; proposed {proposed.Count}, precision {Share(right, proposed.Count)}, recall {Share(right, truth.Count)}; sure {sure.Count}, precision {Share(rightSure, sure.Count)}");
        foreach (var miss in proposed.Where(p => !truth.Contains(p)).Take(5))
            Say($"  not the same: {Words(year, miss.Item1)} | {Words(year, miss.Item2)}");
        foreach (var miss in truth.Where(p => !proposed.Contains(p)).Take(5))
            Say($"  missed: {Words(year, miss.Item1)} | {Words(year, miss.Item2)}");
        Assert.InRange((double)right / proposed.Count, 0.95, 1);
        Assert.InRange((double)right / truth.Count, 0.85, 1);
        Assert.InRange((double)rightSure / sure.Count, 0.99, 1);

        var again = await app.InScopeAsync(s => s.GetRequiredService<FindDuplicates>().HandleAsync(default));
        Assert.Equal(0, again);

        HashSet<(string, string)> Pairs(IEnumerable<ActivityPair> pairs) =>
            [.. pairs.Select(p => (links[p.First], links[p.Second])).Select(p => string.CompareOrdinal(p.Item1, p.Item2) < 0 ? p : (p.Item2, p.Item1))];
    }

    /// <summary>Each calendar that came to grief stands on somebody's desk; the others are as they were.</summary>
    private static async Task CheckFatesAsync(TestApp app, Dictionary<FeedId, FeedOrganisation> feeds)
    {
        var all = await app.InDbAsync(db => db.Feeds.ToListAsync());
        foreach (var fate in all.GroupBy(f => feeds[f.Id].Fate).OrderBy(g => g.Key))
            Say($"{fate.Key}: {string.Join(", ", fate.CountBy(f => (f.State, f.Duty, f.Trouble)).Select(c => $"{c.Value} × {c.Key}"))}");
        Assert.All(all, f => Assert.Equal(Expected(feeds[f.Id]), f.State));
        Assert.All(all, f => Assert.Equal(f.State is FeedState.On && f.ToAsk == 0 ? FeedDuty.Check : FeedDuty.Call, f.Duty));
        Assert.All(all.Where(f => feeds[f.Id].Fate is FeedFate.Moves), f => Assert.Contains("/nieuw/", f.Address, StringComparison.Ordinal));
    }

    /// <summary>A page on which nothing stands any more cannot be told from a page that never was a calendar.</summary>
    private static FeedState Expected(FeedOrganisation organisation) =>
        organisation.Fate switch
        {
            FeedFate.FallsSilent when organisation.Style is FeedStyle.Page or FeedStyle.Graph => FeedState.Failing,
            FeedFate.GoesDown or FeedFate.IsTakenAway or FeedFate.IsBusy => FeedState.Failing,
            FeedFate.FallsSilent => FeedState.Silent,
            _ => FeedState.On,
        };

    private static Task RoundAsync(TestApp app)
    {
        app.Clock.Advance(NextRound);
        return app.RunAsync<FetchFeedsJob>();
    }

    /// <summary>What the last round did: added, changed, gone, dates cancelled.</summary>
    private static async Task<(int Added, int Changed, int Gone, int Cancelled)> ReportAsync(TestApp app)
    {
        var last = await app.InDbAsync(db => db.FeedFetches.Where(f => f.At == app.Clock.Now).ToListAsync());
        Assert.Equal(FeedOrganisations.All.Count, last.Count);
        return (last.Sum(f => f.Added), last.Sum(f => f.Changed), last.Sum(f => f.Gone), last.Sum(f => f.Cancelled));
    }

    private static Task<int> CountAsync(TestApp app, FetchOutcome outcome) => app.InDbAsync(db => db.FeedFetches.CountAsync(f => f.At == app.Clock.Now && f.Outcome == outcome));

    /// <summary>All that a reading could have touched.</summary>
    private static async Task<(int Activities, int Revisions, int Dates)> StandingAsync(TestApp app) =>
        (
            await app.InDbAsync(db => db.Activities.CountAsync()),
            await app.InDbAsync(db => db.Activities.SumAsync(a => a.Revision)),
            await app.InDbAsync(db => db.ActivityDates.CountAsync())
        );

    private static Task<int> VanishedAsync(TestApp app, Dictionary<FeedId, FeedOrganisation> feeds, FeedFate fate)
    {
        var of = feeds.Where(f => f.Value.Fate == fate).Select(f => f.Key).ToList();
        return app.InDbAsync(db => db.FeedEntries.CountAsync(e => of.Contains(e.Feed) && e.GoneSince != null));
    }

    /// <summary>Activities of which all that is still to come is off.</summary>
    private static Task<int> CancelledActivitiesAsync(TestApp app)
    {
        var now = app.Clock.Now;
        return app.InDbAsync(db => db.ActivityDates.Where(d => d.StartsAt > now).GroupBy(d => d.Activity).CountAsync(g => g.All(d => d.State == DateState.Cancelled)));
    }

    private static string Words(YearOfFeeds year, string link) =>
        year.First.Single(t => t.Link == link) is var t ? $"{t.Title} ({t.By.Name}, {t.Place}, {t.Start.DayOfWeek} {t.Start.TimeOfDay:HH:mm} {t.What.Rhythm})" : "";

    private static string Share(int part, int of) => $"{100.0 * part / of:0.0} %";

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
