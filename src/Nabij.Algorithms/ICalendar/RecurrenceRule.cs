using System.Runtime.InteropServices;
using NodaTime;

namespace Nabij.Algorithms.ICalendar;

/// <summary>FREQ: the period that a rule steps through.</summary>
public enum Frequency
{
    /// <summary>SECONDLY</summary>
    Secondly,

    /// <summary>MINUTELY</summary>
    Minutely,

    /// <summary>HOURLY</summary>
    Hourly,

    /// <summary>DAILY</summary>
    Daily,

    /// <summary>WEEKLY</summary>
    Weekly,

    /// <summary>MONTHLY</summary>
    Monthly,

    /// <summary>YEARLY</summary>
    Yearly,
}

/// <summary>A day of BYDAY: <c>-1SU</c> is the last Sunday, <c>SU</c> every Sunday.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Ordinal">Which one in the month or year, from the end where negative; 0 for every one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WeekdayNumber(IsoDayOfWeek Day, int Ordinal = 0);

/// <summary>
/// RRULE (RFC 5545, 3.3.10). Parts hold their numbers in ascending order. An empty part is a part not given.
/// </summary>
public sealed record RecurrenceRule(Frequency Frequency)
{
    /// <summary>INTERVAL: every how many periods; at least one.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>COUNT: how many instances, the start being the first.</summary>
    public int? Count { get; init; }

    /// <summary>UNTIL: the last moment or date, included.</summary>
    public CalendarTime? Until { get; init; }

    /// <summary>BYSECOND, 0 to 59 (a leap second is read as 59).</summary>
    public ValueList<int> BySecond { get; init; }

    /// <summary>BYMINUTE, 0 to 59.</summary>
    public ValueList<int> ByMinute { get; init; }

    /// <summary>BYHOUR, 0 to 23.</summary>
    public ValueList<int> ByHour { get; init; }

    /// <summary>BYDAY.</summary>
    public ValueList<WeekdayNumber> ByDay { get; init; }

    /// <summary>BYMONTHDAY, 1 to 31 or -31 to -1.</summary>
    public ValueList<int> ByMonthDay { get; init; }

    /// <summary>BYYEARDAY, 1 to 366 or -366 to -1.</summary>
    public ValueList<int> ByYearDay { get; init; }

    /// <summary>BYWEEKNO, 1 to 53 or -53 to -1; yearly rules only.</summary>
    public ValueList<int> ByWeekNo { get; init; }

    /// <summary>BYMONTH, 1 to 12.</summary>
    public ValueList<int> ByMonth { get; init; }

    /// <summary>BYSETPOS: which of the instances of one period, from the end where negative.</summary>
    public ValueList<int> BySetPos { get; init; }

    /// <summary>WKST: the day on which a week begins.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    internal bool IsPlain =>
        BySecond.IsEmpty
        && ByMinute.IsEmpty
        && ByHour.IsEmpty
        && ByDay.IsEmpty
        && ByMonthDay.IsEmpty
        && ByYearDay.IsEmpty
        && ByWeekNo.IsEmpty
        && ByMonth.IsEmpty
        && BySetPos.IsEmpty;
}
