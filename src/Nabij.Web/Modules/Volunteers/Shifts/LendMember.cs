using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>An organisation offers one of its members for a shift; the member and who has the work are asked by their own channel.</summary>
public sealed class LendMember(ShiftStandings standings, VolunteersInSight inSight, WhoIsFree free, VolunteerNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(ShiftId id, VolunteerId member, PersonId by, CancellationToken ct)
    {
        var (shift, refusal) = await standings.MayAsync(ShiftAct.Offer, id, ct);
        if (shift is null)
            return refusal;
        if (await inSight.Kept.SingleOrDefaultAsync(v => v.Id == member, ct) is not { } volunteer)
            return new VolunteerNeeded();
        if ((await free.RefusalAsync(volunteer.Person, shift, ct) ?? shift.Offer(volunteer, by, changes.Today, changes.Now)) is { } refused)
            return refused;
        await news.AskAsync(shift, shift.Current!, ct);
        return await changes.SaveAsync(shift, ct) ? null : new ShiftChangedMeanwhile();
    }
}
