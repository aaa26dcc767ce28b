using Nabij.Kernel;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Confirming;

/// <summary>The owner says yes or no: by the link, by text message, on the page, or on the telephone to the desk.</summary>
public sealed class AnswerForOwner(Standings standings, RoomNews news, Changes changes)
{
    /// <summary>On the page, by who is signed in.</summary>
    public async Task<Refusal?> HandleAsync(BookingId id, bool yes, CancellationToken ct)
    {
        var (booking, room, refusal) = await standings.MayAsync(yes ? Act.Confirm : Act.Decline, id, ct);
        return refusal ?? await AnswerAsync(booking!, room!, yes, null, ct); // without a refusal there are both
    }

    /// <summary>By who was asked, without being signed in.</summary>
    public async Task<Refusal?> ReceiveAsync(BookingId id, PersonId owner, bool yes, CancellationToken ct)
    {
        if (await standings.FindAsync(id, ct) is not var (booking, room) || owner != await news.OwnerOfAsync(room, ct))
            return new NoSuchBooking();
        return await AnswerAsync(booking, room, yes, owner, ct);
    }

    private async Task<Refusal?> AnswerAsync(Booking booking, Room room, bool yes, PersonId? by, CancellationToken ct)
    {
        var dates = booking.Held.ToList();
        if ((yes ? booking.Confirm(changes.Now) : booking.Decline(changes.Now)) is { } refusal)
            return refusal;
        await news.ForgetAsync(booking, dates, ct);
        await news.TellBookerAsync(booking, room, yes ? "Rooms.Confirmed" : "Rooms.Declined", dates, ct);
        return await changes.SaveAsync(booking, room, ct, by) ? null : new RoomBookingChanged();
    }
}
