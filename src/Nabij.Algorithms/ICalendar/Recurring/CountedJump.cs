namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// COUNT by arithmetic, where every period has the same number of instances: every so many days or seconds, and weekly
/// on fixed days. A daily count from 1930 then costs no more than one from yesterday.
/// </summary>
internal static class CountedJump
{
    /// <summary>
    /// A second to go on from, at the beginning of a period, and how many instances lie before it; null where counting
    /// is needed.
    /// </summary>
    public static (long Second, long Instances)? To(RecurrenceRule rule, long start, long from, int[] times)
    {
        if (rule.IsPlain && rule.Frequency == Frequency.Daily)
            return Daily(rule, start, from);
        if (rule.Frequency == Frequency.Weekly && rule.ByMonth.IsEmpty && rule.BySetPos.IsEmpty)
            return Weekly(rule, start, from, times);
        return rule.IsPlain && rule.Frequency < Frequency.Daily ? SubDaily(rule, start, from) : null;
    }

    private static (long, long) Daily(RecurrenceRule rule, long start, long from)
    {
        var periods = (long)(LocalSeconds.DayOf(from) - LocalSeconds.DayOf(start)) / rule.Interval;
        return (start - LocalSeconds.TimeOf(start) + periods * rule.Interval * LocalSeconds.Day, periods);
    }

    /// <summary>To a midnight, for the walk goes on day by day.</summary>
    private static (long, long) SubDaily(RecurrenceRule rule, long start, long from)
    {
        var step = (long)TimesOfDay.UnitOf(rule.Frequency) * rule.Interval;
        var midnight = from - LocalSeconds.TimeOf(from);
        return midnight <= start
            ? (start - LocalSeconds.TimeOf(start), 0)
            : (midnight, (midnight - start + step - 1) / step);
    }

    private static (long, long)? Weekly(RecurrenceRule rule, long start, long from, int[] times)
    {
        var day = LocalSeconds.DayOf(start);
        var weekday = FromWeekStart(rule, CivilDay.Weekday(day));
        var firstWeek = day - weekday;
        var weeks = (LocalSeconds.DayOf(from) - firstWeek) / 7 / rule.Interval;
        if (weeks <= 0)
            return null;
        var perWeek = rule.ByDay.IsEmpty ? 1 : rule.ByDay.Count;
        var lost = 0L;
        for (var i = 0; i < perWeek; i++)
        {
            var on = rule.ByDay.IsEmpty ? weekday : FromWeekStart(rule, (int)rule.ByDay[i].Day - 1);
            foreach (var time in times)
            {
                var second = (long)(firstWeek + on) * LocalSeconds.Day + time;
                lost += second < start ? 1 : 0;
            }
        }

        var instances = (long)weeks * perWeek * times.Length - lost;
        return ((long)(firstWeek + weeks * 7L * rule.Interval) * LocalSeconds.Day, instances);
    }

    private static int FromWeekStart(RecurrenceRule rule, int weekday) =>
        CivilDay.Modulo(weekday - ((int)rule.WeekStart - 1), 7);
}
