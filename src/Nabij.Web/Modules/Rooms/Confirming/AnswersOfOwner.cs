using Nabij.Kernel;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Confirming;

/// <summary>Answers to 'Mag het?', by link, text message and telephone.</summary>
public sealed class AnswersOfOwner(AnswerForOwner owner, Changes changes) : IReceiveAnswers
{
    public string SubjectKind => "Booking";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        changes.LeaveToCaller();
        return RoomNews.YesOrNo.Contains(answer, StringComparer.Ordinal)
            ? await owner.ReceiveAsync(new BookingId(about.Id), person, answer == RoomNews.YesOrNo[0], ct)
            : new RoomBookingChanged();
    }
}
