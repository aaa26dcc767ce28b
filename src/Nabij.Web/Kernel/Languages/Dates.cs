using System.Globalization;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Kernel.Languages;

/// <summary>Dates and times as people write them: 'dinsdag 2 juni', '10.00 uur'. Names of days come from the texts.</summary>
public static class Dates
{
    private const char NonBreakingSpace = '\u00a0';

    extension(Texts t)
    {
        /// <summary>'dinsdag 2 juni'</summary>
        public string Day(LocalDate date) =>
            t["Date.Day", ("weekday", t.Weekday(date.DayOfWeek)), ("day", date.Day), ("month", t.Month(date.Month))];

        /// <summary>'Dinsdag 2 juni', at the start of a line.</summary>
        public string DayAtStart(LocalDate date) => AtStart(t.Day(date));

        /// <summary>'Morgen', 'Dinsdag 2 juni' or, in another year, 'Zaterdag 2 januari 2027'.</summary>
        public string DayAtStartSeenFrom(LocalDate date, Instant now) => AtStart(t.DaySeenFrom(date, now));

        /// <summary>'dinsdag 2 juni 2026'</summary>
        public string DayWithYear(LocalDate date) =>
            $"{t.Day(date)} {date.Year.ToString(CultureInfo.InvariantCulture)}";

        public string Weekday(IsoDayOfWeek day) => t[$"Date.Weekday.{(int)day}"];

        public string Month(int month) => t[$"Date.Month.{month}"];

        /// <summary>'9.30'</summary>
        public string Clock(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}.{time.Minute:00}");

        /// <summary>'9.30 uur', not broken over two lines.</summary>
        public string Time(LocalTime time) => t["Date.Time", ("time", t.Clock(time))].Replace(' ', NonBreakingSpace);

        /// <summary>'dinsdag 2 juni, 9.30 uur', in Amsterdam.</summary>
        public string Moment(Instant at)
        {
            var local = at.InZone(DutchTime.Zone);
            return $"{t.Day(local.Date)}, {t.Time(local.TimeOfDay)}";
        }

        /// <summary>'vandaag', 'morgen', 'gisteren' or the day, with its year when that is another, seen from <paramref name="now"/>.</summary>
        public string DaySeenFrom(LocalDate date, Instant now) =>
            Period.DaysBetween(now.InZone(DutchTime.Zone).Date, date) switch
            {
                0 => t["Date.Today"],
                1 => t["Date.Tomorrow"],
                -1 => t["Date.Yesterday"],
                _ => date.Year == now.InZone(DutchTime.Zone).Year ? t.Day(date) : t.DayWithYear(date),
            };
    }

    private static string AtStart(string day) => char.ToUpperInvariant(day[0]) + day[1..];
}
