using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.Desk.Lists;
using NodaTime;

namespace Nabij.Modules.Desk.Moving;

public sealed class MoveFollowUp(NabijDb db, FollowUpsInSight inSight, Trail trail, IClock clock)
{
    /// <summary>A day means: before the end of the office day.</summary>
    private static readonly LocalTime EndOfTheOfficeDay = new(17, 0);

    public async Task<Refusal?> HandleAsync(FollowUpId id, LocalDate to, string why, CancellationToken ct)
    {
        if (await inSight.FindAsync(id, ct) is not { } followUp)
            return new NoSuchFollowUp();
        if (followUp.Move(to.InstantAt(EndOfTheOfficeDay), why, clock.GetCurrentInstant()) is { } refusal)
            return refusal;

        trail.Note(Subject.Of(id), about: null, "Trail.FollowUpMoved");
        return await db.TrySaveAsync(ct) ? null : new TakenByAnother();
    }
}
