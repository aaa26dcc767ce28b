using NodaTime;

namespace Nabij.Modules.Calendar.Holidays;

/// <summary>The public holidays of the Netherlands, of any year.</summary>
public static class PublicHolidays
{
    public static IEnumerable<(LocalDate Day, string Name)> Of(int year)
    {
        var easter = Easter(year);
        yield return (new(year, 1, 1), "Nieuwjaarsdag");
        yield return (easter.PlusDays(-2), "Goede Vrijdag");
        yield return (easter, "Eerste Paasdag");
        yield return (easter.PlusDays(1), "Tweede Paasdag");
        yield return (KingsDay(year), "Koningsdag");
        yield return (new(year, 5, 5), "Bevrijdingsdag");
        yield return (easter.PlusDays(39), "Hemelvaartsdag");
        yield return (easter.PlusDays(49), "Eerste Pinksterdag");
        yield return (easter.PlusDays(50), "Tweede Pinksterdag");
        yield return (new(year, 12, 25), "Eerste Kerstdag");
        yield return (new(year, 12, 26), "Tweede Kerstdag");
    }

    /// <summary>The day before, when it would be on a Sunday.</summary>
    private static LocalDate KingsDay(int year) =>
        new LocalDate(year, 4, 27) is { DayOfWeek: not IsoDayOfWeek.Sunday } day ? day : new(year, 4, 26);

    /// <summary>The anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).</summary>
    private static LocalDate Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var moonCorrection = (century + 8) / 25;
        var epact = (19 * golden + century - century / 4 - (century - moonCorrection + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * late + 114;
        return new(year, days / 31, days % 31 + 1);
    }
}
