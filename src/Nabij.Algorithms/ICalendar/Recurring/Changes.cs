namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// The changes to one series: of several to one instance the last revision; those with RANGE=THISANDFUTURE also move
/// and rename every later instance (RFC 5545, 3.8.4.4).
/// </summary>
internal sealed class Changes
{
    private readonly Dictionary<long, CalendarEvent> byKey = [];
    private readonly HashSet<int> wholeDays = [];
    private readonly List<LaterChange> later = [];

    public Changes(IReadOnlyList<CalendarEvent> revisions, InstanceKeys keys, Clocks clocks)
    {
        foreach (var revision in revisions)
        {
            var instance = revision.RecurrenceId!.Value;
            var key = keys.Of(instance);
            if (
                !byKey.TryGetValue(key, out var other)
                || Series.Revision(revision).CompareTo(Series.Revision(other)) >= 0
            )
                byKey[key] = revision;
            if (instance.IsDate && !keys.AreDays)
                wholeDays.Add(LocalSeconds.DayOf(instance.Seconds));
        }

        foreach (var (key, change) in byKey)
        {
            if (change.ThisAndFuture)
                later.Add(LaterChange.Of(key, change, clocks));
        }

        later.Sort((a, b) => a.From.CompareTo(b.From));
        Reach = later.Count == 0 ? 0 : later.Max(c => Math.Abs(c.Shift) + c.Length.Reach);
    }

    public IReadOnlyCollection<CalendarEvent> All => byKey.Values;

    /// <summary>How far beyond the window an instance may lie whose change reaches into it.</summary>
    public long Reach { get; }

    public bool Replace(long key, long local) =>
        byKey.ContainsKey(key) || wholeDays.Contains(LocalSeconds.DayOf(local));

    /// <summary>The change to this and all later instances that holds here.</summary>
    public LaterChange? LaterThan(long key)
    {
        var (low, high) = (0, later.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = later[middle].From <= key ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : later[low - 1];
    }
}

/// <summary>RANGE=THISANDFUTURE: from this instance on so much later, with these words and this length.</summary>
internal sealed record LaterChange(long From, CalendarEvent Event, long Shift, Length Length)
{
    public static LaterChange Of(long key, CalendarEvent change, Clocks clocks)
    {
        var original = change.RecurrenceId!.Value;
        var sameWall = original.Zone.Equals(change.Start.Zone) || original.IsDate || change.Start.IsDate;
        var shift = sameWall
            ? change.Start.Seconds - original.Seconds
            : clocks.ToUtc(change.Start) - clocks.ToUtc(original);
        return new LaterChange(key, change, shift, Length.Of(change, clocks));
    }

    public CalendarTime Moved(in CalendarTime start) =>
        new(Math.Clamp(start.Seconds + Shift, LocalSeconds.Least, LocalSeconds.Most), start.Zone, Event.Start.IsDate);
}
