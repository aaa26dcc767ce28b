namespace Nabij.Algorithms.ICalendar;

/// <summary>An RDATE: a start, and where a PERIOD was given the end or length of that one instance.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends, where the period said so.</param>
/// <param name="Duration">How long it lasts, where the period said so.</param>
public readonly record struct RecurrenceDate(
    CalendarTime Start,
    CalendarTime? End = null,
    CalendarDuration? Duration = null
);
