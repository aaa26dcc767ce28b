using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.Desk.Lists;

namespace Nabij.Modules.Desk.Taking;

public sealed class TakeFollowUp(NabijDb db, FollowUpsInSight inSight, CurrentPerson person, Trail trail)
{
    public async Task<Refusal?> HandleAsync(FollowUpId id, CancellationToken ct)
    {
        if (await inSight.FindAsync(id, ct) is not { } followUp)
            return new NoSuchFollowUp();
        if (followUp.Take(person.Id) is { } refusal)
            return refusal;

        trail.Note(Subject.Of(id), about: null, "Trail.FollowUpTaken");
        return await db.TrySaveAsync(ct) ? null : new TakenByAnother();
    }
}
