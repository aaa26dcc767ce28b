using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Modules.Rooms.Asking;

/// <summary>A room, for what, and on which dates: one, or as often as it comes round.</summary>
public sealed record AskedSeries(
    RoomId Room,
    RoomOccasion Occasion,
    LocalDate First,
    RepeatEvery? Every = null,
    LocalDate? Last = null,
    bool NotInSchoolHolidays = false,
    bool NotOnPublicHolidays = false
)
{
    /// <summary>What is wrong with the dates, before any room is looked at.</summary>
    public Refusal? RefusalOfDates(HolidayRegion? region) =>
        this switch
        {
            { Every: null } => null,
            { Last: null } => new RoomDateMissing(),
            _ when Last < First => new RoomDateMissing(),
            { NotInSchoolHolidays: true } when region is not { } r || SchoolHolidays.KnownUntil(r) < Last => new RoomHolidaysUnknown(),
            _ when Dates(region).Count > Booking.MaxDates => new RoomSeriesTooLong(),
            _ => null,
        };

    public Slot On(LocalDate date) => new(date, Occasion.From, Occasion.Until);

    /// <summary>Every date it comes round to, also those that are left out, with why.</summary>
    public IReadOnlyList<RepeatDate> Dates(HolidayRegion? region) =>
        AsRepeat(region) is { } repeat ? [.. repeat.Dates] : [new RepeatDate(First, null)];

    /// <summary>How it comes round, to be told in words; null is once.</summary>
    public Repeat? AsRepeat(HolidayRegion? region) =>
        Every is { } every ? new(every, First, Last ?? First, NotInSchoolHolidays ? region : null, NotOnPublicHolidays) : null;
}
