using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Desk.Lists;

/// <summary>All that the desk shows, with one query for each part of it.</summary>
public sealed class DeskOverview(NabijDb db, FollowUpsInSight inSight, IPeople people, IPlaces places)
{
    public const int RowsOnAPage = 25;

    public async Task<DeskDay> LoadAsync(int page, Instant now, CancellationToken ct)
    {
        var mine = await inSight.AllAsync(ct);
        var midnight = now.TodayAt().PlusDays(1).InstantAt(LocalTime.Midnight);
        var counts = await mine
            .GroupBy(_ => 1)
            .Select(g => new DeskCounts(
                g.Count(f => f.NextDate < now),
                g.Count(f => f.NextDate >= now && f.NextDate < midnight),
                g.Count()
            ))
            .SingleOrDefaultAsync(ct);
        var rows = await mine
            .AsNoTracking()
            .OrderBy(f => f.NextDate)
            .ThenBy(f => f.Id)
            .Skip((page - 1) * RowsOnAPage)
            .Take(RowsOnAPage)
            .ToListAsync(ct);
        var owners = rows.Select(f => f.Owner).OfType<PersonId>().Distinct().ToList();
        return new(
            counts ?? new(0, 0, 0),
            rows,
            owners.Count == 0 ? new Dictionary<PersonId, PersonCard>() : await people.FindAsync(owners, ct),
            await places.BuurtenAsync(ct),
            await OpenPerBuurtAsync(now, ct)
        );
    }

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
    IReadOnlyDictionary<string, BuurtCount> PerBuurt
);

public sealed record DeskCounts(int Late, int Today, int All);

public sealed record BuurtCount(int Open, int Late);
