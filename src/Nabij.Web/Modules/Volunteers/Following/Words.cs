using System.Globalization;
using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.Volunteers.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Volunteers.Following;

/// <summary>Shifts and hours in words.</summary>
public static class Words
{
    extension(Texts t)
    {
        /// <summary>'dinsdag 9 juni, 10.00 tot 12.00 uur', 'van dinsdag 9 juni tot en met vrijdag 3 juli'</summary>
        public string WhenIs(Shift shift)
        {
            var days = shift.First == shift.Last
                ? t.DayWithYear(shift.First)
                : t["Volunteers.FromTo", ("first", t.DayWithYear(shift.First)), ("last", t.DayWithYear(shift.Last))];
            return shift is { From: { } from, Until: { } until }
                ? $"{days}, {t["Volunteers.Hours.Between", ("from", t.Clock(from)), ("until", t.Time(until))]}"
                : days;
        }

        /// <summary>'2.30 uur'</summary>
        public string Worked(int minutes) =>
            t["Volunteers.Hours.Worked", ("hours", string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}.{minutes % 60:00}"))];
    }

    extension(Shift shift)
    {
        public Instant EndsAt => shift.Until is { } until ? shift.Last.InstantAt(until) : shift.Last.PlusDays(1).InstantAt(LocalTime.Midnight);
    }
}

/// <summary>Dates, times and hours as forms hold them; null for what is none.</summary>
public static class Typed
{
    private static readonly LocalTimePattern[] Times = [LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("H.mm")];
    private static readonly LocalDate Earliest = new(2000, 1, 1);
    private static readonly LocalDate Latest = new(2100, 1, 1);

    public static LocalDate? Date(string? text) =>
        LocalDatePattern.Iso.Parse(text?.Trim() ?? "") is { Success: true, Value: var date } && date >= Earliest && date <= Latest ? date : null;

    public static LocalTime? Time(string? text)
    {
        foreach (var pattern in Times)
        {
            if (pattern.Parse(text?.Trim() ?? "") is { Success: true, Value: var time })
                return time;
        }
        return null;
    }

    /// <summary>'2', '2,5', '2.5' and '2:30' are minutes; empty is none.</summary>
    public static int? Minutes(string? text)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0)
            return 0;
        if (typed.Split(':') is [var hours, { Length: 2 } minutes] && Number(hours) is { } h && h <= MostHours && Number(minutes) is { } m and < 60)
            return h * 60 + m;
        return decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= MostHours
            ? (int)decimal.Round(amount * 60)
            : null;
    }

    /// <summary>A whole number from nought; empty is nought.</summary>
    public static int? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? 0
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    public static T? Value<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    public static string Iso(this LocalDate date) => LocalDatePattern.Iso.Format(date);

    private const int MostHours = 24;
}
