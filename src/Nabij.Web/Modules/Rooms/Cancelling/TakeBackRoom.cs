using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Cancelling;

/// <summary>The owner needs the room after all. Who had it hears so, and the desk looks for another room with them.</summary>
public sealed class TakeBackRoom(Standings standings, RoomNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(BookingId id, IReadOnlyCollection<Guid> which, CancellationToken ct)
    {
        var (booking, room, refusal) = await standings.MayAsync(Act.TakeBack, id, ct);
        if (booking is null || room is null)
            return refusal;
        var dates = booking.Held.Where(d => which.Contains(d.Id.Value)).ToList();
        if (booking.TakeBack(which, room.NoticeDays, changes.Now.TodayAt(), changes.Now) is { } refused)
            return refused;

        if (booking.IsOpen)
            changes.Note(booking, "RoomChange.DateTakenBack");
        await news.ForgetDatesAsync(dates, ct);
        await news.TellBookerAsync(booking, room, "Rooms.TakenBack", dates, ct);
        return await changes.SaveAsync(booking, room, ct) ? null : new RoomBookingChanged();
    }
}
