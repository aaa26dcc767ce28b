using NodaTime;

namespace Nabij.Kernel.Time;

/// <summary>The clock on the wall in the Netherlands.</summary>
public static class DutchTime
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static LocalDate TodayAt(this Instant now) => now.InZone(Zone).Date;

    public static Instant InstantAt(this LocalDate date, LocalTime time) => Zone.AtLeniently(date + time).ToInstant();
}
