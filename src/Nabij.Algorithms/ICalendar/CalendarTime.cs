using NodaTime;

namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// A DATE or DATE-TIME as it was said: local time with its zone, universal time, floating time, or a date (RFC 5545,
/// 3.3.4 and 3.3.5).
/// </summary>
public readonly record struct CalendarTime
{
    private readonly CalendarZone? zone;

    internal CalendarTime(long seconds, CalendarZone zone, bool isDate = false) =>
        (Seconds, this.zone, IsDate) = (seconds, zone, isDate);

    /// <summary>A date: all day long, wherever one is.</summary>
    public static CalendarTime On(LocalDate date) =>
        new(LocalSeconds.Of(date.AtMidnight()), CalendarZone.Floating, isDate: true);

    /// <summary>A local time in a zone; seconds are the smallest unit that iCalendar knows.</summary>
    public static CalendarTime At(LocalDateTime local, CalendarZone zone) => new(LocalSeconds.Of(local), zone);

    /// <summary>A moment, in universal time.</summary>
    public static CalendarTime At(Instant instant) => new(instant.ToUnixTimeSeconds(), CalendarZone.Utc);

    /// <summary>Whether only the date was said.</summary>
    public bool IsDate { get; }

    /// <summary>The zone of the local time; floating for dates.</summary>
    public CalendarZone Zone => zone ?? CalendarZone.Floating;

    /// <summary>Date and time on the wall.</summary>
    public LocalDateTime Local => LocalSeconds.ToLocal(Seconds);

    /// <summary>Date on the wall.</summary>
    public LocalDate Date => Local.Date;

    /// <summary>Seconds on the wall since 1 January 1970, midnight on that wall.</summary>
    internal long Seconds { get; }

    /// <summary>
    /// The moment meant; in a gap the offset before it counts, of two moments the first (RFC 5545, 3.3.5).
    /// </summary>
    public Instant ToInstant(DateTimeZone floating)
    {
        var clock = Zone.Zone ?? floating;
        return Local
            .InZone(clock, mapping => mapping.LocalDateTime.WithOffset(mapping.EarlyInterval.WallOffset).InZone(clock))
            .ToInstant();
    }
}
