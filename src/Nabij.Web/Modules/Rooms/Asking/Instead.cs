using Nabij.Modules.Rooms.Contracts;

namespace Nabij.Modules.Rooms.Asking;

/// <summary>What is chosen for a date with something in its way.</summary>
public abstract record Instead
{
    /// <summary>This date is left out.</summary>
    public sealed record LeaveOut : Instead;

    /// <summary>The same room at the time that was offered.</summary>
    public sealed record OtherTime : Instead;

    public sealed record OtherRoom(RoomId Room) : Instead;

    public const string Out = "uit";
    public const string Time = "tijd";

    /// <summary>As a form posts it: 'uit', 'tijd' or the id of a room.</summary>
    public static Instead? Read(string? posted) =>
        posted switch
        {
            Out => new LeaveOut(),
            Time => new OtherTime(),
            _ when Guid.TryParse(posted, out var room) => new OtherRoom(new(room)),
            _ => null,
        };
}
