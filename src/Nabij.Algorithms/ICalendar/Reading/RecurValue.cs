using NodaTime;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>
/// RECUR (RFC 5545, 3.3.10). Parts that may not stand where they stand are ignored with a problem, as the RFC's MUST
/// NOT leaves no other meaning.
/// </summary>
internal readonly ref struct RecurValue(ProblemList problems, int line)
{
    public RecurrenceRule? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length > 6 && PropertyNames.Same(text[..6], "RRULE:"u8))
            text = text[6..];
        var rule = FrequencyOf(text) is { } frequency ? new RecurrenceRule(frequency) : null;
        if (rule is null)
            problems.Add(
                ProblemKind.UnreadableValue,
                line,
                "The rule has no FREQ that we know; only its first date is shown."
            );
        foreach (var range in text.Split((byte)';'))
        {
            if (rule is null)
                return null;
            var part = text[range].Trim(" \t"u8);
            var equals = part.IndexOf((byte)'=');
            if (equals > 0)
                rule = With(rule, part[..equals].Trim((byte)' '), part[(equals + 1)..].Trim((byte)' '));
            else if (!part.IsEmpty)
                problems.Add(
                    ProblemKind.UnreadableValue,
                    line,
                    $"'{TextValue.Characters(part)}' is not a part of a rule."
                );
        }

        return rule is null ? null : Tidied(rule);
    }

    private static Frequency? FrequencyOf(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)';'))
        {
            var part = text[range].Trim(" \t"u8);
            if (part.Length < 6 || !PropertyNames.Same(part[..5], "FREQ="u8))
                continue;
            foreach (var frequency in Enum.GetValues<Frequency>())
            {
                if (System.Text.Ascii.EqualsIgnoreCase(part[5..].Trim((byte)' '), frequency.ToString()))
                    return frequency;
            }
        }

        return null;
    }

    private RecurrenceRule? With(RecurrenceRule rule, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var part = System.Text.Encoding.ASCII.GetString(name).ToUpperInvariant();
        switch (part)
        {
            case "FREQ":
                return rule;
            case "INTERVAL":
                return Number(value, out var interval) && interval >= 1
                    ? rule with
                    {
                        Interval = interval,
                    }
                    : Ignored(rule, part, value);
            case "COUNT":
                return Number(value, out var count) && count >= 1
                    ? rule with
                    {
                        Count = count,
                    }
                    : Ignored(rule, part, value);
            case "UNTIL":
                return Until(value) is { } until ? rule with { Until = until } : Refused(part, value);
            case "WKST":
                return DayOf(value) is { } start ? rule with { WeekStart = start } : Ignored(rule, part, value);
            case "RSCALE" when PropertyNames.Same(value, "GREGORIAN"u8):
            case "SKIP" when PropertyNames.Same(value, "OMIT"u8):
                return rule;
            case "RSCALE" or "SKIP":
                problems.Add(
                    ProblemKind.UnsupportedRule,
                    line,
                    $"Rules with {part}={TextValue.Characters(value)} are not followed; only the first date is shown."
                );
                return null;
            default:
                return WithBy(rule, part, value);
        }
    }

    private RecurrenceRule? WithBy(RecurrenceRule rule, string part, ReadOnlySpan<byte> value)
    {
        switch (part)
        {
            case "BYSECOND":
                return Numbers(value, 0, 60) is { } seconds
                    ? rule with
                    {
                        BySecond = LeapSecondsAs59(seconds),
                    }
                    : Refused(part, value);
            case "BYMINUTE":
                return Numbers(value, 0, 59) is { } minutes ? rule with { ByMinute = minutes } : Refused(part, value);
            case "BYHOUR":
                return Numbers(value, 0, 23) is { } hours ? rule with { ByHour = hours } : Refused(part, value);
            case "BYDAY":
                return Weekdays(value) is { } days ? rule with { ByDay = days } : Refused(part, value);
            case "BYMONTHDAY":
                return Numbers(value, -31, 31) is { } monthDays
                    ? rule with
                    {
                        ByMonthDay = monthDays,
                    }
                    : Refused(part, value);
            case "BYYEARDAY":
                return Numbers(value, -366, 366) is { } yearDays
                    ? rule with
                    {
                        ByYearDay = yearDays,
                    }
                    : Refused(part, value);
            case "BYWEEKNO":
                return Numbers(value, -53, 53) is { } weeks ? rule with { ByWeekNo = weeks } : Refused(part, value);
            case "BYMONTH":
                return Numbers(value, 1, 12) is { } months ? rule with { ByMonth = months } : Refused(part, value);
            case "BYSETPOS":
                return Numbers(value, -366, 366) is { } places ? rule with { BySetPos = places } : Refused(part, value);
            default:
                return Ignored(rule, part, value);
        }
    }

    private RecurrenceRule Ignored(RecurrenceRule rule, string part, ReadOnlySpan<byte> value)
    {
        problems.Add(
            ProblemKind.UnreadableValue,
            line,
            $"{part}={TextValue.Characters(value)} means nothing in a rule and is ignored."
        );
        return rule;
    }

    private RecurrenceRule? Refused(string part, ReadOnlySpan<byte> value)
    {
        problems.Add(
            ProblemKind.UnreadableValue,
            line,
            $"{part}={TextValue.Characters(value)} cannot be read; only the first date of the rule is shown."
        );
        return null;
    }

    private RecurrenceRule Tidied(RecurrenceRule rule)
    {
        if (!rule.ByWeekNo.IsEmpty && rule.Frequency != Frequency.Yearly)
            rule = Misplaced(rule with { ByWeekNo = default }, "BYWEEKNO may only stand in a yearly rule.");
        if (!rule.ByYearDay.IsEmpty && rule.Frequency is Frequency.Daily or Frequency.Weekly or Frequency.Monthly)
            rule = Misplaced(
                rule with
                {
                    ByYearDay = default,
                },
                "BYYEARDAY may not stand in a daily, weekly or monthly rule."
            );
        if (!rule.ByMonthDay.IsEmpty && rule.Frequency == Frequency.Weekly)
            rule = Misplaced(rule with { ByMonthDay = default }, "BYMONTHDAY may not stand in a weekly rule.");
        if (HasOrdinal(rule) && (rule.Frequency < Frequency.Monthly || !rule.ByWeekNo.IsEmpty))
            rule = Misplaced(
                rule with
                {
                    ByDay = WithoutOrdinals(rule.ByDay),
                },
                "BYDAY with a number may only stand in a monthly rule, or a yearly one without BYWEEKNO."
            );
        if (!rule.BySetPos.IsEmpty && (rule with { BySetPos = default }).IsPlain)
            rule = Misplaced(
                rule with
                {
                    BySetPos = default,
                },
                "BYSETPOS chooses from another BY part, and there is none."
            );
        return rule;
    }

    private RecurrenceRule Misplaced(RecurrenceRule rule, string words)
    {
        problems.Add(ProblemKind.MisplacedRulePart, line, words + " It is ignored.");
        return rule;
    }

    private static bool HasOrdinal(RecurrenceRule rule)
    {
        foreach (var day in rule.ByDay)
        {
            if (day.Ordinal != 0)
                return true;
        }

        return false;
    }

    private static ValueList<WeekdayNumber> WithoutOrdinals(ValueList<WeekdayNumber> days) =>
        new([.. days.Select(d => new WeekdayNumber(d.Day)).Distinct().OrderBy(d => d.Day)]);

    private static ValueList<int> LeapSecondsAs59(ValueList<int> seconds) =>
        new([.. seconds.Select(s => Math.Min(s, 59)).Distinct()]);

    private static CalendarTime? Until(ReadOnlySpan<byte> value) =>
        DateTimeValue.TryRead(value, out var seconds, out var isDate, out var isUtc)
            ? new CalendarTime(seconds, isUtc ? CalendarZone.Utc : CalendarZone.Floating, isDate)
            : null;

    private static bool Number(ReadOnlySpan<byte> text, out int number)
    {
        if (text is [(byte)'+', ..])
            text = text[1..];
        return System.Buffers.Text.Utf8Parser.TryParse(text, out number, out var read) && read == text.Length;
    }

    /// <summary>
    /// Ascending and each once; null where one cannot be read or lies outside, zero included for parts that count from
    /// one.
    /// </summary>
    private static ValueList<int>? Numbers(ReadOnlySpan<byte> value, int least, int most)
    {
        var numbers = new SortedSet<int>();
        foreach (var range in value.Split((byte)','))
        {
            var text = value[range].Trim((byte)' ');
            if (text.IsEmpty)
                continue;
            if (!Number(text, out var number) || number < least || number > most || (number == 0 && least < 0))
                return null;
            numbers.Add(number);
        }

        return numbers.Count == 0 ? null : new ValueList<int>([.. numbers]);
    }

    private static ValueList<WeekdayNumber>? Weekdays(ReadOnlySpan<byte> value)
    {
        var days = new List<WeekdayNumber>();
        foreach (var range in value.Split((byte)','))
        {
            var text = value[range].Trim((byte)' ');
            if (text.IsEmpty)
                continue;
            var ordinal = 0;
            if (
                text.Length < 2
                || DayOf(text[^2..]) is not { } day
                || (text.Length > 2 && !Number(text[..^2], out ordinal))
            )
                return null;
            if (text.Length > 2 && (ordinal == 0 || Math.Abs(ordinal) > 53))
                return null;
            days.Add(new WeekdayNumber(day, ordinal));
        }

        var sorted = days.Distinct().OrderBy(d => d.Ordinal).ThenBy(d => d.Day).ToArray();
        return sorted.Length == 0 ? null : new ValueList<WeekdayNumber>(sorted);
    }

    private static IsoDayOfWeek? DayOf(ReadOnlySpan<byte> text) =>
        PropertyNames.Same(text, "MO"u8) ? IsoDayOfWeek.Monday
        : PropertyNames.Same(text, "TU"u8) ? IsoDayOfWeek.Tuesday
        : PropertyNames.Same(text, "WE"u8) ? IsoDayOfWeek.Wednesday
        : PropertyNames.Same(text, "TH"u8) ? IsoDayOfWeek.Thursday
        : PropertyNames.Same(text, "FR"u8) ? IsoDayOfWeek.Friday
        : PropertyNames.Same(text, "SA"u8) ? IsoDayOfWeek.Saturday
        : PropertyNames.Same(text, "SU"u8) ? IsoDayOfWeek.Sunday
        : null;
}
