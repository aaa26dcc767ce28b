using System.Globalization;
using System.Text;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Writing;

/// <summary>Values as RFC 5545, 3.3 writes them.</summary>
internal static class ValueText
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t')
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    public static string Of(long seconds, bool isDate, bool isUtc)
    {
        var (year, month, day) = CivilDay.ToDate(LocalSeconds.DayOf(seconds));
        var date = string.Create(CultureInfo.InvariantCulture, $"{year:D4}{month:D2}{day:D2}");
        var time = LocalSeconds.TimeOf(seconds);
        return isDate
            ? date
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{date}T{time / 3_600:D2}{time / 60 % 60:D2}{time % 60:D2}{(isUtc ? "Z" : "")}"
            );
    }

    public static string Of(in CalendarTime time) => Of(time.Seconds, time.IsDate, time.Zone.Equals(CalendarZone.Utc));

    public static string Of(Instant instant) => Of(instant.ToUnixTimeSeconds(), isDate: false, isUtc: true);

    /// <summary>
    /// What a property name is followed by: <c>;VALUE=DATE</c>, <c>;TZID=Europe/Amsterdam</c> or nothing.
    /// </summary>
    public static string Parameters(in CalendarTime time) =>
        time.IsDate ? ";VALUE=DATE"
        : time.Zone.Id.Length == 0 || time.Zone.Equals(CalendarZone.Utc) ? ""
        : $";TZID={ZoneName(time.Zone)}";

    public static string ZoneName(CalendarZone zone)
    {
        var name = string.Concat(zone.Id.Where(c => !char.IsControl(c) && c != '"'));
        return name.AsSpan().IndexOfAny(':', ';', ',') < 0 ? name : $"\"{name}\"";
    }

    public static string Of(CalendarDuration duration)
    {
        var (hours, minutes, seconds) = (duration.Seconds / 3_600, duration.Seconds / 60 % 60, duration.Seconds % 60);
        var time = string.Create(CultureInfo.InvariantCulture, $"T{hours}H{minutes}M{seconds}S");
        return string.Create(CultureInfo.InvariantCulture, $"P{duration.Days}D{(duration.Seconds == 0 ? "" : time)}");
    }

    public static string Offset(int seconds)
    {
        var size = Math.Abs(seconds);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(seconds < 0 ? '-' : '+')}{size / 3_600:D2}{size / 60 % 60:D2}"
        );
        return size % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}{size % 60:D2}");
    }

    public static string Of(WeekdayNumber day) =>
        (day.Ordinal == 0 ? "" : day.Ordinal.ToString(CultureInfo.InvariantCulture)) + Of(day.Day);

    public static string Of(IsoDayOfWeek day) => Weekdays[(int)day - 1];
}
