using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Cancelling;

/// <summary>Who has a room no longer needs it: on one date, or at all. The owner hears that it is free again.</summary>
public sealed class CancelBooking(Standings standings, RoomNews news, Changes changes)
{
    public Task<Refusal?> AllAsync(BookingId id, CancellationToken ct) =>
        HandleAsync(id, d => d.Date >= changes.Now.TodayAt(), b => b.Cancel(changes.Now), ct);

    public Task<Refusal?> OneAsync(BookingId id, Guid date, CancellationToken ct) =>
        HandleAsync(id, d => d.Id.Value == date, b => b.CancelOn(date, changes.Now.TodayAt(), changes.Now), ct);

    private async Task<Refusal?> HandleAsync(BookingId id, Func<BookedDate, bool> which, Func<Booking, Refusal?> cancel, CancellationToken ct)
    {
        var (booking, room, refusal) = await standings.MayAsync(Act.Cancel, id, ct);
        if (booking is null || room is null)
            return refusal;
        var dates = booking.Held.Where(which).ToList();
        if (cancel(booking) is { } refused)
            return refused;

        if (booking.IsOpen)
            changes.Note(booking, "RoomChange.DateCancelled");
        else
            await news.ForgetAsync(booking, [], ct);
        await news.ForgetDatesAsync(dates, ct);
        await news.TellOwnerFreeAsync(booking, room, dates, ct);
        return await changes.SaveAsync(booking, room, ct) ? null : new RoomBookingChanged();
    }
}
