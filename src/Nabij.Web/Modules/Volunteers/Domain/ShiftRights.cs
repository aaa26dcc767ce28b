namespace Nabij.Modules.Volunteers.Domain;

/// <summary>What somebody is to one shift; they can be several things at once.</summary>
[Flags]
public enum ShiftStanding
{
    Nobody = 0,

    /// <summary>Keeps the page of the organisation that has the work, or looks after the circle that has it.</summary>
    Borrower = 1,

    /// <summary>Keeps the page of the organisation whose member is offered or lent.</summary>
    Lender = 2,
    Volunteer = 4,

    /// <summary>Keeps the page of an organisation that might lend somebody.</summary>
    Colleague = 8,
    Desk = 16,
}

public enum ShiftAct
{
    Read,
    Offer,
    SayYesAsVolunteer,
    SayYesAsBorrower,
    SayNo,
    TakeBack,
    DropOut,
    CallOff,
}

/// <summary>Who may do what with a shift, and when. Pages ask it before they offer, commands before they do.</summary>
public static class ShiftRights
{
    private const ShiftStanding BothSides = ShiftStanding.Borrower | ShiftStanding.Lender | ShiftStanding.Desk;
    private static readonly ShiftState[] Always = Enum.GetValues<ShiftState>();
    private static readonly ShiftState[] WhileSomebodyComes = [ShiftState.Offered, ShiftState.Lent];

    private static readonly Dictionary<ShiftAct, (ShiftStanding Who, ShiftState[] When)> Table = new()
    {
        [ShiftAct.Read] = (BothSides | ShiftStanding.Volunteer, Always),
        [ShiftAct.Offer] = (BothSides | ShiftStanding.Colleague, [ShiftState.Open]),
        [ShiftAct.SayYesAsVolunteer] = (ShiftStanding.Volunteer | ShiftStanding.Desk, [ShiftState.Offered]),
        [ShiftAct.SayYesAsBorrower] = (ShiftStanding.Borrower | ShiftStanding.Desk, [ShiftState.Offered]),
        [ShiftAct.SayNo] = (ShiftStanding.Borrower | ShiftStanding.Volunteer | ShiftStanding.Desk, [ShiftState.Offered]),
        [ShiftAct.TakeBack] = (ShiftStanding.Lender | ShiftStanding.Desk, WhileSomebodyComes),
        [ShiftAct.DropOut] = (ShiftStanding.Volunteer | ShiftStanding.Desk, [ShiftState.Lent]),
        [ShiftAct.CallOff] = (ShiftStanding.Borrower | ShiftStanding.Desk, [ShiftState.Open, .. WhileSomebodyComes]),
    };

    public static bool Allows(this Shift shift, ShiftAct act, ShiftStanding standing) =>
        IsInTable(shift, act, standing)
        && act switch
        {
            ShiftAct.SayYesAsVolunteer => shift.Current?.HasYesOf(LendingSide.Volunteer) == false,
            ShiftAct.SayYesAsBorrower => shift.Current?.HasYesOf(LendingSide.Borrower) == false,
            _ => true,
        };

    /// <summary>Who may offer somebody, may read what the work is.</summary>
    public static bool MayRead(this Shift shift, ShiftStanding standing) =>
        IsInTable(shift, ShiftAct.Read, standing) || IsInTable(shift, ShiftAct.Offer, standing);

    private static bool IsInTable(Shift shift, ShiftAct act, ShiftStanding standing) =>
        Table[act] is var (who, when) && (who & standing) != ShiftStanding.Nobody && when.Contains(shift.State);
}
