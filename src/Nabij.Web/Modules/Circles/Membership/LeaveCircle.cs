using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Paper;
using NodaTime;

namespace Nabij.Modules.Circles.Membership;

/// <summary>A neighbour goes, without a reason. Was it a contact, then the reserve takes over.</summary>
public sealed class LeaveCircle(NabijDb db, LookAfterCircle lookAfter, KeepPapers papers, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, PersonId person, CancellationToken ct)
    {
        var member = await db.CircleMembers.Of(id).SingleOrDefaultAsync(m => m.Person == person, ct);
        if (member is null)
            return new NotInThisCircle();
        var circle = await db.Circles.SingleAsync(c => c.Id == id, ct);
        var lookedAfter = circle.IsLookedAfterBy(person);

        member.Leave(clock.GetCurrentInstant().TodayAt());
        circle.StepsBack(person);
        trail.Note(Subject.Of(id), person, "Circles.Trail.Left");
        if (lookedAfter)
            await lookAfter.ReviewAsync(circle, ct);
        await lookAfter.IsMissedAsync(circle, person, ct);
        await papers.BecomeVoidAsync(circle, lookedAfter ? Enum.GetValues<PaperKind>() : [PaperKind.PhoneList], ct);
        return await db.TrySaveAsync(ct) ? null : new CircleChangedMeanwhile();
    }
}
