using Nabij.Algorithms.ICalendar.Reading;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>The occurrences of events within a window, walked lazily and within limits.</summary>
internal sealed class Expansion(
    Interval window,
    DateTimeZone floating,
    ExpansionLimits limits,
    Action<Problem>? problems
)
{
    private readonly Clocks clocks = new(floating);
    private readonly Budget budget = new(limits.Steps, limits.StepsPerEvent);
    private readonly long from = window.Start.ToUnixTimeSeconds();
    private readonly long to = window.End.ToUnixTimeSeconds();

    public IEnumerable<Occurrence> Of(IReadOnlyList<CalendarEvent> events)
    {
        var given = 0;
        foreach (var (single, series) in Series.Of(events))
        {
            if (series is null && !single.Recurs)
            {
                if (Alone(single) is { } only && ++given <= limits.Occurrences)
                    yield return only;
                continue;
            }

            var ofSeries = 0;
            var wasSpent = budget.IsSpent;
            budget.BeginEvent();
            foreach (var occurrence in series is null ? Recurring(single, []) : Of(series))
            {
                if (given >= limits.Occurrences || ofSeries >= limits.OccurrencesPerEvent)
                {
                    Report(
                        ProblemKind.TooManyOccurrences,
                        single,
                        $"has more than {ofSeries} occurrences in this time; the rest is not shown."
                    );
                    break;
                }

                (given, ofSeries) = (given + 1, ofSeries + 1);
                yield return occurrence;
            }

            if (given >= limits.Occurrences)
                yield break;
            if (budget.IsSpentForEvent && !wasSpent)
                Report(
                    ProblemKind.TooMuchCounting,
                    single,
                    budget.IsSpent
                        ? "and the events before it ask for too much counting; its rule and those after it were not followed to the end."
                        : "asks for too much counting; its rule was not followed to the end."
                );
        }
    }

    private Occurrence? Alone(CalendarEvent single) => Seen(single, single.Start, Length.Of(single, clocks));

    private IEnumerable<Occurrence> Of(Series series)
    {
        var isFirst = true;
        foreach (var master in series.Masters())
        {
            if (!budget.Spend(series.Changes.Count))
                yield break;
            foreach (var occurrence in Recurring(master, series.Changes, isFirst))
                yield return occurrence;
            isFirst = false;
        }

        if (!isFirst)
            yield break;
        foreach (
            var change in series
                .Changes.GroupBy(c => clocks.ToUtc(c.RecurrenceId!.Value))
                .Select(same => same.MaxBy(Series.Revision)!)
        )
        {
            if (Alone(change) is { } occurrence)
                yield return occurrence;
        }
    }

    private IEnumerable<Occurrence> Recurring(
        CalendarEvent master,
        IReadOnlyList<CalendarEvent> revisions,
        bool showsChanges = true
    )
    {
        var keys = new InstanceKeys(master, clocks);
        var changes = new Changes(revisions, keys, clocks);
        var length = Length.Of(master, clocks);
        var reach = Math.Max(length.Reach, changes.Reach) + 2 * LocalSeconds.Day;
        var set = new RecurrenceSet(
            master,
            keys,
            changes,
            from - reach,
            to + changes.Reach + 2 * LocalSeconds.Day,
            clocks,
            budget
        );
        while (set.Next(out var local, out var key, out var own))
        {
            var start = new CalendarTime(local, master.Start.Zone, master.Start.IsDate);
            var occurrence = changes.LaterThan(key) is { } change
                ? Seen(change.Event, change.Moved(start), change.Length)
                : Seen(master, start, own ?? length);
            if (occurrence is { } seen)
                yield return seen;
        }

        foreach (var change in showsChanges ? changes.All : [])
        {
            if (Alone(change) is { } seen)
                yield return seen;
        }
    }

    /// <summary>The occurrence, or null where it lies outside the window.</summary>
    private Occurrence? Seen(CalendarEvent of, in CalendarTime at, Length length)
    {
        var start = clocks.ToUtc(at);
        var end =
            length.Days == 0 ? start : clocks.Of(at.Zone).ToUtc(at.Seconds + (long)length.Days * LocalSeconds.Day);
        end = Math.Max(start, end) + length.Seconds;
        if (start >= to || end < from || (end == from && start < end))
            return null;
        return new Occurrence(
            of,
            at,
            LocalSeconds.ToInstant(start),
            LocalSeconds.ToInstant(end),
            at.IsDate ? length.Days : 0
        );
    }

    private void Report(ProblemKind kind, CalendarEvent of, string words) =>
        problems?.Invoke(new Problem(kind, of.Line, $"'{ProblemList.Shortened(of.Summary.ToString())}' {words}"));
}
