using NodaTime;

namespace Nabij.Algorithms.ICalendar;

/// <summary>STATUS of an event.</summary>
public enum EventStatus
{
    /// <summary>It takes place: CONFIRMED, or nothing was said.</summary>
    Confirmed,

    /// <summary>Not certain yet.</summary>
    Tentative,

    /// <summary>It does not take place.</summary>
    Cancelled,
}

/// <summary>
/// A VEVENT: one activity, a series of them, or a change to one instance of a series. Attendees and alarms are not
/// read: we need not know who comes to another organisation's activity.
/// </summary>
public sealed record CalendarEvent
{
    /// <summary>UID; empty where the feed gave none.</summary>
    public required string Uid { get; init; }

    /// <summary>DTSTART.</summary>
    public required CalendarTime Start { get; init; }

    /// <summary>DTEND: the first moment or date after it.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>DURATION, where no DTEND was given.</summary>
    public CalendarDuration? Duration { get; init; }

    /// <summary>RRULE; more than one is allowed though not recommended.</summary>
    public ValueList<RecurrenceRule> Rules { get; init; }

    /// <summary>EXRULE of RFC 2445, still met.</summary>
    public ValueList<RecurrenceRule> ExceptionRules { get; init; }

    /// <summary>RDATE.</summary>
    public ValueList<RecurrenceDate> RecurrenceDates { get; init; }

    /// <summary>EXDATE.</summary>
    public ValueList<CalendarTime> ExceptionDates { get; init; }

    /// <summary>RECURRENCE-ID: the original start of the instance that this event replaces.</summary>
    public CalendarTime? RecurrenceId { get; init; }

    /// <summary>RANGE=THISANDFUTURE: the change holds for all later instances too.</summary>
    public bool ThisAndFuture { get; init; }

    /// <summary>SEQUENCE: the number of the revision.</summary>
    public int Sequence { get; init; }

    /// <summary>DTSTAMP: when this revision was made.</summary>
    public Instant? Stamp { get; init; }

    /// <summary>CREATED.</summary>
    public Instant? Created { get; init; }

    /// <summary>LAST-MODIFIED.</summary>
    public Instant? LastModified { get; init; }

    /// <summary>STATUS.</summary>
    public EventStatus Status { get; init; }

    /// <summary>SUMMARY: the title.</summary>
    public Text Summary { get; init; }

    /// <summary>DESCRIPTION.</summary>
    public Text Description { get; init; }

    /// <summary>LOCATION.</summary>
    public Text Location { get; init; }

    /// <summary>URL.</summary>
    public Text Url { get; init; }

    /// <summary>ORGANIZER, as an address.</summary>
    public Text Organizer { get; init; }

    /// <summary>CONTACT.</summary>
    public Text Contact { get; init; }

    /// <summary>GEO: latitude;longitude.</summary>
    public Text Geo { get; init; }

    /// <summary>CLASS: PUBLIC, PRIVATE or CONFIDENTIAL.</summary>
    public Text Classification { get; init; }

    /// <summary>CATEGORIES.</summary>
    public ValueList<string> Categories { get; init; }

    /// <summary>TRANSP:TRANSPARENT: it does not take up time.</summary>
    public bool Transparent { get; init; }

    /// <summary>COLOR (RFC 7986).</summary>
    public Text Color { get; init; }

    /// <summary>IMAGE (RFC 7986), where it is an address.</summary>
    public Text Image { get; init; }

    /// <summary>CONFERENCE (RFC 7986): where to join from afar.</summary>
    public Text Conference { get; init; }

    /// <summary>The line of BEGIN:VEVENT; 0 for an event that was not read.</summary>
    public int Line { get; init; }

    /// <summary>Whether there can be more than one occurrence.</summary>
    public bool Recurs => !Rules.IsEmpty || !RecurrenceDates.IsEmpty;
}
