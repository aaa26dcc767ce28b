using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>Answers to 'Wil je dit doen?' and 'Past dit bij jullie?', by link, text message and telephone.</summary>
public sealed class AnswersToLending(NabijDb db, AnswerOffer offer, Changes changes) : IReceiveAnswers
{
    public string SubjectKind => "Lending";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        changes.LeaveToCaller();
        var id = new LendingId(about.Id);
        if (!VolunteerNews.YesOrNo.Contains(answer, StringComparer.Ordinal) || await ShiftOfAsync(id, ct) is not { } shift)
            return new ShiftChangedMeanwhile();
        return await offer.ReceiveAsync(shift, id, person, answer == VolunteerNews.YesOrNo[0], ct);
    }

    private Task<ShiftId?> ShiftOfAsync(LendingId id, CancellationToken ct) =>
        db.Lendings.Where(l => l.Id == id).Select(l => (ShiftId?)l.Shift).SingleOrDefaultAsync(ct);
}
