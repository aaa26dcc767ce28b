using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.Desk.Lists;

namespace Nabij.Modules.Desk.Giving;

public sealed class GiveFollowUp(NabijDb db, FollowUpsInSight inSight, Colleagues colleagues, Trail trail)
{
    public async Task<Refusal?> HandleAsync(FollowUpId id, PersonId to, CancellationToken ct)
    {
        if (await inSight.FindAsync(id, ct) is not { } followUp)
            return new NoSuchFollowUp();
        if (!(await colleagues.AllAsync(ct)).Any(c => c.Person == to))
            return new NotAColleague();
        if (followUp.Give(to) is { } refusal)
            return refusal;

        trail.Note(Subject.Of(id), about: null, "Trail.FollowUpGiven");
        return await db.TrySaveAsync(ct) ? null : new TakenByAnother();
    }
}
