using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Volunteers.Domain;

public enum LendingState
{
    Offered,
    Lent,
    Declined,
    TakenBack,
    DroppedOut,
    CalledOff,
    Done,
}

/// <summary>Whose yes it is.</summary>
public enum LendingSide
{
    Volunteer,

    /// <summary>Who has the work.</summary>
    Borrower,
}

/// <summary>An organisation lends one of its members for a shift; the member stays theirs.</summary>
public sealed class Lending
{
    private Lending() { }

    public Lending(ShiftId shift, OrganisationId? lender, Volunteer volunteer, PersonId? offeredBy, Instant now)
    {
        (Shift, Lender, Person, As) = (shift, lender, volunteer.Person, volunteer.As);
        (OfferedBy, OfferedAt) = (offeredBy, now);
    }

    public LendingId Id { get; private init; } = LendingId.New();
    public ShiftId Shift { get; private init; }

    /// <summary>Whose member they are; null is the neighbourhood's own.</summary>
    public OrganisationId? Lender { get; private init; }
    public PersonId Person { get; private init; }
    public VolunteerRole As { get; private init; }
    public PersonId? OfferedBy { get; private init; }
    public Instant OfferedAt { get; private init; }
    public Instant? VolunteerSaidYesAt { get; private set; }
    public Instant? BorrowerSaidYesAt { get; private set; }
    public LendingState State { get; private set; }
    public Instant? SettledAt { get; private set; }

    public bool IsOpen => State is LendingState.Offered or LendingState.Lent;
    public bool EverybodySaidYes => VolunteerSaidYesAt is not null && BorrowerSaidYesAt is not null;

    public bool HasYesOf(LendingSide side) => (side is LendingSide.Volunteer ? VolunteerSaidYesAt : BorrowerSaidYesAt) is not null;

    internal void SaysYes(LendingSide side, Instant now)
    {
        if (side is LendingSide.Volunteer)
            VolunteerSaidYesAt ??= now;
        else
            BorrowerSaidYesAt ??= now;
    }

    internal void IsLent() => State = LendingState.Lent;

    internal void End(LendingState how, Instant now) => (State, SettledAt) = (how, now);
}
