using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Keys;

/// <summary>Tells who has a room where the key is, the day before; and the code, on the day itself.</summary>
public sealed class RemindOfKeysJob(NabijDb db, Standings standings, RoomNews news, Changes changes) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = changes.Now.InZone(DutchTime.Zone).LocalDateTime;
        foreach (var id in await BookingsAsync(now.Date, ct))
        {
            if (await standings.FindAsync(id, ct) is not var (booking, room))
                continue;
            foreach (var date in booking.Held.Where(d => d.Date + d.Until > now))
                await TellAsync(booking, room, date, now, ct);
            await changes.TrySaveAsync(ct);
        }
    }

    private Task<List<BookingId>> BookingsAsync(LocalDate today, CancellationToken ct)
    {
        var confirmed = db.Bookings.Where(b => b.State == BookingState.Confirmed).Select(b => b.Id);
        return db.BookedDates.HeldFrom(today, today.PlusDays(1))
            .Where(d => (d.KeyToldAt == null || d.CodeToldAt == null) && confirmed.Contains(d.Booking))
            .Select(d => d.Booking)
            .Distinct()
            .ToListAsync(ct);
    }

    private async Task TellAsync(Booking booking, Room room, BookedDate date, LocalDateTime now, CancellationToken ct)
    {
        if (date.KeyToldAt is null && now >= date.Date.PlusDays(-1) + BookingTimes.KeyFrom)
        {
            await news.TellKeyAsync(booking, room, date, ct);
            date.KeyTold(changes.Now);
        }
        if (date.CodeToldAt is null && room.KeyCode.Length > 0 && now >= date.Date + BookingTimes.CodeFrom)
        {
            await news.TellCodeAsync(booking, room, date, ct);
            date.CodeTold(changes.Now);
        }
    }
}
