namespace Nabij.Algorithms.ICalendar.Zones;

/// <summary>STANDARD or DAYLIGHT (RFC 5545, 3.6.5): from these onsets on, clocks show this offset.</summary>
/// <param name="Start">The first onset, on the wall before it.</param>
/// <param name="From">Seconds ahead of universal time before the onset.</param>
/// <param name="To">Seconds ahead of universal time after it.</param>
/// <param name="IsDaylight">Whether it is summer time.</param>
/// <param name="Name">What people call it: CEST.</param>
/// <param name="Rules">When it comes again.</param>
/// <param name="Dates">Further onsets.</param>
internal sealed record Observance(
    CalendarTime Start,
    int From,
    int To,
    bool IsDaylight,
    string Name,
    IReadOnlyList<RecurrenceRule> Rules,
    IReadOnlyList<CalendarTime> Dates
);
