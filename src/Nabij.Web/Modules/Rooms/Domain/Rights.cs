using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>What somebody is to one booking; they can be several things at once.</summary>
[Flags]
public enum Standing
{
    Nobody = 0,

    /// <summary>Who has the room, who asked for it, or who keeps the page of the organisation that has it.</summary>
    Booker = 1,

    /// <summary>Who answers for the room, or keeps the page of the organisation that lends it.</summary>
    Owner = 2,

    /// <summary>Who brings the key.</summary>
    Caretaker = 4,
    Desk = 8,
}

public enum Act
{
    Read,
    Confirm,
    Decline,
    Cancel,
    TakeBack,
    SeeKey,
    SayHowLeft,
    Settle,
}

/// <summary>Who may do what with a booking, and when. Pages ask it before they offer, commands before they do.</summary>
public static class Rights
{
    private static readonly BookingState[] Always = Enum.GetValues<BookingState>();

    private static readonly Dictionary<Act, (Standing Who, BookingState[] When)> Table = new()
    {
        [Act.Read] = (Standing.Booker | Standing.Owner | Standing.Caretaker | Standing.Desk, Always),
        [Act.Confirm] = (Standing.Owner | Standing.Desk, [BookingState.Asked]),
        [Act.Decline] = (Standing.Owner | Standing.Desk, [BookingState.Asked]),
        [Act.Cancel] = (Standing.Booker | Standing.Desk, [BookingState.Asked, BookingState.Confirmed]),
        [Act.TakeBack] = (Standing.Owner | Standing.Desk, [BookingState.Confirmed]),
        [Act.SeeKey] = (Standing.Booker | Standing.Owner | Standing.Caretaker | Standing.Desk, [BookingState.Confirmed]),
        [Act.SayHowLeft] = (Standing.Owner | Standing.Caretaker | Standing.Desk, [BookingState.Confirmed, BookingState.Ended]),
        [Act.Settle] = (Standing.Desk, Always),
    };

    public static bool Allows(this Booking booking, Act act, Standing standing) =>
        Table[act] is var (who, when)
        && (who & standing) != Standing.Nobody
        && when.Contains(booking.State)
        && (act != Act.Settle || booking.Trouble is not null);

    /// <summary>The code is for who has the room, on a day that they have it.</summary>
    public static bool ShowsCode(this Booking booking, Standing standing, LocalDate today) =>
        standing.HasFlag(Standing.Booker) && booking.State == BookingState.Confirmed && booking.Held.Any(d => d.Date == today);
}
