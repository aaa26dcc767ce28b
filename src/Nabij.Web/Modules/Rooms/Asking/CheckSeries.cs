using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Modules.Rooms.Asking;

/// <summary>A date of what was asked: left out by itself, possible, or with something in its way and what could be done instead.</summary>
public sealed record CheckedDate(Slot Slot, LeftOut? LeftOut, Refusal? Conflict, Slot? OtherTime, IReadOnlyList<Room> OtherRooms)
{
    public LocalDate Date => Slot.Date;
    public bool IsPossible => LeftOut is null && Conflict is null;
}

/// <summary>What was asked, every date looked at. <paramref name="Refusal"/>: why the room is not for this at all.</summary>
public sealed record CheckedSeries(AskedSeries Asked, Room Room, Refusal? Refusal, IReadOnlyList<CheckedDate> Dates, HolidayRegion? Region)
{
    public IEnumerable<CheckedDate> Conflicts => Dates.Where(d => d.Conflict is not null);
}

/// <summary>Looks at every date of what is asked, before anything is confirmed: rules, holidays, closures, other bookings.</summary>
public sealed class CheckSeries(NabijDb db, CurrentCommunity community, IClock clock)
{
    /// <summary>This many other rooms are offered for a date.</summary>
    private const int MostOtherRooms = 4;

    public HolidayRegion? Region => SchoolHolidays.RegionOf(community.Entered.Municipality);

    /// <summary>Null when there is no such room.</summary>
    public async Task<CheckedSeries?> HandleAsync(AskedSeries asked, Booker booker, CancellationToken ct)
    {
        var rooms = await db.Rooms.AsNoTracking().Lent.WithHours.ToListAsync(ct);
        if (rooms.Find(r => r.Id == asked.Room) is not { } room)
            return null;
        if ((room.RefusalOf(asked.Occasion, booker.Organisation is not null) ?? asked.RefusalOfDates(Region)) is { } refusal)
            return new(asked, room, refusal, [], Region);

        var dates = asked.Dates(Region);
        var around = await AroundAsync(rooms, room, booker, dates[0].Date, dates[^1].Date, ct);
        var others = rooms.Where(r => r.Id != room.Id && r.RefusalOf(asked.Occasion, booker.Organisation is not null) is null).ToList();
        var checks = room.Check(dates.Where(d => d.LeftOut is null).Select(d => asked.On(d.Date)), around).ToDictionary(c => c.Slot.Date);
        return new(asked, room, null, [.. dates.Select(d => Checked(d, asked, checks.GetValueOrDefault(d.Date), room, others, around))], Region);
    }

    private static CheckedDate Checked(RepeatDate date, AskedSeries asked, DateCheck? check, Room room, List<Room> others, Surroundings around)
    {
        var slot = asked.On(date.Date);
        if (check?.Conflict is not { } conflict)
            return new(slot, date.LeftOut, null, null, []);
        var elsewhere = around with { HadPerYear = new Dictionary<int, int>() };
        return new(
            slot,
            null,
            conflict,
            conflict is RoomTakenThen or RoomOutsideHours ? room.OtherTime(slot, around) : null,
            [.. others.Where(r => r.MostPerYear is null && r.ConflictOn(slot, elsewhere) is null).Take(MostOtherRooms)]
        );
    }

    private async Task<Surroundings> AroundAsync(List<Room> rooms, Room room, Booker booker, LocalDate first, LocalDate last, CancellationToken ct)
    {
        var taken = await db.BookedQuarters.TakenAsync([.. rooms.Select(r => r.Id)], first, last, ct);
        var had = room.MostPerYear is null ? [] : await HadAsync(room, booker, first.Year, last.Year, ct);
        return new(clock.GetCurrentInstant().TodayAt(), Region, taken, had);
    }

    /// <summary>On how many days these people have the room already, by year.</summary>
    private async Task<Dictionary<int, int>> HadAsync(Room room, Booker booker, int firstYear, int lastYear, CancellationToken ct)
    {
        var theirs = booker.Organisation is { } organisation
            ? db.Bookings.Where(b => b.Organisation == organisation)
            : db.Bookings.Where(b => b.BookedFor == booker.For && b.Organisation == null);
        var ids = theirs.Where(b => b.Room == room.Id).Select(b => b.Id);
        var days = await db.BookedDates.HeldFrom(new(firstYear, 1, 1), new(lastYear, 12, 31))
            .Where(d => ids.Contains(d.Booking))
            .Select(d => d.Date)
            .Distinct()
            .ToListAsync(ct);
        return days.CountBy(d => d.Year).ToDictionary();
    }
}
