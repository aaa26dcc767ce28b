using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Afterwards;

/// <summary>Asks the day after whether the room was left clean, and ends what is past.</summary>
public sealed class LookBackOnRoomsJob(NabijDb db, Standings standings, RoomNews news, Changes changes) : ICommunityJob
{
    /// <summary>What is longer ago is not asked any more.</summary>
    private const int Days = 5;

    public async Task RunAsync(CancellationToken ct)
    {
        var past = await db.Bookings.Due(BookingState.Confirmed, changes.Now).ToListAsync(ct);
        foreach (var id in past.Union(await ToAskAfterAsync(changes.Now.TodayAt(), ct)))
        {
            if (await standings.FindAsync(id, ct) is var (booking, room))
                await HandleAsync(booking, room, changes.Now.TodayAt(), ct);
        }
    }

    private Task<List<BookingId>> ToAskAfterAsync(LocalDate today, CancellationToken ct)
    {
        var confirmed = db.Bookings.Where(b => b.State == BookingState.Confirmed).Select(b => b.Id);
        return db.BookedDates.HeldFrom(today.PlusDays(-Days), today.PlusDays(-1))
            .Where(d => d.AskedAfterAt == null && confirmed.Contains(d.Booking))
            .Select(d => d.Booking)
            .Distinct()
            .ToListAsync(ct);
    }

    private async Task HandleAsync(Booking booking, Room room, LocalDate today, CancellationToken ct)
    {
        foreach (var date in booking.Held.Where(d => d.Date < today && d.AskedAfterAt is null).ToList())
        {
            date.AskedAfter(changes.Now);
            if (booking.AsksAfter(date) && date.Date >= today.PlusDays(-Days))
                await news.AskHowLeftAsync(booking, room, date, ct);
        }
        booking.EndAfter(today, changes.Now);
        await changes.SaveAsync(booking, room, ct);
    }
}
