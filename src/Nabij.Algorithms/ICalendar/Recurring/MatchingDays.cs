namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// Which days of a year the parts BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY leave: each part is a set of days,
/// and the rule takes what all have in common. What a rule does not say it takes from its start (RFC 5545, 3.3.10:
/// 'Information, not contained in the rule, necessary to determine the various recurrence instance start time and dates
/// are derived from DTSTART').
/// </summary>
internal sealed class MatchingDays
{
    private readonly RecurrenceRule rule;
    private readonly bool takesAll;
    private DaySet even;
    private DaySet odd;
    private int evenYear = -1;
    private int oddYear = -1;
    private int firstDay = int.MaxValue;
    private int lastDay = int.MinValue;
    private int year;

    public MatchingDays(RecurrenceRule rule, int startDay)
    {
        this.rule = WithDefaults(rule, startDay);
        takesAll =
            this.rule.ByMonth.IsEmpty
            && this.rule.ByWeekNo.IsEmpty
            && this.rule.ByYearDay.IsEmpty
            && this.rule.ByMonthDay.IsEmpty
            && this.rule.ByDay.IsEmpty;
    }

    public ref readonly DaySet Of(int wanted)
    {
        ref var days = ref (wanted & 1) == 0 ? ref even : ref odd;
        ref var known = ref (wanted & 1) == 0 ? ref evenYear : ref oddYear;
        if (known != wanted)
            (days, known) = (Build(wanted), wanted);
        return ref days;
    }

    public bool Contains(int day)
    {
        if (takesAll)
            return true;
        if (day < firstDay || day > lastDay)
        {
            year = CivilDay.YearOf(day);
            firstDay = CivilDay.Of(year, 1, 1);
            lastDay = firstDay + CivilDay.DaysInYear(year) - 1;
        }

        return Of(year).Contains(day - firstDay);
    }

    private static RecurrenceRule WithDefaults(RecurrenceRule rule, int startDay)
    {
        if (!rule.ByDay.IsEmpty || !rule.ByMonthDay.IsEmpty || !rule.ByYearDay.IsEmpty)
            return rule;
        var weekday = new ValueList<WeekdayNumber>(
            new WeekdayNumber((NodaTime.IsoDayOfWeek)(CivilDay.Weekday(startDay) + 1))
        );
        var (_, month, day) = CivilDay.ToDate(startDay);
        return rule.Frequency switch
        {
            Frequency.Weekly => rule with { ByDay = weekday },
            Frequency.Monthly => rule with { ByMonthDay = new(day) },
            Frequency.Yearly when !rule.ByWeekNo.IsEmpty => rule with { ByDay = weekday },
            Frequency.Yearly => rule with
            {
                ByMonthDay = new(day),
                ByMonth = rule.ByMonth.IsEmpty ? new(month) : rule.ByMonth,
            },
            _ => rule,
        };
    }

    private DaySet Build(int wanted)
    {
        var shape = new YearShape(wanted, rule.WeekStart);
        var days = default(DaySet);
        if (rule.ByMonth.IsEmpty)
            days.AddRange(0, shape.Length);
        foreach (var month in rule.ByMonth)
            days.AddRange(shape.FirstOf(month), shape.FirstOf(month + 1));
        if (!rule.ByWeekNo.IsEmpty)
            days.Keep(shape.Weeks(rule.ByWeekNo));
        if (!rule.ByYearDay.IsEmpty)
            days.Keep(shape.YearDays(rule.ByYearDay));
        if (!rule.ByMonthDay.IsEmpty)
            days.Keep(shape.MonthDays(rule.ByMonthDay));
        if (!rule.ByDay.IsEmpty)
            days.Keep(
                shape.Weekdays(rule.ByDay, withinMonths: rule.Frequency == Frequency.Monthly || !rule.ByMonth.IsEmpty)
            );
        return days;
    }
}
