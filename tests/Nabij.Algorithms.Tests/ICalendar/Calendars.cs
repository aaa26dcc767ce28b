using System.Text;
using Nabij.Algorithms.ICalendar;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>Short ways to write a feed and to read what comes out of it.</summary>
internal static class Calendars
{
    public static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm"
    );

    public static CalendarFeed Read(string text) => CalendarReader.Read(Encoding.UTF8.GetBytes(text));

    /// <summary>A calendar around these lines.</summary>
    public static CalendarFeed Calendar(string lines) =>
        Read(
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Buurthuis De Schakel//NL\r\n{lines.ReplaceLineEndings("\r\n")}\r\nEND:VCALENDAR\r\n"
        );

    /// <summary>A calendar with one event of these lines.</summary>
    public static CalendarFeed Event(string lines) =>
        Calendar($"BEGIN:VEVENT\nUID:koffie@schakel\n{lines}\nEND:VEVENT");

    public static List<Occurrence> Expand(
        this CalendarFeed feed,
        string from,
        string to,
        ExpansionLimits? limits = null,
        List<Problem>? problems = null
    ) =>
        [
            .. feed.Occurrences(Window(from, to), Amsterdam, limits, problems is null ? null : problems.Add)
                .OrderBy(o => o.Start),
        ];

    /// <summary>Starts on the wall where it takes place.</summary>
    public static string[] Starts(this CalendarFeed feed, string from, string to) =>
        [.. feed.Expand(from, to).Select(o => Shown.Format(o.At.Local))];

    /// <summary>Start and end as moments.</summary>
    public static string[] Moments(this CalendarFeed feed, string from, string to) =>
        [
            .. feed.Expand(from, to)
                .Select(o => $"{InstantPattern.General.Format(o.Start)}/{InstantPattern.General.Format(o.End)}"),
        ];

    public static Interval Window(string from, string to) => new(Midnight(from), Midnight(to));

    private static Instant Midnight(string date) =>
        LocalDatePattern.Iso.Parse(date).Value.AtMidnight().InUtc().ToInstant();
}
