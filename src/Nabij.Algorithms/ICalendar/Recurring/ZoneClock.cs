using NodaTime;

namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// Wall time to universal time in one zone. Remembers the last intervals without a change of the clocks, for the
/// occurrences of a year fall into three of them; within a day of a change it asks the zone.
/// </summary>
internal sealed class ZoneClock(DateTimeZone zone)
{
    private const int Remembered = 4;
    private readonly (long From, long To, int Offset)[] calm = new (long, long, int)[Remembered];
    private int next;

    /// <summary>In a gap by the offset before it, of two moments the first (RFC 5545, 3.3.5).</summary>
    public long ToUtc(long local)
    {
        foreach (ref readonly var interval in calm.AsSpan())
        {
            if (local >= interval.From && local < interval.To)
                return local - interval.Offset;
        }

        return local - Ask(local);
    }

    private int Ask(long local)
    {
        var mapping = zone.MapLocal(LocalSeconds.ToLocal(local));
        var interval = mapping.EarlyInterval;
        if (mapping.Count == 1)
        {
            var from = interval.HasStart
                ? interval.Start.ToUnixTimeSeconds() + interval.WallOffset.Seconds + LocalSeconds.Day
                : LocalSeconds.Least;
            var to = interval.HasEnd
                ? interval.End.ToUnixTimeSeconds() + interval.WallOffset.Seconds - LocalSeconds.Day
                : LocalSeconds.Most;
            calm[next] = (from, to, interval.WallOffset.Seconds);
            next = (next + 1) % Remembered;
        }

        return interval.WallOffset.Seconds;
    }
}
