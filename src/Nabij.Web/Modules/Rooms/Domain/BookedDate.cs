using Nabij.Kernel;
using Nabij.Modules.Rooms.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

public readonly record struct BookedDateId(Guid Value) : ITypedId<BookedDateId>
{
    public static BookedDateId New() => new(Guid.CreateVersion7());

    public static BookedDateId From(Guid value) => new(value);
}

public enum BookedDateState
{
    /// <summary>Asked for or confirmed, as the booking is.</summary>
    Held,
    Declined,
    Cancelled,
    TakenBack,
}

/// <summary>One date of a booking. As long as it is held, its quarters of an hour are nobody else's.</summary>
public sealed class BookedDate
{
    private readonly List<BookedQuarter> quarters = [];

    private BookedDate() { }

    public BookedDate(BookingId booking, RoomId room, Slot slot)
    {
        (Booking, Room, Date, From, Until) = (booking, room, slot.Date, slot.From, slot.Until);
        quarters.AddRange(slot.TakenQuarters.Select(q => new BookedQuarter(room, slot.Date, q, Id)));
    }

    public BookedDateId Id { get; private init; } = BookedDateId.New();
    public BookingId Booking { get; private init; }
    public RoomId Room { get; private init; }
    public LocalDate Date { get; private init; }
    public LocalTime From { get; private init; }
    public LocalTime Until { get; private init; }
    public BookedDateState State { get; private set; }

    public Instant? KeyToldAt { get; private set; }
    public Instant? CodeToldAt { get; private set; }
    public Instant? AskedAfterAt { get; private set; }
    public bool? LeftClean { get; private set; }

    public IReadOnlyList<BookedQuarter> Quarters => quarters;
    public Slot Slot => new(Date, From, Until);

    /// <summary>Nobody has it on this date any more.</summary>
    public void Free(BookedDateState because)
    {
        State = because;
        quarters.Clear();
    }

    public void KeyTold(Instant now) => KeyToldAt ??= now;

    public void CodeTold(Instant now) => CodeToldAt ??= now;

    public void AskedAfter(Instant now) => AskedAfterAt ??= now;

    public void LeftBehind(bool clean) => LeftClean = clean;
}

/// <summary>A quarter of an hour of a room on a date, which the database holds for one booking only.</summary>
public sealed record BookedQuarter(RoomId Room, LocalDate Date, int Quarter, BookedDateId BookedDate);
