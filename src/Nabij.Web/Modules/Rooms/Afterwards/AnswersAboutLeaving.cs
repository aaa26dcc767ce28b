using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Afterwards;

/// <summary>Answers to 'Is alles schoon achtergelaten?', by link, text message and telephone.</summary>
public sealed class AnswersAboutLeaving(NabijDb db, SayHowLeft say, Changes changes) : IReceiveAnswers
{
    public string SubjectKind => "BookedDate";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        changes.LeaveToCaller();
        var id = new BookedDateId(about.Id);
        var bookings = await db.BookedDates.Where(d => d.Id == id).Select(d => d.Booking).ToListAsync(ct);
        return bookings is [var booking] && RoomNews.CleanOrNot.Contains(answer, StringComparer.Ordinal)
            ? await say.ReceiveAsync(booking, about.Id, person, answer == RoomNews.CleanOrNot[0], ct)
            : new NoSuchBooking();
    }
}
