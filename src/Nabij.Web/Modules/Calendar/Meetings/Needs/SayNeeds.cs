using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Meetings.Data;

namespace Nabij.Modules.Calendar.Meetings.Needs;

/// <summary>Somebody who comes says what they need; and the organiser arranges it.</summary>
public sealed class SayNeeds(NabijDb db, ReadMeeting read, MeetingFollowUps followUps, Trail trail)
{
    public async Task<Refusal?> HandleAsync(ActivityDateId date, PersonId person, MeetingNeeds needs, string words, CancellationToken ct)
    {
        if (await read.HandleAsync(date, ct) is not { } view)
            return new NoSuchMeeting();
        var need = await db.MeetingNeeds.SingleOrDefaultAsync(n => n.Date == date && n.Person == person, ct);
        if (need is null && needs == MeetingNeeds.None && string.IsNullOrWhiteSpace(words))
            return null;
        need ??= db.Add(new MeetingNeed(date, person)).Entity;
        if (need.Say(needs, words) is { } refusal)
            return refusal;
        trail.Note(Subject.Of(need.Id), person, "Meetings.Trail.NeedsSaid");
        await followUps.ReviewAsync(view.Meeting, view.Activity, view.Date, need, comes: true, ct);
        await db.TrySaveAsync(ct); // pressed twice at the same moment: the other press said the same
        return null;
    }

    public async Task<Refusal?> ArrangedAsync(ActivityDateId date, MeetingNeedId id, CancellationToken ct)
    {
        if (await db.MeetingNeeds.SingleOrDefaultAsync(n => n.Id == id && n.Date == date, ct) is not { } need)
            return new NoSuchMeeting();
        need.IsArranged();
        await followUps.CloseAsync(Subject.Of(id), ct);
        trail.Note(Subject.Of(id), need.Person, "Meetings.Trail.NeedArranged");
        await db.SaveChangesAsync(ct);
        return null;
    }
}
