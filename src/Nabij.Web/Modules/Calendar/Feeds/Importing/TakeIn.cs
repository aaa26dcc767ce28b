using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Fetching;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Modules.Calendar.Feeds.Reading;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>Takes in what came of fetching a feed, or what was sent: its activities, its history, and who has to do what about it.</summary>
public sealed class TakeIn(NabijDb db, ImportFeed import, FeedFollowUps followUps, Trail trail, IClock clock)
{
    private const int LinesShown = 8;

    /// <summary>Days that are read of a feed: what the calendar has in sight, from yesterday.</summary>
    public static Interval Window(Instant now)
    {
        var today = now.TodayAt();
        return new(today.PlusDays(-1).InstantAt(LocalTime.Midnight), CalendarWindow.LastDay(today).PlusDays(1).InstantAt(LocalTime.Midnight));
    }

    /// <summary>Says false when somebody else changed the feed meanwhile: then it is done at the next turn.</summary>
    public async Task<bool> HandleAsync(Feed feed, Fetched fetched, CancellationToken ct)
    {
        var change = fetched switch
        {
            Fetched.Content content => await ReadAsync(feed, content, ct),
            Fetched.Failed failed => Failed(feed, failed.Trouble, failed.After),
            Fetched.AsBefore same => AsBefore(feed, same.MovedTo),
            _ => AsBefore(feed, null),
        };
        if (change is not null)
            trail.Note(Subject.Of(feed.Id), null, change.Reason);
        await followUps.KeepAsync(feed, change, ct);
        return await db.TrySaveAsync(ct);
    }

    private async Task<FeedChange?> ReadAsync(Feed feed, Fetched.Content fetched, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var mark = Convert.ToHexStringLower(SHA256.HashData(fetched.Bytes))[..FeedEntry.MarkLength];
        if (mark == feed.ContentMark)
            return AsBefore(feed, fetched.MovedTo);
        var content = ReadFeed.From(fetched.Bytes, Window(now));
        if (!content.IsCalendar)
            return Failed(feed, FeedTrouble.NotACalendar, null);

        Move(feed, fetched.MovedTo);
        var report = await import.HandleAsync(feed, content, ct);
        await KeepFindingsAsync(feed, content, ct);
        Note(feed, FetchOutcome.Read, null, report);
        return feed.Read(mark, fetched.Version.ETag, fetched.Version.LastModified, LastDay(content), content.HoursBetween, now);
    }

    private void Move(Feed feed, Uri? to)
    {
        if (to is null)
            return;
        feed.ComeFrom(to);
        trail.Note(Subject.Of(feed.Id), null, "Calendar.Feed.Trail.Moved");
    }

    private FeedChange? AsBefore(Feed feed, Uri? movedTo)
    {
        Move(feed, movedTo);
        if (feed.Kind is FeedKind.Address)
            Note(feed, FetchOutcome.AsBefore, null, default);
        return feed.Worked(clock.GetCurrentInstant());
    }

    private FeedChange? Failed(Feed feed, FeedTrouble trouble, Duration? after)
    {
        Note(feed, FetchOutcome.Failed, trouble, default);
        return feed.Failed(trouble, after, clock.GetCurrentInstant());
    }

    private void Note(Feed feed, FetchOutcome outcome, FeedTrouble? trouble, ImportReport report) =>
        db.Add(new FeedFetch(feed.Id, clock.GetCurrentInstant(), outcome, trouble, report.Added, report.Changed, report.Gone, report.Cancelled));

    private static LocalDate? LastDay(FeedContent content) =>
        content.Items.SelectMany(i => i.Dates).Where(d => !d.Cancelled).Select(d => (LocalDate?)d.Start.Date).Max();

    private async Task KeepFindingsAsync(Feed feed, FeedContent content, CancellationToken ct)
    {
        var known = await db.FeedFindings.Where(f => f.Feed == feed.Id).ToListAsync(ct);
        var found = Findings(feed, content).ToList();
        db.RemoveRange(known.Except(found));
        await db.SaveChangesAsync(ct); // the same fault may stand there with another count: its row goes first
        db.AddRange(found.Except(known));
    }

    internal static IEnumerable<FeedFinding> Findings(Feed feed, FeedContent content) =>
        content
            .Problems.Where(p => p.Fault is not FeedFault.MissingPlace || feed.Meaning.Place.Length == 0)
            .GroupBy(p => p.Fault)
            .Select(g => new FeedFinding(feed.Id, g.Key, g.Count(), string.Join(", ", g.Select(p => p.Line).Where(l => l > 0).Distinct().Take(LinesShown).Select(l => l.ToString(CultureInfo.InvariantCulture)))));
}
