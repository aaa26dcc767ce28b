using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Contracts;

/// <summary>What other modules may ask about the rooms of the current community.</summary>
public interface IRooms
{
    /// <summary>The hours in which a room that fits is free and may be asked for, by date and then by room.</summary>
    Task<IReadOnlyList<FreeHours>> FreeAsync(RoomWanted wanted, CancellationToken ct);

    Task<RoomCard?> FindAsync(RoomId id, CancellationToken ct);

    /// <summary>
    /// Looks at every date before anything is asked: which are possible, and what is in the way of the others. Of what was asked with
    /// this id already, what came of it. Null when there is no such room.
    /// </summary>
    Task<RoomOutlook?> LookAsync(BookingId id, RoomAsk wanted, CancellationToken ct);

    /// <summary>
    /// Asks for a room on these dates but for those left out; confirmed at once where the owner's rule says so. Saved by this; asked
    /// twice with the same id is asked once. Refused when there is something in the way of another date than those.
    /// </summary>
    Task<Refusal?> AskAsync(BookingId id, RoomAsk wanted, IReadOnlyCollection<LocalDate> leaveOut, CancellationToken ct);
}

/// <summary>A room in few words. <paramref name="Path"/> is its page, within the community.</summary>
public sealed record RoomCard(
    RoomId Id,
    string Name,
    OrganisationId Organisation,
    string Owner,
    string Where,
    string? Buurt,
    int People,
    RoomAccess Access,
    int CentsPerHour
)
{
    public string Path => $"zalen/{Id.Value}";
}

/// <summary>A span of the day in which a room is free.</summary>
public sealed record FreeHours(RoomCard Room, LocalDate Date, LocalTime From, LocalTime Until);

/// <summary>What kind of room is looked for, and when.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; at most a quarter of a year later.</param>
/// <param name="Parts">The parts of the week that suit.</param>
/// <param name="Minutes">How long it is needed at least.</param>
/// <param name="People">How many people come.</param>
/// <param name="Access">What it must have.</param>
/// <param name="Use">What is done there; null is anything.</param>
public sealed record RoomWanted(
    LocalDate First,
    LocalDate Last,
    DayParts Parts = DayParts.Always,
    int Minutes = 60,
    int People = 1,
    RoomAccess Access = RoomAccess.None,
    RoomUse? Use = null
);

/// <summary>What a room is asked for: 'Koffieochtend', for 12 people, from 10.00 to 11.30.</summary>
public sealed record RoomOccasion(string Purpose, RoomUse Use, int People, LocalTime From, LocalTime Until)
{
    public int Minutes => (Until.Hour - From.Hour) * 60 + Until.Minute - From.Minute;
}

/// <summary>A room, what for, from which day on and how often, and for whom. Once, unless <paramref name="Every"/> and <paramref name="Last"/> are said.</summary>
public sealed record RoomAsk(RoomId Room, RoomOccasion Occasion, PersonId BookedFor, LocalDate First, RepeatEvery? Every = null, LocalDate? Last = null);

/// <summary>Every date of what would be asked. <paramref name="Refusal"/>: why the room is not for this at all.</summary>
public sealed record RoomOutlook(IReadOnlyList<RoomDate> Dates, Refusal? Refusal)
{
    public IEnumerable<RoomDate> Conflicts => Dates.Where(d => d.InTheWay is not null);
}

/// <summary>A date, and what is in its way; null is nothing.</summary>
public sealed record RoomDate(LocalDate Date, Refusal? InTheWay);

/// <summary>What a room has for who does not walk, see or hear well.</summary>
[Flags]
public enum RoomAccess
{
    None = 0,
    Wheelchair = 1,
    AccessibleToilet = 2,
    HearingLoop = 4,
    Lift = 8,
    Parking = 16,
    Quiet = 32,
}

/// <summary>What is done in a room.</summary>
[Flags]
public enum RoomUse
{
    None = 0,
    Meeting = 1,
    Eating = 2,
    Moving = 4,
    Making = 8,
    Music = 16,
}
