namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// Days since 1 January 1970 in the Gregorian calendar, in integers only: the era arithmetic of Howard Hinnant's
/// 'chrono-compatible low-level date algorithms'.
/// </summary>
internal static class CivilDay
{
    public static int Of(int year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    public static (int Year, int Month, int Day) ToDate(int days)
    {
        var z = days + 719_468;
        var era = (z >= 0 ? z : z - 146_096) / 146_097;
        var dayOfEra = z - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var shifted = (5 * dayOfYear + 2) / 153;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1);
    }

    public static int YearOf(int days) => ToDate(days).Year;

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public static int Weekday(int days) => Modulo(days + 3, 7);

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInYear(int year) => IsLeap(year) ? 366 : 365;

    public static int DaysInMonth(int year, int month) =>
        month switch
        {
            2 => IsLeap(year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    public static int Modulo(int number, int divisor) => ((number % divisor) + divisor) % divisor;

    public static long Modulo(long number, long divisor) => ((number % divisor) + divisor) % divisor;
}
