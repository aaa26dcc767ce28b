using System.Runtime.InteropServices;

namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// How long each occurrence lasts. With DTEND it is the same exact time for all, with DURATION the same nominal time
/// (RFC 5545, 3.8.5.3); a date without either lasts that day, a time without either no time (3.6.1).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Length(int Days, long Seconds)
{
    public long Reach => new CalendarDuration(Days, Seconds).Reach;

    public static Length Of(CalendarEvent of, Clocks clocks) => Of(of.Start, of.End, of.Duration, clocks);

    public static Length Of(in CalendarTime start, CalendarTime? end, CalendarDuration? duration, Clocks clocks)
    {
        if (start.IsDate)
            return new Length(Math.Max(1, DaysOf(start, end, duration)), 0);
        if (end is { } last)
        {
            var zone = clocks.Of(last.IsDate ? start.Zone : last.Zone);
            return new Length(
                0,
                Math.Clamp(
                    zone.ToUtc(last.Seconds) - clocks.ToUtc(start),
                    0,
                    (long)CalendarDuration.MostDays * LocalSeconds.Day
                )
            );
        }

        return duration is { } lasts ? new Length(lasts.Days, lasts.Seconds) : default;
    }

    private static int DaysOf(in CalendarTime start, CalendarTime? end, CalendarDuration? duration)
    {
        if (end is { } last)
            return Math.Min(
                LocalSeconds.DayOf(last.Seconds) - LocalSeconds.DayOf(start.Seconds),
                CalendarDuration.MostDays
            );
        return duration is { } lasts
            ? lasts.Days + (int)((lasts.Seconds + LocalSeconds.Day - 1) / LocalSeconds.Day)
            : 1;
    }
}
