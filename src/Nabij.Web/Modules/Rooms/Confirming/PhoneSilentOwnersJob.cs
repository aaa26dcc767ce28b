using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Confirming;

/// <summary>Puts owners who said nothing on the call list; ends what the first day came of before anybody said yes.</summary>
public sealed class PhoneSilentOwnersJob(NabijDb db, Standings standings, RoomNews news, Changes changes) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var id in await db.Bookings.Due(BookingState.Asked, changes.Now).ToListAsync(ct))
        {
            if (await standings.FindAsync(id, ct) is var (booking, room))
                await HandleAsync(booking, room, ct);
        }
    }

    private async Task HandleAsync(Booking booking, Room room, CancellationToken ct)
    {
        var dates = booking.Held.ToList();
        if (booking.Expire(changes.Now))
        {
            await news.ForgetAsync(booking, dates, ct);
            await news.TellBookerAsync(booking, room, "Rooms.NobodyAnswered", dates, ct);
        }
        else if (booking.PhoneOwner(changes.Now))
            await news.AskOwnerAsync(booking, room, byPhone: true, ct);
        else
            return;
        await changes.SaveAsync(booking, room, ct);
    }
}
