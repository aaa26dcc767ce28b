using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Hours;

/// <summary>Thanks somebody by their own channel, and remembers that it was done; once a day is enough.</summary>
public sealed class ThankVolunteer(NabijDb db, VolunteersInSight inSight, VolunteerNews news, Changes changes, CurrentPerson current)
{
    public async Task<Refusal?> HandleAsync(VolunteerId id, CancellationToken ct)
    {
        if (await inSight.Kept.SingleOrDefaultAsync(v => v.Id == id, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        var today = changes.Today;
        if (await db.Set<Thanks>().AnyAsync(t => t.Person == volunteer.Person && t.On == today, ct))
            return null;
        await ThankAsync(volunteer, "Volunteers.Thanks", ct);
        return await changes.TrySaveAsync(ct) ? null : new VolunteerChangedMeanwhile();
    }

    /// <summary>Saved by the caller.</summary>
    public async Task ThankAsync(Volunteer volunteer, string reason, CancellationToken ct)
    {
        db.Add(new Thanks(volunteer.Person, current.IdOrNone ?? volunteer.Mentor ?? volunteer.Person, changes.Today));
        changes.Note(volunteer.Id, volunteer.Person, "Volunteers.Trail.Thanked");
        await news.TellAsync(volunteer, reason, ct);
    }
}
