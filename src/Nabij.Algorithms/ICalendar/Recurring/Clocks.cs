using NodaTime;

namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>The clocks of one expansion, one for each zone met.</summary>
internal sealed class Clocks(DateTimeZone floating)
{
    private readonly List<(DateTimeZone Zone, ZoneClock Clock)> known = [];

    public int FloatingOffset(long utc) => floating.GetUtcOffset(LocalSeconds.ToInstant(utc)).Seconds;

    public ZoneClock Of(CalendarZone named)
    {
        var zone = named.Zone ?? floating;
        foreach (var (other, clock) in known)
        {
            if (ReferenceEquals(other, zone))
                return clock;
        }

        var added = new ZoneClock(zone);
        known.Add((zone, added));
        return added;
    }

    public long ToUtc(in CalendarTime time) => Of(time.Zone).ToUtc(time.Seconds);
}
