using static Nabij.Modules.Rooms.Domain.BookingState;

namespace Nabij.Modules.Rooms.Domain;

public enum BookingState
{
    /// <summary>The owner has not said yes yet; nobody else can get these hours meanwhile.</summary>
    Asked,
    Confirmed,
    Declined,

    /// <summary>Who had it no longer needs it.</summary>
    Cancelled,

    /// <summary>The owner needs the room after all.</summary>
    TakenBack,

    /// <summary>The day came and nobody said yes.</summary>
    Expired,

    /// <summary>All dates are past.</summary>
    Ended,
}

/// <summary>One line of the table: from, to, and why, as a text key that the history shows.</summary>
public sealed record Change(BookingState From, BookingState To, string Reason);

/// <summary>Every change that a booking can go through. What is not here does not happen.</summary>
public static class AllowedChanges
{
    public static readonly IReadOnlyList<Change> All =
    [
        new(Asked, Confirmed, "RoomChange.OwnerSaidYes"),
        new(Asked, Declined, "RoomChange.OwnerSaidNo"),
        new(Asked, Cancelled, "RoomChange.NoLongerWanted"),
        new(Asked, Expired, "RoomChange.NobodyAnswered"),
        new(Confirmed, Cancelled, "RoomChange.NoLongerNeeded"),
        new(Confirmed, TakenBack, "RoomChange.OwnerTookBack"),
        new(Confirmed, Ended, "RoomChange.DatesArePast"),
    ];

    public static Change? Find(BookingState from, BookingState to) => All.FirstOrDefault(c => c.From == from && c.To == to);

    /// <summary>A state that nothing follows is an end; all others are open.</summary>
    public static bool IsEnd(BookingState state) => All.All(c => c.From != state);

    public static IReadOnlyList<BookingState> OpenStates { get; } = [.. Enum.GetValues<BookingState>().Where(s => !IsEnd(s))];
}
