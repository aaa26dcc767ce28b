using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.MeetUps;

/// <summary>'Ik kom' or 'Ik kan niet': said by link, by telephone, or typed by who looks after the circle. The last word counts.</summary>
public sealed class AnswerMeetUp(NabijDb db, IClock clock)
{
    public async Task<Refusal?> HandleAsync(MeetUpId id, PersonId person, bool comes, CancellationToken ct)
    {
        if (await db.MeetUps.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meetUp)
            return new MeetUpIsPast();
        if (meetUp.Answer(person, comes, clock.GetCurrentInstant()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(ct);
        return null;
    }
}

/// <summary>Answers to an invitation, also by the neighbour who passed it on.</summary>
public sealed class AnswersToInvitation(NabijDb db, AnswerMeetUp answering) : IReceiveAnswers
{
    public string SubjectKind => "MeetUpGuest";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        var id = new MeetUpGuestId(about.Id);
        return await db.MeetUpGuests.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, ct) is { } guest
            ? await answering.HandleAsync(guest.MeetUp, guest.Person, answer == MeetUpNews.Comes, ct)
            : new MeetUpIsPast();
    }
}
