using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.MeetUps;

/// <summary>The circle comes together: everybody in it is told by their own channel and asked whether they come.</summary>
public sealed class PlanMeetUp(NabijDb db, MeetUpNews news, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, string what, string place, LocalDate? day, LocalTime? time, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return new NoSuchCircle();
        if (MeetUp.RefusalOf(what, place, day, time, now) is { } refusal)
            return refusal;

        var meetUp = new MeetUp(id, what.Trim(), place.Trim(), day!.Value, time!.Value); // not refused, so both are there
        var members = await db.CircleMembers.Of(id).ToListAsync(ct);
        meetUp.Invite(members.Select(m => m.Person));
        db.Add(meetUp);
        trail.Note(Subject.Of(id), null, "Circles.Trail.MeetUpPlanned");
        await news.InviteAsync(circle, meetUp, members, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
