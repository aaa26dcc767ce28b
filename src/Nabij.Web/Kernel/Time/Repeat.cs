using NodaTime;

namespace Nabij.Kernel.Time;

/// <summary>How often something comes round, on the weekday of its first date.</summary>
public enum RepeatEvery
{
    Week,
    OtherWeek,
    FirstOfMonth,
    SecondOfMonth,
    ThirdOfMonth,
    FourthOfMonth,
    LastOfMonth,
}

/// <summary>
/// 'Elke eerste dinsdag, niet in de schoolvakanties', from <paramref name="First"/> up to and including <paramref name="Last"/>.
/// <paramref name="NotInSchoolHolidaysOf"/>: whose school holidays are left out; null is none.
/// </summary>
public sealed record Repeat(
    RepeatEvery Every,
    LocalDate First,
    LocalDate Last,
    HolidayRegion? NotInSchoolHolidaysOf = null,
    bool NotOnPublicHolidays = false
)
{
    /// <summary>How many dates one repeat gives at most: a weekly one of two years.</summary>
    public const int MaxDates = 110;

    public IsoDayOfWeek Weekday => First.DayOfWeek;

    /// <summary>Every date it comes round to, in order, with why it is left out.</summary>
    public IEnumerable<RepeatDate> Dates =>
        All().TakeWhile(date => date <= Last).Take(MaxDates).Select(date => new RepeatDate(date, LeftOut(date)));

    /// <summary>The dates on which it goes on.</summary>
    public IEnumerable<LocalDate> Kept => Dates.Where(d => d.LeftOut is null).Select(d => d.Date);

    private LeftOut? LeftOut(LocalDate date)
    {
        if (NotOnPublicHolidays && PublicHolidays.On(date) is { } feast)
            return new(feast, null);
        return NotInSchoolHolidaysOf is { } region && SchoolHolidays.On(date, region) is { } holiday ? new(null, holiday) : null;
    }

    private IEnumerable<LocalDate> All() =>
        Every switch
        {
            RepeatEvery.Week => Weeks(1),
            RepeatEvery.OtherWeek => Weeks(2),
            _ => Months().Where(date => date >= First),
        };

    private IEnumerable<LocalDate> Weeks(int step)
    {
        for (var date = First; ; date = date.PlusWeeks(step))
            yield return date;
    }

    private IEnumerable<LocalDate> Months()
    {
        for (var month = First.With(DateAdjusters.StartOfMonth); ; month = month.PlusMonths(1))
            yield return Every == RepeatEvery.LastOfMonth
                ? month.With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(Weekday))
                : month.With(DateAdjusters.NextOrSame(Weekday)).PlusWeeks(Every - RepeatEvery.FirstOfMonth);
    }
}

/// <summary>A date that a repeat comes round to; <paramref name="LeftOut"/> says why it is not held then.</summary>
public sealed record RepeatDate(LocalDate Date, LeftOut? LeftOut);

/// <summary>The public holiday or the school holiday because of which a date is left out.</summary>
public sealed record LeftOut(PublicHoliday? Feast, SchoolHoliday? Holiday);
