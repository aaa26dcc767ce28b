using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Directory.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Duplicates;

/// <summary>Finds activities that look the same though different calendars tell of them, and proposes them as one.</summary>
public sealed class FindDuplicates(NabijDb db, IDirectory directory, IClock clock)
{
    private const int WeeksCompared = 13;

    /// <summary>What is not within those weeks is compared by its first dates.</summary>
    private const int DatesOfLater = 3;

    /// <summary>How many pairs were proposed that were not before.</summary>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var compared = await LoadAsync(ct);
        var known = await db.ActivityPairs.ToDictionaryAsync(p => Ordered(p.First, p.Second), ct);
        var (added, seen) = (0, new HashSet<(ActivityId, ActivityId)>());
        foreach (var (one, other) in AtTheSameTime(compared))
        {
            if (Sameness.Of(one, other) is not { } same || !seen.Add(Ordered(one.Id, other.Id)))
                continue;
            if (!known.TryGetValue(Ordered(one.Id, other.Id), out var pair))
            {
                db.Add(pair = new ActivityPair(one.Id, other.Id, clock.GetCurrentInstant()));
                added++;
            }
            if (pair.State is PairState.Proposed)
                pair.Looks(same);
        }
        db.RemoveRange(known.Where(k => k.Value.State is PairState.Proposed && !seen.Contains(k.Key)).Select(k => k.Value));
        return await db.TrySaveAsync(ct) ? added : 0;
    }

    /// <summary>In the order in which they stay: typed here before read elsewhere, then who was first.</summary>
    private async Task<List<Compared>> LoadAsync(CancellationToken ct)
    {
        var names = (await directory.AllAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
        var now = clock.GetCurrentInstant();
        var today = now.TodayAt();
        var dates = await db
            .ActivityDates.AsNoTracking()
            .Where(d => d.Day >= today && d.State != DateState.Cancelled)
            .OrderBy(d => d.StartsAt)
            .Select(d => new { d.Activity, d.StartsAt })
            .ToListAsync(ct);
        var starts = dates.ToLookup(d => d.Activity, d => d.StartsAt);
        var soon = today.PlusWeeks(WeeksCompared).InstantAt(LocalTime.Midnight);
        var activities = await db.Activities.AsNoTracking().Sure.Select(a => new { a.Id, a.Title, a.Venue, a.Source, a.Feed, a.AddedAt, a.Hosts }).ToListAsync(ct);
        feedOf = activities.Where(a => a.Feed is not null).ToDictionary(a => a.Id, a => a.Feed!.Value);
        return
        [
            .. activities
                .Where(a => starts.Contains(a.Id))
                .OrderBy(a => a.Source is Source.Feed)
                .ThenBy(a => a.AddedAt)
                .ThenBy(a => a.Id.Value)
                .Select(a => new Compared(a.Id, a.Title, a.Venue.Name, a.Venue.At, [.. a.Hosts.Select(h => names.GetValueOrDefault(h.Organisation, ""))], Near([.. starts[a.Id]], soon))),
        ];
    }

    private Dictionary<ActivityId, FeedId> feedOf = [];

    private static HashSet<Instant> Near(List<Instant> starts, Instant soon) =>
        starts.TakeWhile(s => s < soon).ToHashSet() is { Count: > 0 } near ? near : [.. starts.Take(DatesOfLater)];

    /// <summary>Pairs with at least one date at about the same time, each once, the one that stays first.</summary>
    private IEnumerable<(Compared, Compared)> AtTheSameTime(List<Compared> compared)
    {
        var line = compared.SelectMany((c, place) => c.Starts.Select(s => (Start: s, Place: place))).OrderBy(x => x.Start).ThenBy(x => x.Place).ToList();
        var met = new HashSet<(int, int)>();
        for (var i = 0; i < line.Count; i++)
        {
            for (var j = i + 1; j < line.Count && line[j].Start - line[i].Start <= Sameness.About; j++)
            {
                var (first, second) = (Math.Min(line[i].Place, line[j].Place), Math.Max(line[i].Place, line[j].Place));
                if (first != second && FromElsewhere(compared[first], compared[second]) && met.Add((first, second)))
                    yield return (compared[first], compared[second]);
            }
        }
    }

    /// <summary>One calendar that has the same twice means it so.</summary>
    private bool FromElsewhere(Compared one, Compared other) =>
        !feedOf.TryGetValue(one.Id, out var feed) || !feedOf.TryGetValue(other.Id, out var otherFeed) || feed != otherFeed;

    private static (ActivityId, ActivityId) Ordered(ActivityId one, ActivityId other) => one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);
}
