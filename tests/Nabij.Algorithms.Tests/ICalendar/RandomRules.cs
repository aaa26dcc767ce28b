using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.ICalendar;
using NodaTime;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>Rules of every frequency with every part that may stand in it.</summary>
internal static class RandomRules
{
    public static Gen<(RecurrenceRule Rule, LocalDateTime Start)> Any() =>
        from frequency in Gen.Elements(
            Frequency.Minutely,
            Frequency.Hourly,
            Frequency.Daily,
            Frequency.Weekly,
            Frequency.Monthly,
            Frequency.Yearly
        )
        from minutes in Gen.Choose(0, 3_000_000)
        from interval in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 7)))
        from count in Gen.Frequency((2, Gen.Constant((int?)null)), (1, Gen.Choose(1, 30).Select(n => (int?)n)))
        from weekStart in Gen.Choose(1, 7)
        from months in Numbers(1, 12, 4, maybe: 3)
        from weeks in Numbers(-53, 53, 5, maybe: 3)
        from yearDays in Numbers(-366, 366, 20, maybe: 4)
        from monthDays in Numbers(-31, 31, 8, maybe: 3)
        from weekdays in Weekdays()
        from hours in Numbers(0, 23, 3, maybe: 4)
        from minute in Numbers(0, 59, 3, maybe: 4)
        from places in Numbers(-4, 4, 2, maybe: 4)
        let start = new LocalDateTime(2023, 1, 1, 0, 0).PlusMinutes(minutes % 1_500_000)
        select (
            Allowed(
                new RecurrenceRule(frequency)
                {
                    Interval = interval,
                    Count = count,
                    WeekStart = (IsoDayOfWeek)weekStart,
                    ByMonth = months,
                    ByWeekNo = weeks,
                    ByYearDay = yearDays,
                    ByMonthDay = monthDays,
                    ByDay = weekdays,
                    ByHour = hours,
                    ByMinute = minute,
                    BySetPos = places,
                }
            ),
            start
        );

    private static RecurrenceRule Allowed(RecurrenceRule rule)
    {
        if (rule.Frequency != Frequency.Yearly)
            rule = rule with { ByWeekNo = default };
        if (rule.Frequency is Frequency.Daily or Frequency.Weekly or Frequency.Monthly)
            rule = rule with { ByYearDay = default };
        if (rule.Frequency == Frequency.Weekly)
            rule = rule with { ByMonthDay = default };
        if (rule.Frequency < Frequency.Monthly || !rule.ByWeekNo.IsEmpty)
            rule = rule with
            {
                ByDay = new([.. rule.ByDay.Select(d => new WeekdayNumber(d.Day)).Distinct().OrderBy(d => d.Day)]),
            };
        return
            (rule with { BySetPos = default, Count = null, Interval = 1 })
            == new RecurrenceRule(rule.Frequency) { WeekStart = rule.WeekStart }
            ? rule with
            {
                BySetPos = default,
            }
            : rule;
    }

    private static Gen<ValueList<int>> Numbers(int least, int most, int length, int maybe) =>
        Gen.Frequency(
            (maybe, Gen.Constant(default(ValueList<int>))),
            (
                1,
                Gen.Choose(least, most)
                    .NonEmptyListOf()
                    .Select(all => new ValueList<int>([
                        .. all.Take(length).Where(n => n != 0 || least == 0).Distinct().Order(),
                    ]))
            )
        );

    private static Gen<ValueList<WeekdayNumber>> Weekdays()
    {
        var weekday =
            from day in Gen.Choose(1, 7)
            from ordinal in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(-5, 5)))
            select new WeekdayNumber((IsoDayOfWeek)day, ordinal);
        return Gen.Frequency(
            (1, Gen.Constant(default(ValueList<WeekdayNumber>))),
            (
                1,
                weekday
                    .NonEmptyListOf()
                    .Select(all => new ValueList<WeekdayNumber>([
                        .. all.Take(4).Distinct().OrderBy(d => d.Ordinal).ThenBy(d => d.Day),
                    ]))
            )
        );
    }
}
