using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.MeetUps;

/// <summary>It is off, and everybody who might come hears that.</summary>
public sealed class CancelMeetUp(NabijDb db, MeetUpNews news, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId circle, MeetUpId id, CancellationToken ct)
    {
        if (await db.MeetUps.SingleOrDefaultAsync(m => m.Id == id && m.Circle == circle, ct) is not { } meetUp)
            return new MeetUpIsPast();
        if (meetUp.Cancel(clock.GetCurrentInstant()) is { } refusal)
            return refusal;
        trail.Note(Subject.Of(circle), null, "Circles.Trail.MeetUpCancelled");
        await news.CancelAsync(meetUp, await db.CircleMembers.Of(circle).ToListAsync(ct), ct);
        return await db.TrySaveAsync(ct) ? null : new MeetUpIsCancelled();
    }
}
