using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Adding;
using Nabij.Modules.Calendar.Feeds.Importing;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>Community centre De Kade keeps its calendar on a web server of its own, that the test holds the pen of.</summary>
internal sealed class FeedStreet : IAsyncDisposable
{
    private readonly Dictionary<string, string> pages = new(StringComparer.Ordinal);

    private FeedStreet() { }

    public TestApp App { get; private set; } = null!;
    public FeedHost Web { get; private set; } = null!;

    public static async Task<FeedStreet> StartAsync()
    {
        var street = new FeedStreet();
        street.Web = FeedHost.Saying(street.Answer);
        street.App = await TestApp.StartAsync(app => app.Settings["Calendar:Feeds:AlsoFrom:0"] = street.Web.At.ToString());
        return street;
    }

    /// <summary>What stands at this path from now on: these events, as a calendar.</summary>
    public void Keeps(string path, params IEnumerable<string> events) => Says(path, FeedHost.Ok(Calendar(events)));

    /// <summary>The whole answer, head and all.</summary>
    public void Says(string path, string answer)
    {
        lock (pages)
            pages[path] = answer;
    }

    public Uri At(string path) => new($"http://{Web.At}{path}");

    public static string Calendar(params IEnumerable<string> events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//De Kade//NL\r\nX-WR-CALNAME:Agenda van De Kade\r\n{string.Concat(events.Select(e => $"BEGIN:VEVENT\r\n{e.ReplaceLineEndings("\r\n").Trim()}\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n";

    public static string Weekly(string uid, string title, int day, int hour, string place = "Wijkcentrum De Kade", string more = "") =>
        $"UID:{uid}\nDTSTAMP:20260601T000000Z\nDTSTART;TZID=Europe/Amsterdam:202606{day:00}T{hour:00}0000\nDTEND;TZID=Europe/Amsterdam:202606{day:00}T{hour + 2:00}0000\nRRULE:FREQ=WEEKLY\nSUMMARY:{title}\nLOCATION:{place}\n{more}";

    public static string Once(string uid, string title, int day, int hour, string place = "Wijkcentrum De Kade", string more = "") =>
        Weekly(uid, title, day, hour, place, more).Replace("RRULE:FREQ=WEEKLY\n", "", StringComparison.Ordinal);

    /// <summary>A feed of this organisation that was looked at and put on.</summary>
    public async Task<FeedId> PutOnAsync(OrganisationId organisation, string path)
    {
        var (feed, refused) = await App.InScopeAsync(s => s.GetRequiredService<AddFeed>().FromAddressAsync(organisation, At(path).AbsoluteUri, default));
        Assert.Null(refused);
        Assert.Null(await App.InScopeAsync(s => s.GetRequiredService<KeepFeed>().PutOnAsync(feed!.Value, default)));
        return feed!.Value;
    }

    /// <summary>So much later the job comes round.</summary>
    public Task FetchAfterAsync(Duration time)
    {
        App.Clock.Advance(time);
        return App.RunAsync<FetchFeedsJob>();
    }

    public Task<Feed> FeedAsync(FeedId id) => App.InDbAsync(db => db.Feeds.SingleAsync(f => f.Id == id));

    public Task<FeedFetch> LastFetchAsync(FeedId id) =>
        App.InDbAsync(db => db.FeedFetches.Where(f => f.Feed == id).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).FirstAsync());

    public Task<List<Activity>> ActivitiesAsync(FeedId id) => App.InDbAsync(db => db.Activities.Where(a => a.Feed == id).OrderBy(a => a.Title).ToListAsync());

    public Task<List<ActivityDate>> DatesAsync(Activity activity) =>
        App.InDbAsync(db => db.ActivityDates.Where(d => d.Activity == activity.Id).OrderBy(d => d.StartsAt).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Web.DisposeAsync();
    }

    private string Answer(string request)
    {
        lock (pages)
            return pages.GetValueOrDefault(request.Split(' ')[1], FeedHost.Status(404));
    }
}
