namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// All that a feed says under one UID: the event, and changes to instances of it. Of revisions the one with the highest
/// SEQUENCE counts, then the one with the latest DTSTAMP (RFC 5546, 2.1.5); what differs in neither is kept, for feeds
/// that write a series out under one UID.
/// </summary>
internal sealed class Series
{
    private readonly List<CalendarEvent> masters = [];
    private readonly List<CalendarEvent> changes = [];

    public Series(CalendarEvent first) => Add(first);

    public IReadOnlyList<CalendarEvent> Changes => changes;

    public void Add(CalendarEvent next) => (next.RecurrenceId is null ? masters : changes).Add(next);

    public IEnumerable<CalendarEvent> Masters()
    {
        var latest = masters.Count < 2 ? null : masters.MaxBy(Revision);
        return latest is null
            ? masters
            : masters
                .Where(m => Revision(m).CompareTo(Revision(latest)) == 0)
                .GroupBy(m => m.Start)
                .Select(same => same.Last());
    }

    public static (int, NodaTime.Instant) Revision(CalendarEvent of) =>
        (of.Sequence, of.Stamp ?? NodaTime.Instant.MinValue);

    /// <summary>
    /// The events of a feed: alone, or where several share a UID as a series at the place of the first.
    /// </summary>
    public static IEnumerable<(CalendarEvent Event, Series? Series)> Of(IReadOnlyList<CalendarEvent> events)
    {
        var firsts = new Dictionary<string, int>(events.Count, StringComparer.Ordinal);
        var series = new Dictionary<int, Series>();
        var later = new HashSet<int>();
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Uid.Length == 0 || firsts.TryAdd(events[i].Uid, i))
                continue;
            var first = firsts[events[i].Uid];
            later.Add(i);
            if (series.TryGetValue(first, out var known))
                known.Add(events[i]);
            else
                (series[first] = new Series(events[first])).Add(events[i]);
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (!later.Contains(i))
                yield return (events[i], series.GetValueOrDefault(i));
        }
    }
}
