using NodaTime;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>A VEVENT while it is read; one draft serves all events of a file in turn.</summary>
internal sealed class EventDraft
{
    public int Line;
    public Text Uid,
        Summary,
        Description,
        Location,
        Url,
        Organizer,
        Contact,
        Geo,
        Classification,
        Color,
        Image,
        Conference;
    public CalendarTime? Start,
        End,
        RecurrenceId;
    public CalendarDuration? Duration;
    public bool ThisAndFuture,
        Transparent;
    public int Sequence;
    public Instant? Stamp,
        Created,
        LastModified;
    public EventStatus Status;
    public readonly List<RecurrenceRule> Rules = [],
        ExceptionRules = [];
    public readonly List<RecurrenceDate> RecurrenceDates = [];
    public readonly List<CalendarTime> ExceptionDates = [];
    public readonly List<string> Categories = [];

    public void Begin(int line)
    {
        Line = line;
        Uid =
            Summary =
            Description =
            Location =
            Url =
            Organizer =
            Contact =
            Geo =
            Classification =
            Color =
            Image =
            Conference =
                default;
        (Start, End, RecurrenceId, Duration) = (null, null, null, null);
        (Stamp, Created, LastModified) = (null, null, null);
        (ThisAndFuture, Transparent, Sequence, Status) = (false, false, 0, EventStatus.Confirmed);
        Rules.Clear();
        ExceptionRules.Clear();
        RecurrenceDates.Clear();
        ExceptionDates.Clear();
        Categories.Clear();
    }

    /// <summary>The event, or null with a problem where it has no start.</summary>
    public CalendarEvent? ToEvent(ProblemList problems, bool isCancelled)
    {
        if (Start is not { } start)
        {
            problems.Add(ProblemKind.MissingStart, Line, $"'{Title}' has no start that can be read and was left out.");
            return null;
        }

        if (Uid.IsEmpty)
            problems.Add(
                ProblemKind.MissingUid,
                Line,
                $"'{Title}' has no UID, so a next version of it cannot be recognised."
            );
        if (End is { } end && end.Seconds < start.Seconds && end.Zone.Equals(start.Zone))
            problems.Add(
                ProblemKind.EndBeforeStart,
                Line,
                $"'{Title}' ends before it starts; it is shown without a length."
            );
        return new CalendarEvent
        {
            Uid = Uid.ToString().Trim(),
            Start = start,
            End = End,
            Duration = Duration,
            Line = Line,
            Rules = new(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Rules)),
            ExceptionRules = new(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ExceptionRules)),
            RecurrenceDates = new(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(RecurrenceDates)),
            ExceptionDates = new(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ExceptionDates)),
            Categories = new(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Categories)),
            RecurrenceId = RecurrenceId,
            ThisAndFuture = ThisAndFuture && RecurrenceId is not null,
            Sequence = Sequence,
            Stamp = Stamp,
            Created = Created,
            LastModified = LastModified,
            Status = isCancelled ? EventStatus.Cancelled : Status,
            Transparent = Transparent,
            Summary = Summary,
            Description = Description,
            Location = Location,
            Url = Url,
            Organizer = Organizer,
            Contact = Contact,
            Geo = Geo,
            Classification = Classification,
            Color = Color,
            Image = Image,
            Conference = Conference,
        };
    }

    private string Title => Summary.IsEmpty ? "An event without title" : Summary.ToString();
}
