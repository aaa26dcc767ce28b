using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Modules.Rooms.Finding;

/// <summary>Rooms as other modules see them, and the hours in which they are free.</summary>
public sealed class RoomsInSight(NabijDb db, IDirectory directory, CheckSeries check, AskForRoom ask, CurrentPerson current, IClock clock) : IRooms
{
    /// <summary>Nobody looks further ahead at once.</summary>
    public const int MostDays = 92;
    public const int MostHours = 300;

    public async Task<IReadOnlyList<FreeHours>> FreeAsync(RoomWanted wanted, CancellationToken ct)
    {
        var rooms = (await db.Rooms.AsNoTracking().Lent.WithHours.ToListAsync(ct)).Where(r => Fits(r, wanted)).ToList();
        var days = Period.DaysBetween(wanted.First, wanted.Last);
        if (rooms.Count == 0 || days < 0)
            return [];
        var last = wanted.First.PlusDays(Math.Min(days, MostDays));
        var cards = await CardsAsync(rooms, ct);
        var taken = await db.BookedQuarters.TakenAsync([.. rooms.Select(r => r.Id)], wanted.First, last, ct);
        var around = new Surroundings(clock.GetCurrentInstant().TodayAt(), check.Region, taken, new Dictionary<int, int>());
        return
        [
            .. DaysFrom(wanted.First, last)
                .SelectMany(date => rooms, (date, room) => (date, room))
                .SelectMany(p => p.room.FreeOn(p.date, around, wanted.Minutes), (p, free) => (p.room, free))
                .SelectMany(p => DayPartHours.Within(p.free, wanted.Parts, wanted.Minutes), (p, span) => (p.room, span))
                .Take(MostHours)
                .Select(p => new FreeHours(cards[p.room.Id], p.span.Date, p.span.From, p.span.Until)),
        ];
    }

    public async Task<RoomCard?> FindAsync(RoomId id, CancellationToken ct)
    {
        var room = await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        return room is null ? null : Card(room, (await directory.FindAsync(room.Organisation, ct))?.Name ?? "");
    }

    public async Task<RoomOutlook?> LookAsync(BookingId id, RoomAsk wanted, CancellationToken ct)
    {
        var booked = await db.BookedDates.Where(d => d.Booking == id).OrderBy(d => d.Date).Select(d => d.Date).ToListAsync(ct);
        if (booked.Count > 0)
            return new([.. SeriesOf(wanted).Dates(check.Region).Select(d => new RoomDate(d.Date, booked.Contains(d.Date) ? null : new RoomTakenThen()))], null);
        return await check.HandleAsync(SeriesOf(wanted), BookerOf(wanted), ct) is { } series
            ? new([.. series.Dates.Select(d => new RoomDate(d.Date, d.Conflict))], series.Refusal)
            : null;
    }

    public Task<Refusal?> AskAsync(BookingId id, RoomAsk wanted, IReadOnlyCollection<LocalDate> leaveOut, CancellationToken ct) =>
        ask.HandleAsync(id, SeriesOf(wanted), BookerOf(wanted), leaveOut.ToDictionary(day => day, Instead (_) => new Instead.LeaveOut()), ct);

    private static AskedSeries SeriesOf(RoomAsk wanted) => new(wanted.Room, wanted.Occasion, wanted.First, wanted.Every, wanted.Last);

    private Booker BookerOf(RoomAsk wanted) => new(wanted.BookedFor, null, current.Id);

    public async Task<IReadOnlyDictionary<RoomId, RoomCard>> CardsAsync(IReadOnlyCollection<Room> rooms, CancellationToken ct)
    {
        var owners = (await directory.AllAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
        return rooms.ToDictionary(r => r.Id, r => Card(r, owners.GetValueOrDefault(r.Organisation, "")));
    }

    private static RoomCard Card(Room room, string owner) =>
        new(room.Id, room.Name, room.Organisation, owner, room.Where, room.Buurt, room.People, room.Access, room.CentsPerHour);

    private static bool Fits(Room room, RoomWanted wanted) =>
        room.People >= wanted.People
        && (room.Access & wanted.Access) == wanted.Access
        && (wanted.Use is not { } use || (room.Uses & use) != RoomUse.None)
        && room.LongestMinutes >= wanted.Minutes;

    private static IEnumerable<LocalDate> DaysFrom(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
            yield return day;
    }
}
