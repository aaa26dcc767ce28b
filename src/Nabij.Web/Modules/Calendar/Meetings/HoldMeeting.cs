using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Meetings.Data;
using NodaTime;

namespace Nabij.Modules.Calendar.Meetings;

/// <summary>Makes a meeting of an activity, or gives it to another organiser.</summary>
public sealed class HoldMeeting(NabijDb db, MeetingFollowUps followUps, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(ActivityId id, PersonId? organiser, PersonId? standIn, Keeper keeper, CancellationToken ct)
    {
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } activity || !keeper.MayKeep(activity))
            return new NoSuchActivity();
        var meeting = await db.Meetings.SingleOrDefaultAsync(m => m.Activity == id, ct) ?? db.Add(new Meeting(id, clock.GetCurrentInstant())).Entity;
        if (meeting.LedBy(organiser, standIn) is { } refusal)
            return refusal;
        trail.Note(Subject.Of(meeting.Id), organiser, "Meetings.Trail.Held");
        await followUps.GiveAllAsync(meeting, activity, ct);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }
}
