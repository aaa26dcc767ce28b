using Nabij.Algorithms.ICalendar;
using NodaTime;
using NodaTime.Calendars;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>
/// RRULE by asking of every minute in turn whether it belongs: slow, without any set or jump, and on NodaTime's
/// calendar where the engine has its own.
/// </summary>
internal sealed class SlowDefinition(RecurrenceRule rule, LocalDateTime start)
{
    public IEnumerable<LocalDateTime> Until(LocalDateTime end)
    {
        var count = 0;
        foreach (var period in Candidates(end).Where(Matches).GroupBy(PeriodOf).OrderBy(p => p.Key))
        {
            foreach (var instance in Chosen([.. period.Order()]).Where(t => t >= start))
            {
                if (rule.Count is { } most && ++count > most)
                    yield break;
                yield return instance;
            }
        }
    }

    private IEnumerable<LocalDateTime> Chosen(LocalDateTime[] all) =>
        rule.BySetPos.IsEmpty
            ? all
            : all.Where((_, i) => rule.BySetPos.Contains(i + 1) || rule.BySetPos.Contains(i - all.Length));

    /// <summary>
    /// From the beginning of the first period to the end of the last, for BYSETPOS counts in whole periods.
    /// </summary>
    private IEnumerable<LocalDateTime> Candidates(LocalDateTime end)
    {
        var (first, _) = PeriodAround(start.Date);
        var (_, last) = PeriodAround(end.Date);
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (!MatchesDay(day))
                continue;
            for (var minute = 0; minute < 1_440; minute++)
                yield return day.AtMidnight().PlusMinutes(minute);
        }
    }

    private (LocalDate First, LocalDate Last) PeriodAround(LocalDate day) =>
        rule.Frequency switch
        {
            Frequency.Yearly => (new LocalDate(day.Year, 1, 1), new LocalDate(day.Year, 12, 31)),
            Frequency.Monthly => (
                new LocalDate(day.Year, day.Month, 1),
                new LocalDate(day.Year, day.Month, DaysInMonth(day))
            ),
            Frequency.Weekly => (day.PlusDays(1).Previous(rule.WeekStart), day.Next(rule.WeekStart).PlusDays(-1)),
            _ => (day, day),
        };

    private bool Matches(LocalDateTime t) =>
        MatchesTime(t) && Math.Abs(PeriodOf(t) - PeriodOf(start)) % rule.Interval == 0;

    private bool MatchesTime(LocalDateTime t)
    {
        var hour = rule.ByHour.IsEmpty
            ? rule.Frequency < Frequency.Daily || t.Hour == start.Hour
            : rule.ByHour.Contains(t.Hour);
        var minute = rule.ByMinute.IsEmpty
            ? rule.Frequency < Frequency.Hourly || t.Minute == start.Minute
            : rule.ByMinute.Contains(t.Minute);
        return hour && minute;
    }

    private long PeriodOf(LocalDateTime t) =>
        rule.Frequency switch
        {
            Frequency.Yearly => t.Year,
            Frequency.Monthly => t.Year * 12 + t.Month,
            Frequency.Weekly => Period.DaysBetween(new LocalDate(1900, 1, 1).Previous(rule.WeekStart), t.Date) / 7,
            Frequency.Daily => Period.DaysBetween(new LocalDate(1900, 1, 1), t.Date),
            Frequency.Hourly => Period.Between(new LocalDateTime(1900, 1, 1, 0, 0), t, PeriodUnits.Hours).Hours,
            _ => Period.Between(new LocalDateTime(1900, 1, 1, 0, 0), t, PeriodUnits.Minutes).Minutes,
        };

    private bool MatchesDay(LocalDate day) =>
        Month(day)
        && (rule.ByWeekNo.IsEmpty || rule.ByWeekNo.Any(n => IsWeek(day, n)))
        && (
            rule.ByYearDay.IsEmpty
            || rule.ByYearDay.Any(n => day.DayOfYear == n || day.DayOfYear - DaysInYear(day) - 1 == n)
        )
        && (rule.ByMonthDay.IsEmpty || rule.ByMonthDay.Any(n => day.Day == n || day.Day - DaysInMonth(day) - 1 == n))
        && (rule.ByDay.IsEmpty || rule.ByDay.Any(d => IsWeekday(day, d)))
        && (!SaysNoDay || IsDayOfStart(day));

    private bool SaysNoDay => rule.ByYearDay.IsEmpty && rule.ByMonthDay.IsEmpty && rule.ByDay.IsEmpty;

    private bool Month(LocalDate day) =>
        rule.ByMonth.IsEmpty
            ? rule.Frequency != Frequency.Yearly || !SaysNoDay || !rule.ByWeekNo.IsEmpty || day.Month == start.Month
            : rule.ByMonth.Contains(day.Month);

    private bool IsDayOfStart(LocalDate day) =>
        rule.Frequency switch
        {
            Frequency.Yearly when !rule.ByWeekNo.IsEmpty => day.DayOfWeek == start.DayOfWeek,
            Frequency.Yearly or Frequency.Monthly => day.Day == start.Day,
            Frequency.Weekly => day.DayOfWeek == start.DayOfWeek,
            _ => true,
        };

    private bool IsWeek(LocalDate day, int number)
    {
        var weeks = WeekYearRules.ForMinDaysInFirstWeek(4, rule.WeekStart);
        var owner = weeks.GetWeekYear(day);
        var week = weeks.GetWeekOfWeekYear(day);
        return week == number || week - weeks.GetWeeksInWeekYear(owner) - 1 == number;
    }

    private bool IsWeekday(LocalDate day, WeekdayNumber wanted)
    {
        if (day.DayOfWeek != wanted.Day || wanted.Ordinal == 0)
            return day.DayOfWeek == wanted.Day;
        var inMonth = rule.Frequency == Frequency.Monthly || !rule.ByMonth.IsEmpty;
        var (place, length) = inMonth ? (day.Day, DaysInMonth(day)) : (day.DayOfYear, DaysInYear(day));
        return (place + 6) / 7 == wanted.Ordinal || -((length - place + 7) / 7) == wanted.Ordinal;
    }

    private static int DaysInMonth(LocalDate day) => day.Calendar.GetDaysInMonth(day.Year, day.Month);

    private static int DaysInYear(LocalDate day) => day.Calendar.GetDaysInYear(day.Year);
}
