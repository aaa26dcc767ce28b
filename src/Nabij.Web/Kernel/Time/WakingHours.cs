using NodaTime;

namespace Nabij.Kernel.Time;

/// <summary>
/// The hours in which one may bother people: from <paramref name="From"/> to <paramref name="Until"/>, every day, on the
/// Dutch clock. Only these hours count when somebody is given time to answer.
/// </summary>
public sealed record WakingHours(LocalTime From, LocalTime Until)
{
    public static readonly WakingHours Usual = new(new(9, 0), new(20, 0));

    public bool Include(Instant moment)
    {
        var time = moment.InZone(DutchTime.Zone).TimeOfDay;
        return time >= From && time < Until;
    }

    /// <summary>This moment if it is a waking one, otherwise the next morning's start.</summary>
    public Instant NextFrom(Instant moment)
    {
        var local = moment.InZone(DutchTime.Zone);
        if (local.TimeOfDay < From)
            return local.Date.InstantAt(From);
        return local.TimeOfDay < Until ? moment : local.Date.PlusDays(1).InstantAt(From);
    }

    /// <summary>The moment when this much waking time has passed since <paramref name="start"/>.</summary>
    public Instant After(Instant start, Duration waking)
    {
        var at = NextFrom(start);
        for (var left = waking; ; )
        {
            var tonight = at.InZone(DutchTime.Zone).Date.InstantAt(Until);
            if (at + left <= tonight)
                return at + left;
            left -= tonight - at;
            at = NextFrom(tonight);
        }
    }
}
