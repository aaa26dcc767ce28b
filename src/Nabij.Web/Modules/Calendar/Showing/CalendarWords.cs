using System.Globalization;
using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Finding;
using Nabij.Modules.Directory.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Showing;

/// <summary>Dates, costs and hosts as people say them.</summary>
public static class CalendarWords
{
    extension(Texts t)
    {
        /// <summary>'1 tot en met 7 juni', '29 juni tot en met 5 juli'</summary>
        public string Week(LocalDate first)
        {
            var last = first.PlusDays(6);
            var from = first.Month == last.Month ? first.Day.ToString(CultureInfo.InvariantCulture) : t.DayOfMonth(first);
            return t["Calendar.Week", ("from", from), ("until", t.DayOfMonth(last))];
        }

        /// <summary>'7 juni'</summary>
        public string DayOfMonth(LocalDate date) => $"{date.Day.ToString(CultureInfo.InvariantCulture)} {t.Month(date.Month)}";

        /// <summary>'Juni 2026'</summary>
        public string MonthWithYear(LocalDate date) =>
            $"{t.Month(date.Month)} {date.Year.ToString(CultureInfo.InvariantCulture)}" is var words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

        /// <summary>'10.00' or 'hele dag'</summary>
        public string StartOf(ActivityDate date) => date.WholeDay ? t["Calendar.WholeDay"] : t.Clock(date.StartsAt.InZone(DutchTime.Zone).TimeOfDay);

        /// <summary>'tot 11.30', or null.</summary>
        public string? UntilOf(ActivityDate date) =>
            date.WholeDay || date.EndsAt <= date.StartsAt ? null : t["Calendar.Until", ("time", t.Clock(date.EndsAt.InZone(DutchTime.Zone).TimeOfDay))];

        /// <summary>'dinsdag 2 juni, van 10.00 tot 11.30 uur'</summary>
        public string WhenIs(ActivityDate date) =>
            date.WholeDay ? t.Day(date.Day)
            : date.EndsAt <= date.StartsAt ? t["Calendar.When.Start", ("day", t.Day(date.Day)), ("from", t.StartOf(date))]
            : t["Calendar.When.Full", ("day", t.Day(date.Day)), ("from", t.StartOf(date)), ("until", t.Clock(date.EndsAt.InZone(DutchTime.Zone).TimeOfDay))];

        /// <summary>'en nog 4', or 'en nog meer' where nobody counts further.</summary>
        public string More(FoundDay day, int shown) =>
            day.AtLeast ? t["Calendar.AndMoreStill"] : t["Calendar.AndMore", ("n", day.Count - shown)];

        /// <summary>'Gratis', '€ 3,50', or null when it is not said.</summary>
        public string? Cost(int? cents) =>
            cents switch
            {
                null => null,
                0 => t["Calendar.Free"],
                _ => $"€\u00a0{(cents.Value / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')}",
            };

        /// <summary>'Welzijn Kromme Rijn en Ouderenbond'</summary>
        public string Names(IEnumerable<OrganisationId> ids, IReadOnlyDictionary<OrganisationId, OrganisationCard> hosts)
        {
            var names = ids.Select(id => hosts.GetValueOrDefault(id)?.Name).OfType<string>().ToList();
            return names.Count < 2 ? string.Concat(names) : t["Calendar.And", ("some", string.Join(", ", names[..^1])), ("last", names[^1])];
        }
    }
}
