using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Paper;
using NodaTime;

namespace Nabij.Modules.Circles.Membership;

/// <summary>A neighbour comes into a circle; or, once in it, says something else of themselves.</summary>
public sealed class JoinCircle(NabijDb db, KeepPapers papers, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, PersonId person, bool sharesNumber, string ownWords, CancellationToken ct)
    {
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return new NoSuchCircle();
        var member = await db.CircleMembers.Current.SingleOrDefaultAsync(m => m.Person == person, ct);
        if (member is not null && member.Circle != id)
            return new AlreadyInACircle();
        var isNew = member is null;
        member ??= new CircleMember(id, person, clock.GetCurrentInstant().TodayAt());
        if (member.Tell(sharesNumber, ownWords) is { } refusal)
            return refusal;

        if (isNew)
            db.Add(member);
        await papers.BecomeVoidAsync(circle, [PaperKind.PhoneList], ct);
        trail.Note(Subject.Of(id), person, isNew ? "Circles.Trail.Joined" : "Circles.Trail.Told");
        return await SaveAsync(person, ct);
    }

    private async Task<Refusal?> SaveAsync(PersonId person, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.CircleMembers.Current.AnyAsync(m => m.Person == person, ct))
                return new AlreadyInACircle(); // somebody else was a moment earlier
            throw;
        }
    }
}
