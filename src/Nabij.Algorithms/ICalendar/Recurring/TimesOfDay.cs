namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// At which seconds of a day a rule has instances: BYHOUR, BYMINUTE, BYSECOND, and the steps of sub-daily rules.
/// </summary>
internal sealed class TimesOfDay
{
    private readonly RecurrenceRule rule;
    private readonly long anchor;
    private readonly int unit;
    private readonly ValueList<int> minutes;
    private readonly ValueList<int> seconds;
    private readonly List<int> inUnit = [];

    public TimesOfDay(RecurrenceRule rule, long start)
    {
        this.rule = rule;
        unit = UnitOf(rule.Frequency);
        anchor = start - CivilDay.Modulo(start, unit);
        var time = LocalSeconds.TimeOf(start);
        minutes = rule.ByMinute.IsEmpty ? new(time / 60 % 60) : rule.ByMinute;
        seconds = rule.BySecond.IsEmpty ? new(time % 60) : rule.BySecond;
        Step = (long)unit * rule.Interval;
    }

    /// <summary>Seconds from one period of a sub-daily rule to the next.</summary>
    public long Step { get; }

    public static int UnitOf(Frequency frequency) =>
        frequency switch
        {
            Frequency.Hourly => 3_600,
            Frequency.Minutely => 60,
            Frequency.Secondly => 1,
            _ => LocalSeconds.Day,
        };

    /// <summary>The same times every day, for rules that step by days or more.</summary>
    public static int[] OfEveryDay(RecurrenceRule rule, long start, bool isDate)
    {
        var time = isDate ? 0 : LocalSeconds.TimeOf(start);
        if (isDate || (rule.ByHour.IsEmpty && rule.ByMinute.IsEmpty && rule.BySecond.IsEmpty))
            return [time];
        var hours = rule.ByHour.IsEmpty ? new(time / 3_600) : rule.ByHour;
        var atMinutes = rule.ByMinute.IsEmpty ? new(time / 60 % 60) : rule.ByMinute;
        var atSeconds = rule.BySecond.IsEmpty ? new(time % 60) : rule.BySecond;
        return
        [
            .. from hour in hours
            from minute in atMinutes
            from second in atSeconds
            select (hour * 60 + minute) * 60 + second,
        ];
    }

    /// <summary>The first day from this one on that a period of the sub-daily rule begins in.</summary>
    public int NextDay(int day) => LocalSeconds.DayOf(FirstFrom((long)day * LocalSeconds.Day));

    /// <summary>Fills in the times of one day; returns how many periods were looked at.</summary>
    public long Fill(int day, List<int> times)
    {
        times.Clear();
        var midnight = (long)day * LocalSeconds.Day;
        var looked = 0L;
        for (var at = FirstFrom(midnight); at < midnight + LocalSeconds.Day; at += Step)
        {
            looked++;
            var time = (int)(at - midnight);
            if (Allows(time))
                AddUnit(time, times);
        }

        return looked;
    }

    private long FirstFrom(long second) =>
        second <= anchor ? anchor : anchor + (second - anchor + Step - 1) / Step * Step;

    private bool Allows(int time) =>
        (rule.ByHour.IsEmpty || rule.ByHour.Span.Contains(time / 3_600))
        && (rule.Frequency == Frequency.Hourly || rule.ByMinute.IsEmpty || rule.ByMinute.Span.Contains(time / 60 % 60))
        && (rule.Frequency != Frequency.Secondly || rule.BySecond.IsEmpty || rule.BySecond.Span.Contains(time % 60));

    /// <summary>The instances within one hour, minute or second, of which BYSETPOS chooses.</summary>
    private void AddUnit(int time, List<int> times)
    {
        inUnit.Clear();
        if (rule.Frequency == Frequency.Secondly)
            inUnit.Add(time);
        else if (rule.Frequency == Frequency.Minutely)
            AddSeconds(time);
        else
        {
            foreach (var minute in minutes)
                AddSeconds(time + minute * 60);
        }

        if (rule.BySetPos.IsEmpty)
            times.AddRange(inUnit);
        else
            times.AddRange(SetPositions.Of(rule.BySetPos, inUnit.Count).Select(index => inUnit[(int)index]));
    }

    private void AddSeconds(int minute)
    {
        foreach (var second in seconds)
            inUnit.Add(minute + second);
    }
}
