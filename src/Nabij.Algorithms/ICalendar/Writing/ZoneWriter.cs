using NodaTime;
using NodaTime.TimeZones;

namespace Nabij.Algorithms.ICalendar.Writing;

/// <summary>
/// A VTIMEZONE for every zone that the events use (RFC 5545, 3.6.5), from a year before the first of them on. Changes
/// of the clocks that come back every year on the same weekday of the month become one rule; others are written one by
/// one.
/// </summary>
internal static class ZoneWriter
{
    private const int Horizon = 2060;

    public static void Write(FoldedLines lines, IReadOnlyList<CalendarEvent> events)
    {
        var used = events
            .SelectMany(Times)
            .Where(time => time.Zone.Zone is not null && !time.Zone.Equals(CalendarZone.Utc))
            .GroupBy(time => time.Zone)
            .OrderBy(zone => zone.Key.Id, StringComparer.Ordinal);
        foreach (var zone in used)
        {
            var first = zone.Min(time => time.ToInstant(DateTimeZone.Utc));
            var from = Instant.Max(first, Instant.FromUtc(2, 1, 1, 0, 0)) - Duration.FromDays(366);
            Write(lines, zone.Key, from);
        }
    }

    private static IEnumerable<CalendarTime> Times(CalendarEvent of)
    {
        IEnumerable<CalendarTime?> single = [of.Start, of.End, of.RecurrenceId];
        return single
            .OfType<CalendarTime>()
            .Concat(of.ExceptionDates)
            .Concat(of.RecurrenceDates.SelectMany(d => d.End is { } end ? [d.Start, end] : new[] { d.Start }));
    }

    private static void Write(FoldedLines lines, CalendarZone named, Instant from)
    {
        lines.Write("BEGIN", "VTIMEZONE");
        lines.Write("TZID", ValueText.ZoneName(named).Trim('"'));
        var intervals = named.Zone!.GetZoneIntervals(from, Instant.FromUtc(Horizon, 1, 1, 0, 0)).ToList();
        WriteFirst(lines, intervals[0]);
        var changes = intervals.Zip(intervals.Skip(1), Onset.Between).ToList();
        foreach (var kind in changes.GroupBy(c => (c.From, c.To, c.Name, c.IsDaylight)))
        {
            foreach (var run in YearlyRun.Of(kind))
                Write(lines, run);
        }

        lines.Write("END", "VTIMEZONE");
    }

    /// <summary>What clocks show at the beginning, from a moment that nobody needs.</summary>
    private static void WriteFirst(FoldedLines lines, ZoneInterval first)
    {
        var start = first.HasStart
            ? first.Start.ToUnixTimeSeconds() + first.WallOffset.Seconds
            : LocalSeconds.Least + LocalSeconds.Day;
        Write(
            lines,
            new Onset(
                start,
                first.WallOffset.Seconds,
                first.WallOffset.Seconds,
                first.Name,
                first.Savings != Offset.Zero
            ),
            rule: null
        );
    }

    private static void Write(FoldedLines lines, YearlyRun run)
    {
        if (run.Rule is { } rule)
        {
            var until = run.IsOpen(Horizon)
                ? ""
                : $";UNTIL={ValueText.Of(run.Onsets[^1].Local - run.Onsets[^1].From, isDate: false, isUtc: true)}";
            Write(lines, run.Onsets[0], rule + until);
            return;
        }

        foreach (var onset in run.Onsets)
            Write(lines, onset, rule: null);
    }

    private static void Write(FoldedLines lines, Onset onset, string? rule)
    {
        var name = onset.IsDaylight ? "DAYLIGHT" : "STANDARD";
        lines.Write("BEGIN", name);
        lines.Write("DTSTART", ValueText.Of(onset.Local, isDate: false, isUtc: false));
        lines.Write("TZOFFSETFROM", ValueText.Offset(onset.From));
        lines.Write("TZOFFSETTO", ValueText.Offset(onset.To));
        lines.WriteText("TZNAME", onset.Name);
        if (rule is not null)
            lines.Write("RRULE", rule);
        lines.Write("END", name);
    }
}
