using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

public readonly record struct SignUpId(Guid Value) : ITypedId<SignUpId>
{
    public static SignUpId New() => new(Guid.CreateVersion7());

    public static SignUpId From(Guid value) => new(value);
}

public enum SignUpState
{
    /// <summary>Has a place.</summary>
    Comes,

    /// <summary>It was full: comes when a place comes free.</summary>
    Waiting,

    /// <summary>A place came free and is kept until they answer.</summary>
    Offered,

    /// <summary>Does not come.</summary>
    Withdrawn,

    /// <summary>The date does not go on, and they were told.</summary>
    CalledOff,
    Came,
    StayedAway,
}

public enum SignedUpBy
{
    Web,
    Phone,
    Paper,
}

/// <summary>Somebody comes to one date, alone or with a companion. One row for each person and date.</summary>
public sealed class SignUp(ActivityDateId date, PersonId person, Instant at)
{
    public const int MaxQuestionLength = 500;
    public const int MaxCompanions = 1;

    /// <summary>Which changes there are, each with its reason. What is not here does not happen.</summary>
    public static readonly IReadOnlyList<(SignUpState From, SignUpState To, string Reason)> AllowedChanges =
    [
        (SignUpState.Withdrawn, SignUpState.Comes, "signed up again"),
        (SignUpState.Withdrawn, SignUpState.Waiting, "signed up again when it was full"),
        (SignUpState.Waiting, SignUpState.Offered, "a place came free"),
        (SignUpState.Offered, SignUpState.Comes, "took the place"),
        (SignUpState.Offered, SignUpState.Withdrawn, "did not want the place, or did not answer in time"),
        (SignUpState.Waiting, SignUpState.Withdrawn, "waits no longer"),
        (SignUpState.Comes, SignUpState.Withdrawn, "does not come"),
        (SignUpState.Comes, SignUpState.CalledOff, "the date does not go on"),
        (SignUpState.Waiting, SignUpState.CalledOff, "the date does not go on"),
        (SignUpState.Offered, SignUpState.CalledOff, "the date does not go on"),
        (SignUpState.Comes, SignUpState.Came, "ticked on the sheet"),
        (SignUpState.Comes, SignUpState.StayedAway, "not ticked on the sheet"),
        (SignUpState.Came, SignUpState.StayedAway, "ticked by mistake"),
        (SignUpState.StayedAway, SignUpState.Came, "came after all"),
        (SignUpState.CalledOff, SignUpState.Offered, "the date goes on after all, and a place is kept for them"),
        (SignUpState.CalledOff, SignUpState.Waiting, "the date goes on after all, and is full"),
        (SignUpState.CalledOff, SignUpState.Comes, "signed up again, for it goes on after all"),
    ];

    public SignUpId Id { get; private init; } = SignUpId.New();
    public ActivityDateId Date { get; private init; } = date;
    public PersonId Person { get; private init; } = person;
    public SignUpState State { get; private set; } = SignUpState.Withdrawn;
    public SignedUpBy By { get; private set; }
    public int Companions { get; private set; }

    /// <summary>What they want to know or need, in their words.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The lift that was asked for them.</summary>
    public HelpRequestId? Lift { get; private set; }
    public Instant At { get; private set; } = at;
    public Instant? OfferedUntil { get; private set; }
    public Instant? RemindedAt { get; private set; }

    /// <summary>The start that they know of: when it differs, they are to hear it.</summary>
    public Instant KnownStart { get; private set; }

    public int Seats => 1 + Companions;

    /// <summary>Whether places are kept for this.</summary>
    public bool HoldsSeats => State is SignUpState.Comes or SignUpState.Offered;

    public bool IsOpen => State is SignUpState.Comes or SignUpState.Waiting or SignUpState.Offered;

    public static bool IsAllowed(SignUpState from, SignUpState to) => AllowedChanges.Any(c => c.From == from && c.To == to);

    /// <summary>Comes, or waits when it is full.</summary>
    public void Comes(Coming coming, bool waits, Instant start, Instant now)
    {
        Become(waits ? SignUpState.Waiting : SignUpState.Comes);
        (By, Companions, At, KnownStart, RemindedAt, OfferedUntil) = (coming.By, coming.Companions, now, start, null, null);
        (Question, Lift) = (coming.Question.Trim(), waits ? null : coming.Lift);
    }

    public void Offer(Instant until)
    {
        Become(SignUpState.Offered);
        OfferedUntil = until;
    }

    /// <summary>It was off, and goes on after all: a place is kept until they say whether they still come.</summary>
    public void OfferAgain(Instant until, Instant start)
    {
        Offer(until);
        (KnownStart, RemindedAt, Lift) = (start, null, null);
    }

    /// <summary>It was off, goes on after all, and has no room left.</summary>
    public void WaitAgain(Instant start)
    {
        Become(SignUpState.Waiting);
        (KnownStart, RemindedAt, Lift) = (start, null, null);
    }

    public void TakePlace() => Become(SignUpState.Comes);

    public void Withdraw()
    {
        Become(SignUpState.Withdrawn);
        Lift = null;
    }

    public void CallOff() => Become(SignUpState.CalledOff);

    public Refusal? Tick(bool came)
    {
        var to = came ? SignUpState.Came : SignUpState.StayedAway;
        if (to == State)
            return null;
        if (!IsAllowed(State, to))
            return new NotSignedUp();
        Become(to);
        return null;
    }

    public void Reminded(Instant now) => RemindedAt = now;

    public void KnowsOf(Instant start) => (KnownStart, RemindedAt) = (start, null);

    /// <summary>Their words go; that somebody came stays, to be counted.</summary>
    public void Forget() => Question = "";

    private void Become(SignUpState to) =>
        State = IsAllowed(State, to) ? to : throw new InvalidOperationException($"A sign-up that is {State} cannot become {to}.");
}

/// <summary>How somebody comes. <paramref name="Lift"/>: the request for somebody to fetch them.</summary>
public sealed record Coming(SignedUpBy By, int Companions = 0, string Question = "", HelpRequestId? Lift = null);
