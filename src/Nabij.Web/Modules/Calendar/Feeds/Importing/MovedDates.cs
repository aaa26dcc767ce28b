using Nabij.Algorithms.ICalendar;
using Nabij.Kernel.Time;

namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>
/// An activity of one date that got another start is the same date, moved: who comes is told of the new time, not that it is
/// off. The calendar says only the new start, so the old one is kept as the start that was planned.
/// </summary>
internal static class MovedDates
{
    public static IReadOnlyList<CalendarEvent> Follow(IReadOnlyList<CalendarEvent> known, IReadOnlyList<CalendarEvent> told)
    {
        if (told is not [{ Recurs: false, RecurrenceId: null } single] || PlannedStart(known) is not { } planned)
            return told;
        if (planned.IsDate != single.Start.IsDate || planned.ToInstant(DutchTime.Zone) == single.Start.ToInstant(DutchTime.Zone))
            return told;
        var original = single with { Start = planned, End = null, Duration = new CalendarDuration(0, 3600) };
        return [planned.IsDate ? original with { Duration = null } : original, single with { RecurrenceId = planned }];
    }

    private static CalendarTime? PlannedStart(IReadOnlyList<CalendarEvent> known) =>
        known switch
        {
            [{ Recurs: false, RecurrenceId: null } once] => once.Start,
            [{ Recurs: false, RecurrenceId: null } once, { RecurrenceId: not null }] => once.Start,
            _ => null,
        };
}
