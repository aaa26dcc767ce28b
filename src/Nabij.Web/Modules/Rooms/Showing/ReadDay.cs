using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Finding;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Showing;

/// <summary>A stretch of a day of a room: free, or somebody's. Whose is for who may know.</summary>
public sealed record DaySpan(LocalTime From, LocalTime Until, Booking? Booking, string? Who, bool MayRead)
{
    public bool IsFree => Booking is null;
}

/// <summary>A room on one day. <paramref name="Closed"/>: why it is not lent then.</summary>
public sealed record RoomDay(Room Room, RoomCard Card, Refusal? Closed, IReadOnlyList<DaySpan> Spans)
{
    public IEnumerable<DaySpan> From(LocalTime from, LocalTime until) => Spans.Where(s => s.From >= from && s.From < until);
}

/// <summary>All rooms on one day.</summary>
public sealed class ReadDay(NabijDb db, RoomsInSight rooms, CheckSeries check, Standings standings, IPeople people, CurrentPerson current, IClock clock)
{
    /// <summary>An empty stretch shorter than this is no room to offer.</summary>
    private const int ShortestFree = 30;

    private sealed record Taken(RoomId Room, Slot Slot, Booking Booking);

    public async Task<IReadOnlyList<RoomDay>> HandleAsync(LocalDate day, int people, RoomAccess access, CancellationToken ct)
    {
        var lent = await db.Rooms.AsNoTracking().Lent.WithHours.ToListAsync(ct);
        var fitting = lent.Where(r => r.People >= people && (r.Access & access) == access).ToList();
        return await HandleAsync(fitting, day, ct);
    }

    public async Task<IReadOnlyList<RoomDay>> HandleAsync(IReadOnlyCollection<Room> fitting, LocalDate day, CancellationToken ct)
    {
        var cards = await rooms.CardsAsync(fitting, ct);
        var bookings = db.Bookings;
        var taken = await (
            from date in db.BookedDates.HeldFrom(day, day)
            join booking in bookings on date.Booking equals booking.Id
            select new { date.Room, date.Date, date.From, date.Until, booking }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        var spans = taken.Select(t => new Taken(t.Room, new(t.Date, t.From, t.Until), t.booking)).ToLookup(t => t.Room);
        var names = await NamesAsync(taken.Select(t => t.booking), ct);
        return [.. fitting.Select(room => Day(room, cards[room.Id], day, [.. spans[room.Id]], names))];
    }

    private RoomDay Day(Room room, RoomCard card, LocalDate day, IReadOnlyList<Taken> taken, IReadOnlyDictionary<PersonId, PersonCard> names)
    {
        var quarters = new TakenQuarters(taken.SelectMany(t => t.Slot.TakenQuarters, (t, q) => (room.Id, day, q)));
        var around = new Surroundings(clock.GetCurrentInstant().TodayAt(), check.Region, quarters, new Dictionary<int, int>());
        var free = room.LeftAt is null ? room.FreeOn(day, around, ShortestFree) : [];
        var spans = free.Select(s => new DaySpan(s.From, s.Until, null, null, false)).Concat(taken.Select(t => Span(t, room, names)));
        return new(room, card, room.ClosedOn(day, check.Region), [.. spans.OrderBy(s => s.From)]);
    }

    private DaySpan Span(Taken taken, Room room, IReadOnlyDictionary<PersonId, PersonCard> names)
    {
        var mayRead = standings.MayKeep(room.Organisation) || taken.Booking.BookedFor == current.IdOrNone || room.Caretaker == current.IdOrNone;
        return new(taken.Slot.From, taken.Slot.Until, taken.Booking, mayRead ? names.GetValueOrDefault(taken.Booking.BookedFor)?.FullName : null, mayRead);
    }

    private async Task<IReadOnlyDictionary<PersonId, PersonCard>> NamesAsync(IEnumerable<Booking> bookings, CancellationToken ct)
    {
        var who = bookings.Select(b => b.BookedFor).Distinct().ToList();
        return who.Count == 0 ? new Dictionary<PersonId, PersonCard>() : await people.FindAsync(who, ct);
    }
}
