namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// The instances of one series (RFC 5545, 3.8.5): DTSTART, RRULE and RDATE together, each moment once, without EXDATE,
/// EXRULE and what a change replaces. One after another: listed dates, then rule after rule.
/// </summary>
internal sealed class RecurrenceSet
{
    /// <summary>An exception that a rule gives is kept in memory, which costs more than a step.</summary>
    private const int StepsToRemember = 10;

    private readonly CalendarEvent master;
    private readonly InstanceKeys keys;
    private readonly Changes changes;
    private readonly long from;
    private readonly long to;
    private readonly Clocks clocks;
    private readonly Budget budget;
    private readonly HashSet<long>? excluded;
    private readonly HashSet<int>? excludedDays;
    private readonly HashSet<long>? seen;
    private int listed;
    private int followed;
    private bool gaveStart;
    private RuleWalker? current;

    public RecurrenceSet(
        CalendarEvent master,
        InstanceKeys keys,
        Changes changes,
        long from,
        long to,
        Clocks clocks,
        Budget budget
    )
    {
        (this.master, this.keys, this.changes, this.from, this.to) = (master, keys, changes, from, to);
        (this.clocks, this.budget, gaveStart) = (clocks, budget, !master.Rules.IsEmpty);
        seen = MayRepeat ? [] : null;
        excluded = master.ExceptionDates.IsEmpty && master.ExceptionRules.IsEmpty ? null : [];
        excludedDays = excluded is null || keys.AreDays ? null : [];
        Exclude();
    }

    /// <summary>
    /// The next instance within the bounds: its wall second, its key, and for a PERIOD its own length.
    /// </summary>
    public bool Next(out long local, out long key, out Length? own)
    {
        while (NextOfAll(out local, out own))
        {
            key = 0;
            if (local < from || local > to)
                continue;
            key = keys.Of(local);
            if (seen?.Add(key) != false && !IsExcluded(key, local) && !changes.Replace(key, local))
                return true;
        }

        key = 0;
        return false;
    }

    /// <summary>Several sources may name one moment, and so may one rule in an hour that the clocks skip.</summary>
    private bool MayRepeat =>
        master.Rules.Count + master.RecurrenceDates.Count > 1
        || master.Rules.IsEmpty
        || master.Rules[0].Frequency < Frequency.Daily;

    private bool IsExcluded(long key, long local) =>
        excluded is not null && (excluded.Contains(key) || excludedDays?.Contains(LocalSeconds.DayOf(local)) == true);

    private bool NextOfAll(out long local, out Length? own)
    {
        own = null;
        if (listed < master.RecurrenceDates.Count)
        {
            var date = master.RecurrenceDates[listed++];
            var isPeriod = date.End is not null || date.Duration is not null;
            own = isPeriod ? Length.Of(date.Start, date.End, date.Duration, clocks) : null;
            local = OnWall(date.Start);
            return true;
        }

        if (!gaveStart)
        {
            (gaveStart, local) = (true, master.Start.Seconds);
            return true;
        }

        while (followed < master.Rules.Count)
        {
            current ??= Walker(master.Rules[followed]);
            if (current.Next(out local))
                return true;
            (current, followed) = (null, followed + 1);
        }

        local = 0;
        return false;
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
                excludedDays!.Add(LocalSeconds.DayOf(date.Seconds));
            else
                excluded!.Add(keys.Of(date));
        }

        foreach (var rule in master.ExceptionRules)
        {
            var exceptions = Walker(rule);
            while (exceptions.Next(out var local) && budget.Spend(StepsToRemember))
                excluded!.Add(keys.Of(local));
        }
    }

    /// <summary>
    /// A listed date on the wall of the series; a bare date for a series of times means that day at the same time.
    /// </summary>
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
