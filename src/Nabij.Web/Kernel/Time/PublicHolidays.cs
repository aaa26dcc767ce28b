using NodaTime;

namespace Nabij.Kernel.Time;

/// <summary>The days on which shops, schools and offices in the Netherlands may be closed.</summary>
public enum PublicHoliday
{
    NewYear,
    GoodFriday,
    Easter,
    EasterMonday,
    KingsDay,
    LiberationDay,
    Ascension,
    Pentecost,
    PentecostMonday,
    Christmas,
    SecondChristmasDay,
}

public static class PublicHolidays
{
    /// <summary>The public holiday on this day, or null. Where two fall together (Ascension on 5 May), the one by Easter.</summary>
    public static PublicHoliday? On(LocalDate date) => ByEaster(date) ?? ByDate(date);

    private static PublicHoliday? ByEaster(LocalDate date) =>
        Period.DaysBetween(EasterOf(date.Year), date) switch
        {
            -2 => PublicHoliday.GoodFriday,
            0 => PublicHoliday.Easter,
            1 => PublicHoliday.EasterMonday,
            39 => PublicHoliday.Ascension,
            49 => PublicHoliday.Pentecost,
            50 => PublicHoliday.PentecostMonday,
            _ => null,
        };

    private static PublicHoliday? ByDate(LocalDate date) =>
        (date.Month, date.Day) switch
        {
            (1, 1) => PublicHoliday.NewYear,
            (5, 5) => PublicHoliday.LiberationDay,
            (12, 25) => PublicHoliday.Christmas,
            (12, 26) => PublicHoliday.SecondChristmasDay,
            _ when date == KingsDayOf(date.Year) => PublicHoliday.KingsDay,
            _ => null,
        };

    /// <summary>The 27th of April, or the day before when that is a Sunday.</summary>
    private static LocalDate KingsDayOf(int year)
    {
        var birthday = new LocalDate(year, 4, 27);
        return birthday.DayOfWeek == IsoDayOfWeek.Sunday ? birthday.PlusDays(-1) : birthday;
    }

    /// <summary>The Gregorian Easter, by the method that an anonymous reader sent to Nature in 1876 (Meeus, Astronomical Algorithms).</summary>
    private static LocalDate EasterOf(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var days = epact + toSunday - 7 * late + 114;
        return new(year, days / 31, days % 31 + 1);
    }
}
