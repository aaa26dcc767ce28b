using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Membership;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing.Asking;

/// <summary>What somebody said when they were asked for a circle.</summary>
public enum CircleAnswer
{
    YesWithNumber,
    YesWithoutNumber,
    No,
}

/// <summary>Notes what a resident said; the last answer ends the round.</summary>
public sealed class NoteAnswer(NabijDb db, ResidentsToAsk residents, JoinCircle join, FollowProposal follow, AnswerTrail trail)
{
    public async Task<Refusal?> HandleAsync(AskRoundId id, PersonId person, CircleAnswer answer, CancellationToken ct)
    {
        if (await residents.FindAsync(id, ct) is not { } list)
            return new NoSuchAskRound();
        if (list.ToAsk.FirstOrDefault(r => r.Person.Id == person) is not { } resident)
            return new NotToBeAskedHere();
        var refusal = answer is CircleAnswer.No
            ? await DeclineAsync(person, ct)
            : await join.HandleAsync(resident.Circle, person, answer is CircleAnswer.YesWithNumber, "", ct);
        return refusal ?? (list.ToAsk.Count == 1 ? await CloseAsync(id, ct) : null);
    }

    /// <summary>It is done: whoever was not found may still come into a circle in the usual way.</summary>
    public async Task<Refusal?> CloseAsync(AskRoundId id, CancellationToken ct)
    {
        if (await db.AskRounds.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } round)
            return new NoSuchAskRound();
        trail.Closed(round);
        await follow.CloseAsync(round, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<Refusal?> DeclineAsync(PersonId person, CancellationToken ct)
    {
        db.Add(trail.Declined(person));
        return await db.TrySaveAsync(ct) ? null : new NotToBeAskedHere();
    }
}

/// <summary>Writes down that somebody declined, or that a round is over.</summary>
public sealed class AnswerTrail(Trail trail, IClock clock)
{
    public Declined Declined(PersonId person)
    {
        trail.Note(Subject.Of(person), person, "Circles.Trail.Declined");
        return new(person, clock.GetCurrentInstant());
    }

    public void Closed(AskRound round)
    {
        round.Close(clock.GetCurrentInstant());
        trail.Note(Subject.Of(round.Id), null, "Circles.Trail.AskRoundClosed");
    }
}
