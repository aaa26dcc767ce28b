using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Reading;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>
/// Brings the activities of a feed in line with what it says. What it said before is known by its mark, so reading the same
/// again changes nothing. Saved by the caller.
/// </summary>
public sealed class ImportFeed(NabijDb db, FollowDates dates, FeedVenues venues, IClock clock)
{
    public async Task<ImportReport> HandleAsync(Feed feed, FeedContent content, CancellationToken ct)
    {
        var entries = await db.FeedEntries.Where(e => e.Feed == feed.Id).ToDictionaryAsync(e => e.Key, StringComparer.Ordinal, ct);
        var words = await db.FeedWords.AsNoTracking().Where(w => w.Feed == feed.Id).ToDictionaryAsync(w => w.Word, StringComparer.Ordinal, ct);
        db.AddRange(NewWords(feed, content, words.Keys));
        var items = content.Items.Where(i => i.Words.Place.Length > 0 || feed.Meaning.Place.Length > 0).ToList();
        var news = items.Select(i => NewsOf(i, feed.Meaning.For(i.Words.Title, i.Words.Categories, words), entries)).OfType<News>().ToList();

        var known = await KnownAsync(feed, [.. news.Select(n => n.Item.Key)], ct);
        var (added, changed) = (0, new List<Activity>());
        foreach (var (item, means, isBack) in news)
        {
            if (!known.TryGetValue(item.Key, out var activity))
            {
                db.Add(activity = Activity.FromFeed(feed.Id, item.Key, clock.GetCurrentInstant()));
                entries[item.Key] = NewEntry(feed, item, means, activity);
                added++;
            }
            if (await FollowAsync(feed, activity, item, means, ct) | (isBack && activity.GoOnAfterAll(clock.GetCurrentInstant())))
                changed.Add(activity);
        }
        var cancelled = await dates.HandleAsync(changed, ct);
        var gone = await AskAfterGoneAsync(feed, entries, items, ct);
        return new(added, changed.Count - added, gone, cancelled);
    }

    /// <summary>Categories that were not met before: who keeps the feed may say what they mean.</summary>
    internal static IEnumerable<FeedWord> NewWords(Feed feed, FeedContent content, IReadOnlyCollection<string> known) =>
        content
            .Items.SelectMany(i => i.Words.Categories)
            .CountBy(c => FeedWord.Plain(c), StringComparer.Ordinal)
            .OrderByDescending(w => w.Value)
            .ThenBy(w => w.Key, StringComparer.Ordinal)
            .Take(FeedWord.MostPerFeed)
            .Where(w => w.Key.Length > 0 && !known.Contains(w.Key, StringComparer.Ordinal))
            .Select(w => new FeedWord(feed.Id, w.Key));

    private static News? NewsOf(FeedItem item, FeedMeaning means, Dictionary<string, FeedEntry> entries)
    {
        if (!entries.TryGetValue(item.Key, out var entry))
            return new(item, means, IsBack: false);
        var isBack = entry.ComesBack();
        return entry.Says(MarkOf(item, means), item.Revision) || isBack ? new(item, means, isBack) : null;
    }

    /// <summary>Something that is new in the feed, or was said to be off when it was gone from it and is back.</summary>
    private sealed record News(FeedItem Item, FeedMeaning Means, bool IsBack);

    private FeedEntry NewEntry(Feed feed, FeedItem item, FeedMeaning means, Activity activity)
    {
        var entry = new FeedEntry(feed.Id, item.Key, activity.Id);
        entry.Says(MarkOf(item, means), item.Revision);
        db.Add(entry);
        return entry;
    }

    private async Task<Dictionary<string, Activity>> KnownAsync(Feed feed, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        keys.Count == 0
            ? []
            : (await db.Activities.Where(a => a.Feed == feed.Id).ToListAsync(ct)).ToDictionary(a => a.FeedUid!, StringComparer.Ordinal);

    private async Task<bool> FollowAsync(Feed feed, Activity activity, FeedItem item, FeedMeaning means, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var place = item.Words.Place.Length > 0 ? item.Words.Place : means.Place;
        var details = activity.Details with
        {
            Title = item.Words.Title,
            Description = item.Words.Text,
            Link = item.Words.Link,
            Theme = means.Theme ?? Theme.Meet,
            Audience = means.Audience,
            Access = means.Access,
            Cents = FeedPrice.Cents(item.Words.Price) ?? means.Cents,
            Venue = await venues.FindAsync(place, item.Words.At, ct),
        };
        var timing = Timing.Of(MovedDates.Follow(activity.Timing.ReadEvents(), item.Events));
        // all three, whatever the first says
        var follows = activity.HostedBy([feed.Organisation], now) | activity.Describe(details, now) | activity.TakesPlace(timing, now);
        if (follows)
            activity.Confirm(ConfirmedHow.ByFeed, null, now);
        return follows;
    }

    /// <summary>
    /// Gone from the calendar is not cancelled: a program that shows a month at a time drops what is later. Somebody asks. What is past
    /// needs no question.
    /// </summary>
    private async Task<int> AskAfterGoneAsync(Feed feed, Dictionary<string, FeedEntry> entries, List<FeedItem> items, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var there = items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        var missing = entries.Values.Where(e => !there.Contains(e.Key) && e.GoneSince is null).ToDictionary(e => e.Activity);
        var ids = missing.Keys.ToList();
        var coming = ids.Count == 0
            ? []
            : await db.ActivityDates.Where(d => ids.Contains(d.Activity) && d.StartsAt > now && d.State != DateState.Cancelled).Select(d => d.Activity).Distinct().ToListAsync(ct);
        foreach (var id in coming)
            missing[id].Vanished(now);
        feed.HasToAsk(entries.Values.Count(e => e.IsToAsk), now);
        return coming.Count;
    }

    /// <summary>All that the feed says of it, and what that means here.</summary>
    private static string MarkOf(FeedItem item, FeedMeaning means) =>
        StandInKey.Of(
            item.Words.Title, item.Words.Text, item.Words.Place, item.Words.Link, item.Words.Price, $"{item.Words.At}",
            Timing.Of(item.Events).Calendar, $"{means.Theme} {means.Audience} {means.Cents} {(int)means.Access} {means.Place}"
        );
}
