using Nabij.Kernel;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Afterwards;

/// <summary>'Is alles schoon achtergelaten?' When it was not, the desk talks to who had the room.</summary>
public sealed class SayHowLeft(Standings standings, RoomNews news, Changes changes)
{
    /// <summary>On the page, by who is signed in.</summary>
    public async Task<Refusal?> HandleAsync(BookingId id, Guid date, bool clean, CancellationToken ct)
    {
        var (booking, room, refusal) = await standings.MayAsync(Act.SayHowLeft, id, ct);
        return booking is null || room is null ? refusal : await SayAsync(booking, room, date, clean, null, ct);
    }

    /// <summary>By who was asked, without being signed in.</summary>
    public async Task<Refusal?> ReceiveAsync(BookingId id, Guid date, PersonId keeper, bool clean, CancellationToken ct)
    {
        if (await standings.FindAsync(id, ct) is not var (booking, room))
            return new NoSuchBooking();
        if (keeper != room.Caretaker && keeper != await news.OwnerOfAsync(room, ct))
            return new NoSuchBooking();
        return await SayAsync(booking, room, date, clean, keeper, ct);
    }

    private async Task<Refusal?> SayAsync(Booking booking, Room room, Guid date, bool clean, PersonId? by, CancellationToken ct)
    {
        if (booking.LeftBehind(date, clean) is { } refusal)
            return refusal;
        changes.Note(booking, clean ? "RoomChange.LeftClean" : "RoomChange.LeftNotClean", by);
        return await changes.SaveAsync(booking, room, ct, by) ? null : new RoomBookingChanged();
    }
}
