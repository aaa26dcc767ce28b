using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Calendar.Paper.Rounds;

/// <summary>Who brings the week sheet round in each buurt.</summary>
public sealed class KeepRounds(NabijDb db, IPeople people, SheetFollowUps followUps, Trail trail)
{
    private static readonly Role[] Carriers = [Role.DistrictSupporter, Role.Connector, Role.Concierge];

    public async Task<Refusal?> GiveAsync(string buurt, PersonId? carrier, PersonId? standIn, int copies, CancellationToken ct)
    {
        var round = await db.SheetRounds.SingleOrDefaultAsync(r => r.Buurt == buurt, ct) ?? db.Add(new SheetRound(buurt)).Entity;
        if (round.GiveTo(carrier, standIn, copies) is { } refusal)
            return refusal;
        trail.Note(new("SheetRound", round.Id), carrier, "Calendar.Trail.RoundGiven");
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();
        foreach (var open in await db.WeekSheets.Open.Where(s => s.Buurt == buurt).ToListAsync(ct))
            await followUps.FollowAsync(open, ct);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>Who can bring it: those who have a round or a circle, and the desk.</summary>
    public async Task<IReadOnlyList<PersonCard>> CarriersAsync(CancellationToken ct)
    {
        var held = await db.RoleAssignments.Current.Where(a => Carriers.Contains(a.Role)).Select(a => a.Person).Distinct().ToListAsync(ct);
        return [.. (await people.FindAsync(held, ct)).Values.OrderBy(c => c.FullName, StringComparer.CurrentCulture)];
    }
}
