using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Desk.Lists;

/// <summary>All that the desk shows, with one query for each part of it.</summary>
public sealed class DeskOverview(NabijDb db, FollowUpsInSight inSight, IPeople people, IPlaces places, IEnumerable<IOnDuty> duties, IClock clock) : IWorkAtHand
{
    public const int RowsOnAPage = 25;
    public const int DaysAhead = 14;

    public async Task<DeskDay> LoadAsync(DeskView view, int page, Instant now, CancellationToken ct)
    {
        var mine = await inSight.AllAsync(ct);
        var horizon = DayAfter(now, DaysAhead);
        var counts = await CountAsync(mine, now, ct);
        var rows = await (
            view is DeskView.Later ? mine.Where(f => f.NextDate >= horizon) : mine.Where(f => f.NextDate < horizon)
        )
            .AsNoTracking()
            .OrderBy(f => f.NextDate)
            .ThenBy(f => f.Id)
            .Skip((page - 1) * RowsOnAPage)
            .Take(RowsOnAPage)
            .ToListAsync(ct);
        var duty = duties.FirstOrDefault() is { } rota ? await rota.NowAsync(ct) : null;
        var owners = rows.Select(f => f.Owner).OfType<PersonId>().Concat(duty?.Who ?? []).Distinct().ToList();
        return new(
            counts,
            rows,
            owners.Count == 0 ? new Dictionary<PersonId, PersonCard>() : await people.FindAsync(owners, ct),
            await places.BuurtenAsync(ct),
            await OpenPerBuurtAsync(now, ct),
            duty
        );
    }

    public async Task<WorkAtHand> CountAsync(CancellationToken ct)
    {
        var counts = await CountAsync(await inSight.AllAsync(ct), clock.GetCurrentInstant(), ct);
        return new(counts.Late, counts.Today);
    }

    /// <summary>How much is late, is for today, comes in the next days, and comes after those.</summary>
    private static async Task<DeskCounts> CountAsync(IQueryable<FollowUp> mine, Instant now, CancellationToken ct)
    {
        var (midnight, horizon) = (DayAfter(now, 0), DayAfter(now, DaysAhead));
        return await mine
                .GroupBy(_ => 1)
                .Select(g => new DeskCounts(
                    g.Count(f => f.NextDate < now),
                    g.Count(f => f.NextDate >= now && f.NextDate < midnight),
                    g.Count(f => f.NextDate >= midnight && f.NextDate >= now && f.NextDate < horizon),
                    g.Count(f => f.NextDate >= horizon)
                ))
                .SingleOrDefaultAsync(ct)
            ?? new(0, 0, 0, 0);
    }

    /// <summary>The end of the day that many days from today.</summary>
    private static Instant DayAfter(Instant now, int days) =>
        now.TodayAt().PlusDays(days + 1).InstantAt(LocalTime.Midnight);

    private async Task<IReadOnlyDictionary<string, BuurtCount>> OpenPerBuurtAsync(Instant now, CancellationToken ct) =>
        await db
            .FollowUps.Open.Where(f => f.Buurt != null)
            .GroupBy(f => f.Buurt!)
            .Select(g => new { Buurt = g.Key, Open = g.Count(), Late = g.Count(f => f.NextDate < now) })
            .ToDictionaryAsync(g => g.Buurt, g => new BuurtCount(g.Open, g.Late), StringComparer.Ordinal, ct);
}

public sealed record DeskDay(
    DeskCounts Counts,
    IReadOnlyList<FollowUp> Rows,
    IReadOnlyDictionary<PersonId, PersonCard> Owners,
    IReadOnlyList<Buurt> Buurten,
    IReadOnlyDictionary<string, BuurtCount> PerBuurt,
    OnDuty? Duty
);

/// <summary>What is to be done soon, or what can wait.</summary>
public enum DeskView
{
    Soon,
    Later,
}

public sealed record DeskCounts(int Late, int Today, int Ahead, int Later)
{
    public int Soon => Late + Today + Ahead;

    public int In(DeskView view) => view is DeskView.Later ? Later : Soon;
}

public sealed record BuurtCount(int Open, int Late);
