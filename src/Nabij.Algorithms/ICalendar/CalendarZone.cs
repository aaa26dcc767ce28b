using NodaTime;

namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// The zone that a time refers to, by the name the feed gave it. Two are equal when their names are; a zone that the
/// file describes itself means what the file says, whatever its name.
/// </summary>
public sealed class CalendarZone : IEquatable<CalendarZone>
{
    private CalendarZone(string id, DateTimeZone? zone) => (Id, Zone) = (id, zone);

    /// <summary>Universal time: a value that ends with Z.</summary>
    public static CalendarZone Utc { get; } = new("UTC", DateTimeZone.Utc);

    /// <summary>The reader's own time: nine o'clock wherever one is (RFC 5545, 3.3.5, form 1).</summary>
    public static CalendarZone Floating { get; } = new("", null);

    /// <summary>The TZID; empty for floating times.</summary>
    public string Id { get; }

    /// <summary>The clock behind the name, or null where the times float.</summary>
    public DateTimeZone? Zone { get; private set; }

    /// <summary>A zone of the zone database, such as Europe/Amsterdam.</summary>
    public static CalendarZone Of(DateTimeZone zone) =>
        zone.Equals(DateTimeZone.Utc) ? Utc : new CalendarZone(zone.Id, zone);

    /// <summary>A name met before its description was: VTIMEZONE may follow the events that use it.</summary>
    internal static CalendarZone Named(string id) => new(id, null);

    internal void Means(DateTimeZone? zone) => Zone = zone;

    /// <inheritdoc/>
    public bool Equals(CalendarZone? other) =>
        other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CalendarZone);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Id.Length == 0 ? "floating" : Id;
}
