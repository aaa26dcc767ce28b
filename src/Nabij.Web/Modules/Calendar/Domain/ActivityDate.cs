using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>One date of an activity, as long as it is within the window. It keeps its id when it is moved.</summary>
public sealed class ActivityDate(ActivityId activity, Instant plannedFor)
{
    public const int MaxNoteLength = 200;

    public ActivityDateId Id { get; private init; } = ActivityDateId.New();
    public ActivityId Activity { get; private set; } = activity;

    /// <summary>The start that the series gave it: which of the dates this is.</summary>
    public Instant PlannedFor { get; private set; } = plannedFor;
    public LocalDate Day { get; private set; }
    public Instant StartsAt { get; private set; }
    public Instant EndsAt { get; private set; }
    public bool WholeDay { get; private set; }

    /// <summary>The part of the day in which it starts, on the clock in Amsterdam.</summary>
    public PartOfDay Part { get; private set; }
    public DateState State { get; private set; }

    /// <summary>Why, or where to instead: 'De zaal is dicht. We zien je graag op 9 juni.'</summary>
    public string Note { get; private set; } = "";

    /// <summary>Cancelled or moved here, and so no longer as the calendar has it.</summary>
    public bool ChangedByHand { get; private set; }

    /// <summary>The seats that are taken; the database settles who gets the last.</summary>
    public int SeatsTaken { get; private set; }

    public bool GoesOn => State is not DateState.Cancelled;

    /// <summary>As the calendar has it now; says whether anything changed. What was changed by hand stays.</summary>
    public bool Follow(PlannedDate planned)
    {
        if (ChangedByHand)
            return false;
        var state = planned switch
        {
            { Cancelled: true } => DateState.Cancelled,
            { Moved: true } => DateState.Moved,
            _ => DateState.GoesOn,
        };
        var now = (planned.Day, planned.StartsAt, planned.EndsAt, planned.WholeDay, state);
        if (now == (Day, StartsAt, EndsAt, WholeDay, State))
            return false;
        Takes(planned);
        State = state;
        return true;
    }

    public Refusal? Cancel(string why, Instant now)
    {
        if (EndsAt <= now)
            return new DateIsOver();
        (State, Note, ChangedByHand) = (DateState.Cancelled, Shortened(why), true);
        return null;
    }

    /// <summary>It is on at another time; who signed up keeps their seat.</summary>
    public Refusal? MoveTo(PlannedDate planned, string why, Instant now)
    {
        if (EndsAt <= now || planned.StartsAt <= now)
            return new DateIsOver();
        Takes(planned);
        (State, Note, ChangedByHand) = (DateState.Moved, Shortened(why), true);
        return null;
    }

    /// <summary>It goes on after all, as its calendar has it.</summary>
    public void Restore() => (ChangedByHand, Note) = (false, "");

    /// <summary>From here on it belongs to the activity that goes on from this one, at the time of that.</summary>
    public void GoOnAs(ActivityId other, PlannedDate planned)
    {
        (Activity, PlannedFor) = (other, planned.PlannedFor);
        Follow(planned);
    }

    /// <summary>Why nobody can sign up, or null. The page asks too.</summary>
    public Refusal? RefusalOfSigningUp(SignUpTerms terms, Instant now) =>
        this switch
        {
            _ when !terms.Wanted => new NoSignUpNeeded(),
            { State: DateState.Cancelled } => new ActivityIsCancelled(),
            _ when StartsAt <= now => new DateIsOver(),
            _ when terms.ClosesAt(StartsAt) <= now => new SignUpIsClosed(),
            _ => null,
        };

    public bool HasRoomFor(int seats, SignUpTerms terms) => terms.Capacity is not { } capacity || SeatsTaken + seats <= capacity;

    public void Take(int seats) => SeatsTaken += seats;

    public void Free(int seats) => SeatsTaken = Math.Max(0, SeatsTaken - seats);

    private void Takes(PlannedDate planned)
    {
        (Day, StartsAt, EndsAt, WholeDay) = (planned.Day, planned.StartsAt, planned.EndsAt, planned.WholeDay);
        Part = planned.StartsAt.InZone(DutchTime.Zone).Hour switch
        {
            < 12 => PartOfDay.Morning,
            < 18 => PartOfDay.Afternoon,
            _ => PartOfDay.Evening,
        };
    }

    private static string Shortened(string why) => why.Trim() is var text && text.Length > MaxNoteLength ? text[..MaxNoteLength] : why.Trim();
}
