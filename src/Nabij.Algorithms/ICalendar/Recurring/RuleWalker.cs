namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// Walks the instances of one rule in wall time, ascending: period after period, in each the matching days, on each the
/// times. A start that the rule would not give is no instance: RFC 5545, 3.8.5.3 leaves that set undefined, and the
/// engines that we compared with agree.
/// </summary>
internal sealed class RuleWalker
{
    private readonly RecurrenceRule rule;
    private readonly long start;
    private readonly bool isDate;
    private readonly long end;
    private readonly Budget budget;
    private readonly MatchingDays matching;
    private readonly TimesOfDay? subDaily;
    private readonly int[] everyDay;
    private readonly List<int> today = [];
    private List<long>? chosen;
    private readonly long lastPeriod;
    private long position;
    private long left;
    private DaySet days;
    private int firstDay;
    private int day = -1;
    private int index;

    /// <param name="rule">The rule.</param>
    /// <param name="start">Wall seconds of DTSTART.</param>
    /// <param name="isDate">Whether DTSTART is a date.</param>
    /// <param name="end">The last wall second of interest, UNTIL included.</param>
    /// <param name="budget">Ends the walk when spent.</param>
    public RuleWalker(RecurrenceRule rule, long start, bool isDate, long end, Budget budget)
    {
        (this.rule, this.start, this.isDate, this.budget) = (rule, start, isDate, budget);
        this.end = Math.Min(end, LocalSeconds.Most);
        left = rule.Count ?? long.MaxValue;
        matching = new MatchingDays(rule, LocalSeconds.DayOf(start));
        subDaily = rule.Frequency < Frequency.Daily ? new TimesOfDay(rule, start) : null;
        everyDay = subDaily is null && !budget.IsSpentForEvent ? TimesOfDay.OfEveryDay(rule, start, isDate) : [];
        budget.Spend(everyDay.Length);
        (position, lastPeriod) = (PeriodOf(start), PeriodOf(LocalSeconds.Most));
    }

    /// <summary>
    /// Skips instances before this wall second, as far as that needs no counting; some may still come.
    /// </summary>
    public void Seek(long from)
    {
        if (from <= start)
            return;
        if (rule.Count is null)
        {
            position = Aligned(PeriodOf(from));
        }
        else if (CountedJump.To(rule, start, from, everyDay) is { } jump)
        {
            left -= jump.Instances;
            position = Aligned(PeriodOf(jump.Second));
        }
    }

    public bool Next(out long local)
    {
        while (left > 0 && Candidate(out local))
        {
            if (local < start)
                continue;
            left--;
            return local <= end;
        }

        local = 0;
        return false;
    }

    private bool Candidate(out long local)
    {
        while (true)
        {
            if (chosen is null ? NextOfDays(out local) : NextOfChosen(out local))
                return budget.Spend(1);
            if (!budget.Spend(1) || !LoadPeriod())
                return false;
        }
    }

    private bool NextOfChosen(out long local)
    {
        local = index < chosen!.Count ? chosen[index] : 0;
        return index++ < chosen.Count;
    }

    private bool NextOfDays(out long local)
    {
        local = 0;
        if (day < 0)
            return false;
        local = (long)(firstDay + day) * LocalSeconds.Day + (subDaily is null ? everyDay[index] : today[index]);
        index++;
        if (index >= (subDaily is null ? everyDay.Length : today.Count))
            (day, index) = (days.NextFrom(day + 1), 0);
        return true;
    }

    /// <summary>
    /// Sets days and times of the period at <see cref="position"/> and moves on; false where nothing of interest can
    /// follow.
    /// </summary>
    private bool LoadPeriod()
    {
        if (position >= lastPeriod)
            return false;
        switch (rule.Frequency)
        {
            case Frequency.Yearly:
                LoadYear((int)position);
                break;
            case Frequency.Monthly:
                LoadMonth((int)(position / 12), (int)(position % 12) + 1);
                break;
            case Frequency.Weekly:
                LoadWeek((int)position);
                break;
            case Frequency.Daily:
                LoadDay((int)position);
                break;
            default:
                LoadSubDaily((int)position);
                break;
        }

        position += subDaily is null ? Stride : 1;
        (day, index) = (days.NextFrom(0), 0);
        if (!rule.BySetPos.IsEmpty && subDaily is null)
            Choose();
        return (long)firstDay * LocalSeconds.Day <= end;
    }

    private long Stride => rule.Frequency == Frequency.Weekly ? 7L * rule.Interval : rule.Interval;

    private void LoadYear(int year)
    {
        (firstDay, days) = (CivilDay.Of(year, 1, 1), matching.Of(year));
    }

    private void LoadMonth(int year, int month)
    {
        firstDay = CivilDay.Of(year, month, 1);
        days = DaySet.OfBits(
            matching.Of(year).Bits(firstDay - CivilDay.Of(year, 1, 1), CivilDay.DaysInMonth(year, month))
        );
    }

    private void LoadWeek(int first)
    {
        var bits = 0UL;
        for (var i = 0; i < 7; i++)
            bits |= matching.Contains(first + i) ? 1UL << i : 0;
        (firstDay, days) = (first, DaySet.OfBits(bits));
    }

    private void LoadDay(int only) => (firstDay, days) = (only, DaySet.OfBits(matching.Contains(only) ? 1UL : 0));

    private void LoadSubDaily(int wanted)
    {
        position = subDaily!.NextDay(wanted);
        (firstDay, days) = ((int)position, default);
        if ((long)firstDay * LocalSeconds.Day > end || !matching.Contains(firstDay))
            return;
        if (!isDate)
            budget.Spend(subDaily.Fill(firstDay, today));
        else if (today.Count == 0)
            today.Add(0);

        days = DaySet.OfBits(today.Count > 0 ? 1UL : 0);
    }

    private void Choose()
    {
        chosen ??= [];
        chosen.Clear();
        var found = new List<int>();
        for (var i = days.NextFrom(0); i >= 0; i = days.NextFrom(i + 1))
            found.Add(i);
        foreach (var place in SetPositions.Of(rule.BySetPos, (long)found.Count * everyDay.Length))
        {
            var (dayIndex, timeIndex) = Math.DivRem(place, everyDay.Length);
            chosen.Add((long)(firstDay + found[(int)dayIndex]) * LocalSeconds.Day + everyDay[timeIndex]);
        }
    }

    /// <summary>
    /// The number of the period that a wall second lies in: a year, a month, the first day of a week, a day.
    /// </summary>
    private long PeriodOf(long local)
    {
        var onDay = LocalSeconds.DayOf(Math.Clamp(local, LocalSeconds.Least, LocalSeconds.Most));
        var (year, month, _) = CivilDay.ToDate(onDay);
        return rule.Frequency switch
        {
            Frequency.Yearly => year,
            Frequency.Monthly => year * 12L + month - 1,
            Frequency.Weekly => onDay - CivilDay.Modulo(CivilDay.Weekday(onDay) - ((int)rule.WeekStart - 1), 7),
            _ => onDay,
        };
    }

    /// <summary>The last period at or before this one that the interval hits.</summary>
    private long Aligned(long period)
    {
        var origin = PeriodOf(start);
        return subDaily is not null ? Math.Max(origin, period) : origin + (period - origin) / Stride * Stride;
    }
}
