using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;

namespace Nabij.Modules.Rooms.Following;

/// <summary>Finds out what somebody is to a booking, and so whether it exists for them.</summary>
public sealed class Standings(NabijDb db, RoomNews news, CurrentPerson current)
{
    /// <summary>The booking with its room, if who is signed in may do this with it now; else why not.</summary>
    public async Task<(Booking? Booking, Room? Room, Refusal? Refusal)> MayAsync(Act act, BookingId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (booking, room))
            return (null, null, new NoSuchBooking());
        var standing = await OfAsync(booking, room, ct);
        return booking.Allows(act, standing) ? (booking, room, null)
            : booking.Allows(Act.Read, standing) ? (null, null, new RoomBookingChanged())
            : (null, null, new NoSuchBooking());
    }

    public async Task<(Booking Booking, Room Room)?> FindAsync(BookingId id, CancellationToken ct)
    {
        var booking = await db.Bookings.Include(b => b.Dates).ThenInclude(d => d.Quarters).SingleOrDefaultAsync(b => b.Id == id, ct);
        if (booking is null || await db.Rooms.SingleOrDefaultAsync(r => r.Id == booking.Room, ct) is not { } room)
            return null;
        return (booking, room);
    }

    public async Task<Standing> OfAsync(Booking booking, Room room, CancellationToken ct)
    {
        if (current.IdOrNone is not { } person)
            return Standing.Nobody;
        var standing = current.Is(Role.DistrictSupporter) ? Standing.Desk : Standing.Nobody;
        if (person == booking.BookedFor || Edits(booking.Organisation))
            standing |= Standing.Booker;
        if (person == room.Caretaker)
            standing |= Standing.Caretaker;
        if (Edits(room.Organisation) || person == await news.OwnerOfAsync(room, ct))
            standing |= Standing.Owner;
        return standing;
    }

    /// <summary>Whether who is signed in keeps what is said about rooms of this organisation true.</summary>
    public bool MayKeep(OrganisationId organisation) => current.Is(Role.DistrictSupporter) || Edits(organisation);

    private bool Edits(OrganisationId? organisation) => organisation is { } id && current.Is(Role.Editor, id.Value);
}
