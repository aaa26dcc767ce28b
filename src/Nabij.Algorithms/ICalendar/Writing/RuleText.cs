using System.Globalization;
using System.Text;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Writing;

/// <summary>A RECUR value whose UNTIL has the type that DTSTART asks for (RFC 5545, 3.3.10).</summary>
internal static class RuleText
{
    public static string Of(RecurrenceRule rule, in CalendarTime start)
    {
        var text = new StringBuilder("FREQ=").Append(rule.Frequency.ToString().ToUpperInvariant());
        if (rule.Until is { } until)
            text.Append(";UNTIL=").Append(UntilOf(until, start));
        else if (rule.Count is { } count)
            text.Append(CultureInfo.InvariantCulture, $";COUNT={count}");
        if (rule.Interval != 1)
            text.Append(CultureInfo.InvariantCulture, $";INTERVAL={rule.Interval}");
        if (!start.IsDate)
        {
            Add(text, "BYSECOND", rule.BySecond);
            Add(text, "BYMINUTE", rule.ByMinute);
            Add(text, "BYHOUR", rule.ByHour);
        }

        if (!rule.ByDay.IsEmpty)
            text.Append(";BYDAY=").AppendJoin(',', rule.ByDay.Select(ValueText.Of));
        Add(text, "BYMONTHDAY", rule.ByMonthDay);
        Add(text, "BYYEARDAY", rule.ByYearDay);
        Add(text, "BYWEEKNO", rule.ByWeekNo);
        Add(text, "BYMONTH", rule.ByMonth);
        Add(text, "BYSETPOS", rule.BySetPos);
        return rule.WeekStart == IsoDayOfWeek.Monday
            ? text.ToString()
            : text.Append(";WKST=").Append(ValueText.Of(rule.WeekStart)).ToString();
    }

    private static void Add(StringBuilder text, string name, ValueList<int> numbers)
    {
        if (!numbers.IsEmpty)
            text.Append(';')
                .Append(name)
                .Append('=')
                .AppendJoin(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
    }

    private static string UntilOf(CalendarTime until, in CalendarTime start)
    {
        if (start.IsDate)
            return ValueText.Of(until.Seconds, isDate: true, isUtc: false);
        var lastSecond = until.IsDate ? until.Seconds + LocalSeconds.Day - 1 : until.Seconds;
        if (start.Zone.Zone is not { } zone)
            return ValueText.Of(lastSecond, isDate: false, isUtc: false);
        return until.Zone.Zone is not null && !until.IsDate
            ? ValueText.Of(until.ToInstant(zone))
            : ValueText.Of(new CalendarTime(lastSecond, start.Zone).ToInstant(zone));
    }
}
