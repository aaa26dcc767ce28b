using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Volunteers.Domain;

/// <summary>
/// Work for one pair of hands, of an organisation or in a circle: on one day, or from a day to a day. Another organisation may lend
/// a member for it; whoever has the work and whoever lends see the same shift. Each change is a line of <see cref="ShiftPath"/>.
/// </summary>
public sealed class Shift
{
    public const int MaxTitleLength = 80;
    public const int MaxWhereLength = 160;
    public const int MaxDays = 366;

    private readonly List<Lending> lendings = [];

    private Shift() { }

    public Shift(ShiftId id, ShiftWork work, Borrower borrower, PersonId? askedBy, Instant now)
    {
        (Id, Organisation, Circle) = (id, borrower.Organisation, borrower.Circle);
        (Title, Where, First, Last, From, Until) = (work.Title.Trim(), work.Where.Trim(), work.First, work.Last, work.From, work.Until);
        (AskedBy, AskedAt, StateSince, Reason) = (askedBy, now, now, "ShiftChange.Asked");
    }

    public ShiftId Id { get; private init; }

    /// <summary>Whose work it is: an organisation's, or else a circle's.</summary>
    public OrganisationId? Organisation { get; private init; }
    public CircleId? Circle { get; private init; }

    /// <summary>'Koffie schenken'; what it is, not for whom.</summary>
    public string Title { get; private init; } = "";
    public string Where { get; private init; } = "";
    public LocalDate First { get; private init; }
    public LocalDate Last { get; private init; }
    public LocalTime? From { get; private init; }
    public LocalTime? Until { get; private init; }
    public PersonId? AskedBy { get; private init; }
    public Instant AskedAt { get; private init; }

    public ShiftState State { get; private set; }
    public Instant StateSince { get; private set; }

    /// <summary>Text key of why it is in this state.</summary>
    public string Reason { get; private set; } = "";

    public IReadOnlyList<Lending> Lendings => lendings;

    /// <summary>Who is offered or lent now; null when somebody is to be found.</summary>
    public Lending? Current => lendings.Find(l => l.IsOpen);

    public bool IsOneDay => First == Last;

    public bool IsOpen => !ShiftPath.IsEnd(State);

    /// <summary>Whether both go on at the same hour of the same day.</summary>
    public bool MeetsWith(Shift other) =>
        First == other.First
        && IsOneDay
        && other.IsOneDay
        && (From is null || other.Until is null || From < other.Until)
        && (Until is null || other.From is null || other.From < Until);

    /// <summary>Why nobody can be offered for it now, or null. The page asks too.</summary>
    public Refusal? RefusalOfOffering(LocalDate today) =>
        ShiftPath.Find(State, ShiftMove.Offer) is null ? new ShiftNotOpen()
        : Last < today ? new ShiftIsPast()
        : null;

    /// <summary>A member is offered. For work of one's own organisation its yes is given with it.</summary>
    public Refusal? Offer(Volunteer volunteer, PersonId? by, LocalDate today, Instant now)
    {
        if (RefusalOfOffering(today) is { } refusal)
            return refusal;
        if (volunteer.State != VolunteerState.Active)
            return new VolunteerIsNotActive();
        var lending = new Lending(Id, volunteer.Organisation, volunteer, by, now);
        if (Organisation is not null && Organisation == volunteer.Organisation)
            lending.SaysYes(LendingSide.Borrower, now);
        lendings.Add(lending);
        return Make(ShiftMove.Offer, now);
    }

    /// <summary>One of both says yes; with the second yes the member is lent.</summary>
    public Refusal? SayYes(LendingSide side, Instant now)
    {
        if (State != ShiftState.Offered || Current is not { } lending)
            return new ShiftChangedMeanwhile();
        lending.SaysYes(side, now);
        if (!lending.EverybodySaidYes)
            return null;
        lending.IsLent();
        return Make(ShiftMove.BothSaidYes, now);
    }

    public Refusal? SayNo(Instant now) => Free(ShiftMove.SayNo, LendingState.Declined, now);

    /// <summary>The organisation needs its member itself after all.</summary>
    public Refusal? TakeBack(Instant now) => Free(ShiftMove.TakeBack, LendingState.TakenBack, now);

    /// <summary>The volunteer cannot after all, or stops.</summary>
    public Refusal? DropOut(Instant now) => Free(ShiftMove.DropOut, LendingState.DroppedOut, now);

    /// <summary>The volunteer is away on these days.</summary>
    public Refusal? GoAway(Instant now) => Free(ShiftMove.GoAway, LendingState.DroppedOut, now);

    /// <summary>The work is not needed any more.</summary>
    public Refusal? CallOff(Instant now) => Free(ShiftMove.CallOff, LendingState.CalledOff, now);

    /// <summary>Its last day is past; says whether that was news.</summary>
    public bool Pass(LocalDate today, Instant now) =>
        Last < today && Free(ShiftMove.Pass, State == ShiftState.Lent ? LendingState.Done : LendingState.CalledOff, now) is null;

    private ShiftChangedMeanwhile? Free(ShiftMove move, LendingState how, Instant now)
    {
        var lending = Current;
        if (Make(move, now) is { } refusal)
            return refusal;
        lending?.End(how, now);
        return null;
    }

    private ShiftChangedMeanwhile? Make(ShiftMove move, Instant now)
    {
        if (ShiftPath.Find(State, move) is not { } change)
            return new ShiftChangedMeanwhile();
        (State, StateSince, Reason) = (change.To, now, change.Reason);
        return null;
    }
}

/// <summary>Whose work it is: one of both.</summary>
public sealed record Borrower(OrganisationId? Organisation, CircleId? Circle);

/// <summary>What the work is, and when.</summary>
public sealed record ShiftWork(string Title, string Where, LocalDate First, LocalDate Last, LocalTime? From, LocalTime? Until)
{
    public Refusal? RefusalOfWork(LocalDate today) =>
        this switch
        {
            _ when Title.Trim().Length is 0 or > Shift.MaxTitleLength => new ShiftNeedsTitle(),
            _ when Where.Trim().Length is 0 or > Shift.MaxWhereLength => new ShiftNeedsPlace(),
            _ when First < today => new ShiftIsPast(),
            _ when Last < First => new ShiftEndsBeforeItBegins(),
            _ when Period.DaysBetween(First, Last) > Shift.MaxDays => new ShiftTooLong(),
            { From: null, Until: not null } or { From: not null, Until: null } => new ShiftTimesAreWrong(),
            { From: { } from, Until: { } until } when until <= from => new ShiftTimesAreWrong(),
            _ => null,
        };
}
