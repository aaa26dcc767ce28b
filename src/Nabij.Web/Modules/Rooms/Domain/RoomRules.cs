using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>The owner's rules as checks: of what is asked as a whole, and of each date. Pages and commands ask the same.</summary>
public static class RoomRules
{
    /// <summary>Why the room is not for this at all; null is that it depends on the date.</summary>
    public static Refusal? RefusalOf(this Room room, RoomOccasion occasion, bool byOrganisation) =>
        occasion switch
        {
            _ when room.LeftAt is not null => new RoomNoLongerLent(),
            _ when occasion.Purpose.Trim().Length is 0 or > Booking.MaxPurposeLength => new RoomPurposeMissing(),
            _ when occasion.Until <= occasion.From || !Quarters.Begin(occasion.From) || !Quarters.Begin(occasion.Until) => new RoomTimesAreWrong(),
            _ when occasion.Minutes > room.LongestMinutes => new RoomNotThatLong(),
            _ when occasion.People < 1 || occasion.People > room.People => new RoomTooSmall(),
            _ when (room.Uses & occasion.Use) == RoomUse.None => new RoomNotForThis(),
            _ when room.Guests == RoomGuests.OrganisationsOnly && !byOrganisation => new RoomForOrganisationsOnly(),
            _ => null,
        };

    /// <summary>Why the room cannot be had on this date; null is that it can.</summary>
    public static Refusal? ConflictOn(this Room room, Slot slot, Surroundings around) =>
        slot switch
        {
            _ when slot.Date < around.Today => new RoomDateIsPast(),
            _ when slot.Date < around.Today.PlusDays(room.LeadDays) => new RoomAskedTooLate(),
            _ when room.ClosedOn(slot.Date, around.Region) is { } closed => closed,
            _ when room.HoursOn(slot.Date) is { } open && (slot.From < open.From || slot.Until > open.Until) => new RoomOutsideHours(),
            _ when around.Taken.Overlap(room.Id, slot) => new RoomTakenThen(),
            _ when room.MostPerYear is { } most && around.HadIn(slot.Date.Year) >= most => new RoomHadOftenEnough(),
            _ => null,
        };

    /// <summary>Each date with what is in its way, the dates before it counted.</summary>
    public static IReadOnlyList<DateCheck> Check(this Room room, IEnumerable<Slot> slots, Surroundings around)
    {
        var checks = new List<DateCheck>();
        foreach (var slot in slots)
        {
            var conflict = room.ConflictOn(slot, around);
            checks.Add(new(slot, conflict));
            if (conflict is null)
                around = around.AndOneIn(slot.Date.Year);
        }
        return checks;
    }

    /// <summary>The spans of this date that are open and nobody has, from long enough on.</summary>
    public static IEnumerable<Slot> FreeOn(this Room room, LocalDate date, Surroundings around, int minutes)
    {
        if (date < around.Today.PlusDays(room.LeadDays) || room.ClosedOn(date, around.Region) is not null || room.HoursOn(date) is not { } open)
            return [];
        return around
            .Taken.Gaps(room.Id, date, Quarters.Of(open.From), Quarters.Of(open.Until))
            .Select(gap => new Slot(date, Quarters.Start(gap.From), Quarters.Start(gap.Until)))
            .Where(free => free.Minutes >= minutes);
    }

    /// <summary>The time nearest to this one at which the room is free on the same date for as long; null when there is none.</summary>
    public static Slot? OtherTime(this Room room, Slot wanted, Surroundings around) =>
        room.FreeOn(wanted.Date, around, wanted.Minutes)
            .Select(free => Nearest(free, wanted))
            .Where(slot => room.ConflictOn(slot, around) is null)
            .Select(slot => (Slot?)slot)
            .OrderBy(slot => Math.Abs(Quarters.Of(slot!.Value.From) - Quarters.Of(wanted.From)))
            .ThenByDescending(slot => slot!.Value.From) // rather later than earlier
            .FirstOrDefault();

    private static Slot Nearest(Slot free, Slot wanted)
    {
        var length = Quarters.Of(wanted.Until) - Quarters.Of(wanted.From);
        var start = Math.Clamp(Quarters.Of(wanted.From), Quarters.Of(free.From), Quarters.Of(free.Until) - length);
        return new(wanted.Date, Quarters.Start(start), Quarters.Start(start + length));
    }
}

/// <summary>A date that was asked for, and what is in its way.</summary>
public sealed record DateCheck(Slot Slot, Refusal? Conflict);

/// <summary>What else is known when a date is checked.</summary>
/// <param name="Today">The day on which it is asked.</param>
/// <param name="Region">Whose school holidays count; null where we do not know.</param>
/// <param name="Taken">What others have already.</param>
/// <param name="HadPerYear">On how many days these people have this room already, by year.</param>
public sealed record Surroundings(LocalDate Today, HolidayRegion? Region, TakenQuarters Taken, IReadOnlyDictionary<int, int> HadPerYear)
{
    public int HadIn(int year) => HadPerYear.GetValueOrDefault(year);

    public Surroundings AndOneIn(int year) => this with { HadPerYear = new Dictionary<int, int>(HadPerYear) { [year] = HadIn(year) + 1 } };
}
