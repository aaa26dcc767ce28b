using System.Runtime.InteropServices;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>Where months, weeks and weekdays lie in one year, as sets of its days counted from 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct YearShape(int year, IsoDayOfWeek weekStart)
{
    private readonly int firstWeekday = CivilDay.Weekday(CivilDay.Of(year, 1, 1));

    public int Length { get; } = CivilDay.DaysInYear(year);

    /// <summary>The first day of a month; of month 13 the day after the year.</summary>
    public int FirstOf(int month) => month == 13 ? Length : CivilDay.Of(year, month, 1) - CivilDay.Of(year, 1, 1);

    public DaySet YearDays(ValueList<int> numbers)
    {
        var days = default(DaySet);
        foreach (var number in numbers)
            AddFrom(ref days, 0, Length, number);
        return days;
    }

    public DaySet MonthDays(ValueList<int> numbers)
    {
        var days = default(DaySet);
        var first = 0;
        for (var month = 1; month <= 12; month++)
        {
            var length = CivilDay.DaysInMonth(year, month);
            foreach (var number in numbers)
                AddFrom(ref days, first, length, number);
            first += length;
        }

        return days;
    }

    public DaySet Weekdays(ValueList<WeekdayNumber> weekdays, bool withinMonths)
    {
        var days = default(DaySet);
        foreach (var weekday in weekdays)
        {
            if (weekday.Ordinal == 0 || !withinMonths)
                AddWeekday(ref days, weekday, 0, Length);
            else
            {
                for (var (month, first) = (1, 0); month <= 12; first += CivilDay.DaysInMonth(year, month++))
                    AddWeekday(ref days, weekday, first, CivilDay.DaysInMonth(year, month));
            }
        }

        return days;
    }

    /// <summary>
    /// Days by the number of their week: the first week is the first with at least four days in the year.
    /// </summary>
    public DaySet Weeks(ValueList<int> numbers)
    {
        var days = default(DaySet);
        foreach (var number in numbers)
        {
            for (var owner = year - 1; owner <= year + 1; owner++)
                AddWeek(ref days, owner, number);
        }

        return days;
    }

    private void AddWeek(ref DaySet days, int owner, int number)
    {
        var (first, next) = (FirstWeek(owner), FirstWeek(owner + 1));
        var start = number > 0 ? first + 7 * (number - 1) : next + 7 * number;
        if (start < first || start >= next)
            return;
        var offset = start - CivilDay.Of(year, 1, 1);
        for (var day = Math.Max(0, offset); day < Math.Min(Length, offset + 7); day++)
            days.Add(day);
    }

    private int FirstWeek(int owner)
    {
        var fourth = CivilDay.Of(owner, 1, 4);
        return fourth - CivilDay.Modulo(CivilDay.Weekday(fourth) - ((int)weekStart - 1), 7);
    }

    private void AddWeekday(ref DaySet days, WeekdayNumber weekday, int first, int length)
    {
        var earliest = CivilDay.Modulo((int)weekday.Day - 1 - firstWeekday - first, 7);
        var count = (length - earliest + 6) / 7;
        if (weekday.Ordinal != 0)
        {
            var index = weekday.Ordinal > 0 ? weekday.Ordinal - 1 : count + weekday.Ordinal;
            if (index >= 0 && index < count)
                days.Add(first + earliest + 7 * index);
            return;
        }

        for (var day = earliest; day < length; day += 7)
            days.Add(first + day);
    }

    private static void AddFrom(ref DaySet days, int first, int length, int number)
    {
        var index = number > 0 ? number - 1 : length + number;
        if (index >= 0 && index < length)
            days.Add(first + index);
    }
}
