using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Modules.Rooms.Showing;

/// <summary>One date in a list: which room, when, for whom.</summary>
public sealed record ListedDate(Room Room, Booking Booking, Slot Slot, string Who, string? Caretaker);

/// <summary>The lists of dates that are to come: one's own, and those for which somebody brings the key.</summary>
public sealed class ReadBookings(NabijDb db, IPeople people, CurrentPerson current, IClock clock)
{
    private const int Most = 100;
    private const int DaysOfKeys = 14;

    public LocalDate Today => clock.GetCurrentInstant().TodayAt();

    /// <summary>What is booked for who is signed in, and for the organisations whose page they keep.</summary>
    public Task<IReadOnlyList<ListedDate>> MineAsync(CancellationToken ct)
    {
        var (me, organisations) = (current.Id, current.ScopesOf(Role.Editor).Select(s => (OrganisationId?)new OrganisationId(s)).ToList());
        var mine = db.Bookings.Where(b => b.BookedFor == me || organisations.Contains(b.Organisation));
        return ListAsync(mine, db.Rooms, Today.PlusYears(2), ct);
    }

    /// <summary>What waits for a yes of who is signed in.</summary>
    public Task<IReadOnlyList<ListedDate>> ToAnswerAsync(CancellationToken ct)
    {
        var (me, organisations) = (current.Id, current.ScopesOf(Role.Editor).Select(s => new OrganisationId(s)).ToList());
        var rooms = db.Rooms.Where(r => r.Contact == me || organisations.Contains(r.Organisation));
        return ListAsync(db.Bookings.Where(b => b.State == BookingState.Asked), rooms, Today.PlusYears(2), ct);
    }

    /// <summary>For whom the key is to be brought in the coming two weeks; the desk sees all rooms.</summary>
    public Task<IReadOnlyList<ListedDate>> KeysAsync(CancellationToken ct)
    {
        var me = current.Id;
        var rooms = current.Is(Role.DistrictSupporter) ? db.Rooms : db.Rooms.Where(r => r.Caretaker == me);
        return ListAsync(db.Bookings.Where(b => b.State == BookingState.Confirmed), rooms, Today.PlusDays(DaysOfKeys), ct);
    }

    private async Task<IReadOnlyList<ListedDate>> ListAsync(IQueryable<Booking> bookings, IQueryable<Room> rooms, LocalDate last, CancellationToken ct)
    {
        var listed = await (
            from date in db.BookedDates.HeldFrom(Today, last)
            join booking in bookings on date.Booking equals booking.Id
            join room in rooms on date.Room equals room.Id
            orderby date.Date, date.From, date.Id
            select new { room, booking, date.Date, date.From, date.Until }
        )
            .AsNoTracking()
            .Take(Most)
            .ToListAsync(ct);
        if (listed.Count == 0)
            return [];
        var names = await people.FindAsync(listed.SelectMany(l => new[] { l.booking.BookedFor, l.room.Caretaker ?? l.booking.BookedFor }).Distinct(), ct);
        return
        [
            .. listed.Select(l => new ListedDate(
                l.room,
                l.booking,
                new(l.Date, l.From, l.Until),
                names.GetValueOrDefault(l.booking.BookedFor)?.FullName ?? "",
                l.room.Caretaker is { } caretaker ? names.GetValueOrDefault(caretaker)?.FullName : null
            )),
        ];
    }
}
