using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Fetching;
using Nabij.Modules.Calendar.Feeds.Importing;
using Nabij.Modules.Calendar.Feeds.Reading;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Keeping;

/// <summary>What one does with a feed: put it on, say what its words mean, send a newer file, look it through, stop it.</summary>
public sealed class KeepFeed(NabijDb db, TakeIn takeIn, FeedFollowUps followUps, FetchFeed fetch, Trail trail, IClock clock)
{
    /// <summary>Somebody looked at it, and on it goes: its activities are in the calendar.</summary>
    public async Task<Refusal?> PutOnAsync(FeedId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } feed)
            return new NoSuchFeed();
        if (await db.FeedFiles.SingleOrDefaultAsync(f => f.Feed == id, ct) is not { } file || feed.PutOn(clock.GetCurrentInstant()) is not { } change)
            return new FeedCannotNow();
        if (feed.Kind is FeedKind.Address)
            db.Remove(file);
        trail.Note(Subject.Of(id), null, change.Reason);
        return await takeIn.HandleAsync(feed, new Fetched.Content(file.Content, FeedVersion.None, null), ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>What the feed does not say. Its activities follow at once.</summary>
    public async Task<Refusal?> MeansAsync(FeedId id, FeedMeaning meaning, IReadOnlyCollection<FeedWord> words, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } feed)
            return new NoSuchFeed();
        var known = await db.FeedWords.Where(w => w.Feed == id).ToDictionaryAsync(w => w.Word, StringComparer.Ordinal, ct);
        var changed = feed.Means(meaning);
        foreach (var word in words)
        {
            if (!known.TryGetValue(word.Word, out var kept))
                db.Add(kept = new FeedWord(id, word.Word));
            changed |= kept.Means(word.Theme, word.Audience, word.Access);
        }
        if (changed)
        {
            feed.ReadAnew();
            feed.FetchNow(clock.GetCurrentInstant());
            trail.Note(Subject.Of(id), null, "Calendar.Feed.Trail.Means");
        }
        // what comes from an address is fetched again by the job; a file is here
        var file = changed && feed is { IsRead: true, Kind: FeedKind.File } ? await db.FeedFiles.SingleOrDefaultAsync(f => f.Feed == id, ct) : null;
        var saved = await db.TrySaveAsync(ct);
        if (saved && file is not null)
            saved = await takeIn.HandleAsync(feed, new Fetched.Content(file.Content, FeedVersion.None, null), ct);
        return saved ? null : new ChangedMeanwhile();
    }

    /// <summary>A newer file in place of the one that was sent before.</summary>
    public async Task<Refusal?> SendAsync(FeedId id, byte[] file, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { Kind: FeedKind.File, IsRead: true } feed)
            return new NoSuchFeed();
        if (file.Length > FeedFile.MaxBytes)
            return new FeedFileTooLarge();
        if (!ReadFeed.From(file, TakeIn.Window(clock.GetCurrentInstant())).IsCalendar)
            return new FileIsNoCalendar();
        await db.FeedFiles.Where(f => f.Feed == id).ExecuteDeleteAsync(ct);
        db.Add(new FeedFile(id, file, clock.GetCurrentInstant()));
        return await takeIn.HandleAsync(feed, new Fetched.Content(file, FeedVersion.None, null), ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>Now, not at its own time: somebody says that it was put right.</summary>
    public async Task<Refusal?> FetchNowAsync(FeedId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { Kind: FeedKind.Address, IsRead: true } feed)
            return new NoSuchFeed();
        var fetched = await fetch.HandleAsync(new Uri(feed.Address), new(feed.ETag, feed.LastModified), ct);
        return await takeIn.HandleAsync(feed, fetched, ct) ? null : new ChangedMeanwhile();
    }

    public async Task<Refusal?> LookedThroughAsync(FeedId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { IsRead: true } feed)
            return new NoSuchFeed();
        feed.LookedThrough(clock.GetCurrentInstant());
        trail.Note(Subject.Of(id), null, "Calendar.Feed.Trail.Looked");
        await followUps.KeepAsync(feed, null, ct);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>It is read no more. What it brought is not confirmed by it any longer, and so leaves in time.</summary>
    public async Task<Refusal?> StopAsync(FeedId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } feed || feed.Stop(clock.GetCurrentInstant()) is not { } change)
            return new NoSuchFeed();
        trail.Note(Subject.Of(id), null, change.Reason);
        await db.FeedFiles.Where(f => f.Feed == id).ExecuteDeleteAsync(ct);
        await followUps.KeepAsync(feed, change, ct);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    private Task<Feed?> FindAsync(FeedId id, CancellationToken ct) => db.Feeds.SingleOrDefaultAsync(f => f.Id == id, ct);
}
