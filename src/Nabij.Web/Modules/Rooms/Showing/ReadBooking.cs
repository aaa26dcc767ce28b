using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;

namespace Nabij.Modules.Rooms.Showing;

/// <summary>A booking with everything that its page shows, and what the reader is to it.</summary>
public sealed record BookingView(
    Booking Booking,
    Room Room,
    Standing Standing,
    IReadOnlyDictionary<PersonId, PersonCard> Names,
    IReadOnlyList<TrailEntry> History,
    IReadOnlyList<Booking> Parts
)
{
    public bool May(Act act) => Booking.Allows(act, Standing);

    public string NameOf(PersonId? person) => person is { } id ? Names.GetValueOrDefault(id)?.FullName ?? "" : "";
}

/// <summary>Reads a booking for who is signed in; null when it does not exist for them.</summary>
public sealed class ReadBooking(NabijDb db, Standings standings, IPeople people, Trail trail)
{
    public async Task<BookingView?> HandleAsync(BookingId id, CancellationToken ct)
    {
        if (await db.Bookings.AsNoTracking().Include(b => b.Dates).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } booking)
            return null;
        if (await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == booking.Room, ct) is not { } room)
            return null;
        var standing = await standings.OfAsync(booking, room, ct);
        if (!booking.Allows(Act.Read, standing))
            return null;
        var whole = booking.PartOf ?? id;
        var parts = await db.Bookings.AsNoTracking().Where(b => b.Id != id && (b.PartOf == whole || b.Id == whole)).OrderBy(b => b.Id).ToListAsync(ct);
        var history = await trail.Of(Subject.Of(id)).AsNoTracking().ToListAsync(ct);
        var who = history.Select(e => e.Who).Append(room.Caretaker).OfType<PersonId>().Append(booking.BookedFor).Distinct();
        return new(booking, room, standing, await people.FindAsync(who, ct), history, parts);
    }
}
