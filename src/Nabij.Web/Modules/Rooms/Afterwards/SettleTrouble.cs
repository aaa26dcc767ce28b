using Nabij.Kernel;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Afterwards;

/// <summary>The desk has talked it over: another room was found, or it was cleaned after all.</summary>
public sealed class SettleTrouble(Standings standings, Changes changes)
{
    public async Task<Refusal?> HandleAsync(BookingId id, CancellationToken ct)
    {
        var (booking, room, refusal) = await standings.MayAsync(Act.Settle, id, ct);
        if (booking is null || room is null)
            return refusal;
        booking.Settle();
        changes.Note(booking, "RoomChange.Settled");
        return await changes.SaveAsync(booking, room, ct) ? null : new RoomBookingChanged();
    }
}
