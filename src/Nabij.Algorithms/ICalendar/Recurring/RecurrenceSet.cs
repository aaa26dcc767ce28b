namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// The instances of one series (RFC 5545, 3.8.5): DTSTART, RRULE and RDATE together, each moment once, without EXDATE, EXRULE and what
/// a change replaces.
/// </summary>
internal sealed class RecurrenceSet(
    CalendarEvent master,
    InstanceKeys keys,
    Changes changes,
    long from,
    long to,
    Clocks clocks,
    Budget budget
)
{
    private readonly HashSet<long> excluded = [];
    private readonly HashSet<int> excludedDays = [];

    /// <summary>Wall seconds, and for a PERIOD its own length.</summary>
    public IEnumerable<(long Local, Length? Own)> Instances()
    {
        Exclude();
        var seen = MayRepeat ? new HashSet<long>() : null;
        foreach (var (local, own) in All())
        {
            var key = keys.Of(local);
            if (local < from || local > to || seen?.Add(key) == false)
                continue;
            if (!excluded.Contains(key) && !excludedDays.Contains(LocalSeconds.DayOf(local)) && !changes.Replace(key, local))
                yield return (local, own);
        }
    }

    /// <summary>Several sources may name one moment, and so may one rule in an hour that the clocks skip.</summary>
    private bool MayRepeat =>
        master.Rules.Count + master.RecurrenceDates.Count > 1 || master.Rules.IsEmpty || master.Rules[0].Frequency < Frequency.Daily;

    private IEnumerable<(long, Length?)> All()
    {
        for (var i = 0; i < master.RecurrenceDates.Count; i++)
        {
            var date = master.RecurrenceDates[i];
            var isPeriod = date.End is not null || date.Duration is not null;
            yield return (OnWall(date.Start), isPeriod ? Length.Of(date.Start, date.End, date.Duration, clocks) : null);
        }

        if (master.Rules.IsEmpty)
            yield return (master.Start.Seconds, null);
        for (var i = 0; i < master.Rules.Count; i++)
        {
            var walker = Walker(master.Rules[i]);
            while (walker.Next(out var local))
            {
                yield return (local, null);
            }
        }
    }

    private RuleWalker Walker(RecurrenceRule rule)
    {
        var walker = new RuleWalker(rule, master.Start.Seconds, keys.AreDays, Math.Min(to, UntilOf(rule)), budget);
        walker.Seek(from);
        return walker;
    }

    private void Exclude()
    {
        foreach (var date in master.ExceptionDates)
        {
            if (date.IsDate && !keys.AreDays)
                excludedDays.Add(LocalSeconds.DayOf(date.Seconds));
            else
                excluded.Add(keys.Of(date));
        }

        foreach (var rule in master.ExceptionRules)
        {
            var walker = Walker(rule);
            while (walker.Next(out var local))
                excluded.Add(keys.Of(local));
        }
    }

    /// <summary>A listed date on the wall of the series; a bare date for a series of times means that day at the same time.</summary>
    private long OnWall(in CalendarTime date)
    {
        if (keys.AreDays)
            return date.Seconds - LocalSeconds.TimeOf(date.Seconds);
        if (date.IsDate)
            return date.Seconds + LocalSeconds.TimeOf(master.Start.Seconds);
        if (date.Zone.Zone is null || date.Zone.Equals(master.Start.Zone))
            return date.Seconds;
        return WallOf(clocks.ToUtc(date));
    }

    /// <summary>The last wall second that UNTIL leaves; a bare date leaves that whole day.</summary>
    private long UntilOf(RecurrenceRule rule) =>
        rule.Until switch
        {
            null => long.MaxValue,
            { IsDate: true } date => date.Seconds + LocalSeconds.Day - 1,
            { } until when keys.AreDays => until.Seconds,
            { Zone.Zone: null } local => local.Seconds,
            { } until => WallOf(clocks.ToUtc(until)),
        };

    private long WallOf(long utc) =>
        master.Start.Zone.Zone is { } zone
            ? utc + zone.GetUtcOffset(LocalSeconds.ToInstant(utc)).Seconds
            : utc + clocks.FloatingOffset(utc);
}
