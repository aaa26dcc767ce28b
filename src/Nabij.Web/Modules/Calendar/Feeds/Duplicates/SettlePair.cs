using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Duplicates;

/// <summary>Two that look the same are one, or two; and back again, in one click.</summary>
public sealed class SettlePair(NabijDb db, Trail trail, IClock clock)
{
    public async Task<Refusal?> MergeAsync(ActivityPairId id, CancellationToken ct)
    {
        if (await db.ActivityPairs.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } pair)
            return new NoSuchActivity();
        if (await MergeAsync(pair, ct) is { } refusal)
            return refusal;
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>All of which nobody need look at them one by one, the oldest first. Returns how many.</summary>
    public async Task<int> MergeAllSureAsync(CancellationToken ct)
    {
        var activities = db.Activities;
        var sure = await (
            from pair in db.ActivityPairs.ToSettle.Where(p => p.IsSure)
            join first in activities on pair.First equals first.Id
            join second in activities on pair.Second equals second.Id
            orderby first.AddedAt, second.AddedAt, pair.Id
            select pair
        ).ToListAsync(ct);
        var merged = 0;
        foreach (var pair in sure)
            merged += await MergeAsync(pair, ct) is null ? 1 : 0;
        return await db.TrySaveAsync(ct) ? merged : 0;
    }

    /// <summary>They are two: also when they were merged before.</summary>
    public async Task<Refusal?> PartAsync(ActivityPairId id, CancellationToken ct)
    {
        if (await db.ActivityPairs.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } pair)
            return new NoSuchActivity();
        var wasMerged = pair.State is PairState.Merged;
        if (pair.Part(clock.GetCurrentInstant()) is { } refusal)
            return refusal;
        if (wasMerged)
            await UndoAsync(pair, ct);
        trail.Note(Subject.Of(pair.Second), null, "Calendar.Feed.Trail.Parted");
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    private async Task<Refusal?> MergeAsync(ActivityPair pair, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (stays, goes) = (await StandsForAsync(pair.First, ct), await StandsForAsync(pair.Second, ct));
        if (pair.Merge(now) is { } refusal)
            return refusal;
        if (stays.Id == goes.Id)
            return null; // through a third they are one already
        foreach (var follower in await FollowersAsync(goes.Id, ct))
            follower.MergeInto(stays, now);
        goes.MergeInto(stays, now);
        trail.Note(Subject.Of(goes.Id), null, "Calendar.Feed.Trail.Merged");
        return null;
    }

    private async Task UndoAsync(ActivityPair pair, CancellationToken ct)
    {
        var parted = await db.Activities.SingleAsync(a => a.Id == pair.Second, ct);
        if (parted.MergedInto is { } into)
            parted.PartFrom(await db.Activities.SingleAsync(a => a.Id == into, ct), clock.GetCurrentInstant());
    }

    /// <summary>The one that is shown for it: itself, or the one that it was merged into.</summary>
    private async Task<Activity> StandsForAsync(ActivityId id, CancellationToken ct)
    {
        var activity = await db.Activities.SingleAsync(a => a.Id == id, ct);
        return activity.MergedInto is { } into ? await db.Activities.SingleAsync(a => a.Id == into, ct) : activity;
    }

    private async Task<List<Activity>> FollowersAsync(ActivityId of, CancellationToken ct)
    {
        var saved = await db.Activities.Where(a => a.MergedInto == of).ToListAsync(ct);
        var now = db.ChangeTracker.Entries<Activity>().Select(e => e.Entity).Where(a => a.MergedInto == of);
        return [.. saved.Where(a => a.MergedInto == of).Union(now)];
    }
}
