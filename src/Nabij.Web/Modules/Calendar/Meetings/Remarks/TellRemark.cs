using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Meetings.Data;
using Microsoft.EntityFrameworkCore;

namespace Nabij.Modules.Calendar.Meetings.Remarks;

/// <summary>Somebody asks before a meeting or says something after it, with their name or without. Sent twice, it is one remark.</summary>
public sealed class TellRemark(NabijDb db, ReadMeeting read, MeetingFollowUps followUps, Trail trail)
{
    public async Task<Refusal?> HandleAsync(RemarkId id, ActivityDateId date, PersonId? from, SignedUpBy by, string words, CancellationToken ct)
    {
        if (Remark.RefusalOf(words) is { } refusal)
            return refusal;
        if (await read.HandleAsync(date, ct) is not { } view)
            return new NoSuchMeeting();
        if (await db.Remarks.AnyAsync(r => r.Id == id, ct))
            return null;
        var remark = new Remark(date, Remark.KindAt(view.Now, view.Date), from, by, words, view.Now) { Id = id };
        db.Add(remark);
        trail.Note(Subject.Of(id), from, "Meetings.Trail.Told");
        await followUps.ReviewAsync(view.Meeting, view.Activity, view.Date, remark, ct);
        await db.TrySaveAsync(ct); // pressed twice at the same moment: the other press told it
        return null;
    }
}
