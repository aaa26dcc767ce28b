using NodaTime;

namespace Nabij.Algorithms.ICalendar;

/// <summary>One time that an event takes place.</summary>
/// <param name="Event">The event with its words: the series, or the change to this instance.</param>
/// <param name="At">When it starts, on the wall where it takes place.</param>
/// <param name="Start">When it starts; for a date, its midnight in the floating zone.</param>
/// <param name="End">When it is over.</param>
/// <param name="Days">For an event of whole days how many; 0 for one with a time.</param>
public readonly record struct Occurrence(CalendarEvent Event, CalendarTime At, Instant Start, Instant End, int Days)
{
    /// <summary>Whether dates were given, not times.</summary>
    public bool AllDay => Days > 0;

    /// <summary>For whole days: the first.</summary>
    public LocalDate FirstDate => At.Date;

    /// <summary>For whole days: the day after the last.</summary>
    public LocalDate DateAfter => At.Date.PlusDays(Days);
}
