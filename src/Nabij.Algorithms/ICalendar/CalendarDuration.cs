using System.Runtime.InteropServices;

namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// A length of time: days on the calendar, then seconds on the clock. A day is as long as that day is, an hour is
/// always sixty minutes (RFC 5545, 3.3.6).
/// </summary>
/// <param name="Days">Weeks and days, added to the local time.</param>
/// <param name="Seconds">Hours, minutes and seconds, added to the moment.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CalendarDuration(int Days, long Seconds)
{
    /// <summary>The most we believe: a century.</summary>
    internal const int MostDays = 36_525;

    /// <summary>At least this much in seconds, days taken long: to look back far enough.</summary>
    internal long Reach => ((long)Days + 1) * LocalSeconds.Day + Math.Max(0, Seconds);
}
