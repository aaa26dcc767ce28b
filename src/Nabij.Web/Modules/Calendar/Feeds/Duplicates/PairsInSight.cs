using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Directory.Contracts;

namespace Nabij.Modules.Calendar.Feeds.Duplicates;

/// <summary>The pairs that one may settle: the desk all of them, an editor those of which one is of the own organisation.</summary>
public sealed class PairsInSight(NabijDb db, IDirectory directory, CurrentPerson person)
{
    private const int Shown = 25;

    public bool IsDesk => person.Is(Role.DistrictSupporter);

    public async Task<PairsToSettle> LoadAsync(CancellationToken ct)
    {
        var toSettle = Mine(db.ActivityPairs).ToSettle;
        var proposed = await toSettle.AsNoTracking().Take(Shown).ToListAsync(ct);
        var merged = await Mine(db.ActivityPairs).AsNoTracking().Where(p => p.State == PairState.Merged).OrderByDescending(p => p.SettledAt).ThenBy(p => p.Id).Take(Shown).ToListAsync(ct);
        var ids = proposed.Concat(merged).SelectMany(p => new[] { p.First, p.Second }).Distinct().ToList();
        var activities = await db.Activities.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var names = (await directory.AllAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
        return new(
            await toSettle.CountAsync(ct),
            await toSettle.CountAsync(p => p.IsSure, ct),
            [.. proposed.Select(Row)],
            [.. merged.Select(Row)]
        );

        PairRow Row(ActivityPair pair) => new(pair, Side(pair.First), Side(pair.Second));

        PairSide Side(ActivityId id) =>
            activities[id] is var a ? new(a.Title, a.Venue.InWords, string.Join(", ", a.Hosts.OrderBy(h => h.Place).Select(h => names.GetValueOrDefault(h.Organisation, "")))) : new("", "", "");
    }

    public async Task<bool> MaySettleAsync(ActivityPairId id, CancellationToken ct) => await Mine(db.ActivityPairs).AnyAsync(p => p.Id == id, ct);

    private IQueryable<ActivityPair> Mine(IQueryable<ActivityPair> pairs)
    {
        if (IsDesk || person.Roles.Any(r => r.Role is Role.Editor && r.Scope is null))
            return pairs;
        var own = person.ScopesOf(Role.Editor).Select(s => new OrganisationId(s)).ToList();
        var hosts = db.ActivityHosts.Where(h => own.Contains(h.Organisation));
        return pairs.Where(p => hosts.Any(h => h.Activity == p.First || h.Activity == p.Second));
    }
}

/// <param name="Sure">How many of them are so alike that nobody need look at each.</param>
public sealed record PairsToSettle(int Count, int Sure, IReadOnlyList<PairRow> Proposed, IReadOnlyList<PairRow> Merged);

public sealed record PairRow(ActivityPair Pair, PairSide First, PairSide Second);

public sealed record PairSide(string Title, string Where, string Hosts);
