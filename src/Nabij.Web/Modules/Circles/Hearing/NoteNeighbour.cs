using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>A note in one tap. A wish for contact stands with the contact, a worry on the desk, until somebody spoke.</summary>
public sealed class NoteNeighbour(NabijDb db, IHeardFrom heard, NoteFollowUps followUps, CurrentPerson current, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, PersonId person, NoteKind kind, CancellationToken ct)
    {
        if (!await db.CircleMembers.Of(id).AnyAsync(m => m.Person == person, ct))
            return new NotInThisCircle();
        var circle = await db.Circles.SingleAsync(c => c.Id == id, ct);
        var today = clock.GetCurrentInstant().TodayAt();
        db.Add(new CircleNote(person, kind, current.Id, today));
        await heard.HearAsync(CircleNote.IsHeard(kind) ? [person, current.Id] : [current.Id], today, ct);
        await followUps.FollowAsync(circle, person, kind, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}

/// <summary>What follows from a note. Saved by the caller.</summary>
public sealed class NoteFollowUps(IFollowUps followUps, IPeople people, CurrentPerson current, IClock clock)
{
    private static readonly Duration TimeToCall = Duration.FromDays(3);
    private static readonly Duration TimeToLook = Duration.FromDays(1);

    public async Task FollowAsync(Circle circle, PersonId person, NoteKind kind, CancellationToken ct)
    {
        if (kind is NoteKind.WantsContact)
            await OpenAsync(circle, person, Follow.Wish(person), "Circles.FollowUp.WantsContact", TimeToCall, circle.FirstContact, circle.SecondContact ?? circle.Reserve, ct);
        else if (kind is NoteKind.Worry)
            await OpenAsync(circle, person, Follow.Worry(person), "Circles.FollowUp.Worry", TimeToLook, null, null, ct);
        else if (kind is not NoteKind.NotHome)
            await SpokenAsync(person, ct);
    }

    /// <summary>Who spoke with somebody settled the wish; a worry is settled by the desk.</summary>
    private async Task SpokenAsync(PersonId person, CancellationToken ct)
    {
        await followUps.CloseAsync(Follow.Wish(person), ct);
        if (current.MayKeep())
            await followUps.CloseAsync(Follow.Worry(person), ct);
    }

    private async Task OpenAsync(Circle circle, PersonId person, Subject about, string reason, Duration within, PersonId? owner, PersonId? standIn, CancellationToken ct)
    {
        var name = (await people.FindAsync(person, ct))?.FullName ?? "";
        await followUps.OpenOnceAsync(new(about, reason, name, $"cirkels/{circle.Id.Value}/overzicht", clock.GetCurrentInstant() + within, owner, standIn), ct);
    }
}
