using Nabij.Kernel;

namespace Nabij.Modules.Rooms.Contracts;

/// <summary>A room that an organisation lends.</summary>
public readonly record struct RoomId(Guid Value) : ITypedId<RoomId>
{
    public static RoomId New() => new(Guid.CreateVersion7());

    public static RoomId From(Guid value) => new(value);
}

/// <summary>A room asked for, on one date or on several.</summary>
public readonly record struct BookingId(Guid Value) : ITypedId<BookingId>
{
    public static BookingId New() => new(Guid.CreateVersion7());

    public static BookingId From(Guid value) => new(value);
}
