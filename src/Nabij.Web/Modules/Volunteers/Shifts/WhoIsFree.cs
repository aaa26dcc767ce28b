using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>Whether somebody can be at a shift: not away that day, and not at another shift at that hour.</summary>
public sealed class WhoIsFree(NabijDb db, IPeople people)
{
    public async Task<Refusal?> RefusalAsync(PersonId person, Shift shift, CancellationToken ct)
    {
        if (shift.IsOneDay && (await people.AwayAsync(shift.First, ct)).Contains(person))
            return new VolunteerIsAway();
        var busy = db.Lendings.Open.Where(l => l.Person == person && l.Shift != shift.Id).Select(l => l.Shift);
        var others = await db.Shifts.AsNoTracking().Where(s => busy.Contains(s.Id) && s.First == shift.First).ToListAsync(ct);
        return others.Exists(o => o.MeetsWith(shift)) ? new VolunteerHasOtherShift() : null;
    }
}
