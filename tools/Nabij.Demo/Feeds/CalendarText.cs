using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Demo.Feeds;

/// <summary>Writes a calendar as the program of an organisation does, mistakes and all.</summary>
public static class CalendarText
{
    private static readonly LocalDateTimePattern Basic = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <param name="style">How it writes.</param>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="told">What it holds.</param>
    /// <param name="fetch">The how-manieth time it is fetched: some programs put new marks on all of it.</param>
    public static byte[] Of(FeedStyle style, string name, IEnumerable<ToldActivity> told, int fetch)
    {
        var lines = new List<string> { "BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//{name}//NL", $"X-WR-CALNAME:{Escaped(name)}" };
        if (style is FeedStyle.Renewing)
            lines.Add("X-WR-TIMEZONE:Europe/Amsterdam");
        if (style is FeedStyle.Escaped)
            lines.AddRange(["VERSION:2.0", "CALSCALE:GREGORIAN"]);
        foreach (var activity in told)
            lines.AddRange(Event(style, activity, fetch));
        lines.AddRange(NoActivities(style));
        lines.Add("END:VCALENDAR");
        var end = style is FeedStyle.Bare ? "\n" : "\r\n";
        var text = string.Join(end, style is FeedStyle.Office or FeedStyle.Bare ? lines : lines.SelectMany(Folded)) + end;
        return style switch
        {
            FeedStyle.OldSigns => Encoding.Latin1.GetBytes(text),
            FeedStyle.Floating => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static IEnumerable<string> Event(FeedStyle style, ToldActivity told, int fetch)
    {
        yield return "BEGIN:VEVENT";
        if (style is not FeedStyle.Nameless)
            yield return $"UID:{told.Uid}";
        yield return $"DTSTAMP:202601{(style is FeedStyle.Renewing ? 1 + fetch % 28 : 1):00}T080000Z";
        yield return Time("DTSTART", told.Start, style);
        if (style is not FeedStyle.Bare)
            yield return Time("DTEND", told.Start.PlusMinutes(told.Minutes), style);
        if (Rule(told.What.Rhythm, told.Start) is { } rule)
            yield return $"RRULE:{rule}";
        yield return $"SUMMARY:{(told.Telling is Telling.CancelledByTitle ? "GEANNULEERD: " : "")}{Escaped(told.Title)}";
        yield return $"DESCRIPTION:{Escaped(Described(style, told.What.Text))}";
        yield return $"LOCATION:{Escaped(told.Place)}";
        yield return $"CATEGORIES:{told.What.Category}";
        yield return $"URL:{told.Link}";
        if (told.Telling is Telling.Cancelled)
            yield return "STATUS:CANCELLED";
        yield return "END:VEVENT";
    }

    private static string Described(FeedStyle style, string text) =>
        style switch
        {
            FeedStyle.Renewing => $"<p>{text}</p><br>Meer op <a href=\"https://example.org\">onze site</a>",
            FeedStyle.Escaped => $"{text} &amp;nbsp;&lt;b&gt;Tot dan!&lt;/b&gt;",
            _ => text,
        };

    private static string Time(string name, LocalDateTime at, FeedStyle style) =>
        style switch
        {
            FeedStyle.Office => $"{name};TZID=\"W. Europe Standard Time\":{Basic.Format(at)}",
            FeedStyle.Bare => $"{name}:{Basic.Format(at.InZoneLeniently(Amsterdam).WithZone(DateTimeZone.Utc).LocalDateTime)}Z",
            FeedStyle.Floating or FeedStyle.Renewing => $"{name}:{Basic.Format(at)}",
            _ => $"{name};TZID=Europe/Amsterdam:{Basic.Format(at)}",
        };

    private static string? Rule(Rhythm rhythm, LocalDateTime start) =>
        rhythm switch
        {
            Rhythm.Weekly => "FREQ=WEEKLY",
            Rhythm.EveryOtherWeek => "FREQ=WEEKLY;INTERVAL=2",
            Rhythm.Monthly => string.Create(CultureInfo.InvariantCulture, $"FREQ=MONTHLY;BYDAY={Math.Min((start.Day - 1) / 7 + 1, 4)}{start.DayOfWeek.ToString()[..2].ToUpperInvariant()}"),
            _ => null,
        };

    /// <summary>What stands in a calendar and is nothing for the neighbourhood.</summary>
    private static IEnumerable<string> NoActivities(FeedStyle style) =>
        style switch
        {
            FeedStyle.Renewing => ["BEGIN:VEVENT", "UID:prive-1", "DTSTART:20260610T100000", "CLASS:PRIVATE", "SUMMARY:Gesprek met mevrouw De Wit", "END:VEVENT"],
            FeedStyle.Office => ["BEGIN:VEVENT", "UID:bezet-1", "DTSTART:20260610T100000Z", "RRULE:FREQ=DAILY", "SUMMARY:Bezet", "END:VEVENT"],
            FeedStyle.Bare => ["BEGIN:VEVENT", "UID:teller-1", "DTSTART:20260610T100000Z", "RRULE:FREQ=SECONDLY", "SUMMARY:Elke seconde", "LOCATION:Overal", "END:VEVENT"],
            FeedStyle.Escaped => ["BEGIN:VEVENT", "UID:leeg-1", "SUMMARY:Wordt nog gepland", "END:VEVENT"],
            FeedStyle.Floating => ["BEGIN:VEVENT", "UID:zonder-1", "DTSTART:20260610T100000", "DTEND:20260610T110000", "SUMMARY:Waar is dit", "END:VEVENT"],
            FeedStyle.OldSigns => ["BEGIN:VEVENT", "UID:half-1", "DTSTART:20260610T100000", "SUMMARY:Café half gesloten"],
            _ => [],
        };

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static IEnumerable<string> Folded(string line)
    {
        const int width = 60; // characters, so that it is never more than 75 octets
        yield return line[..Math.Min(width, line.Length)];
        for (var at = width; at < line.Length; at += width)
            yield return $" {line.AsSpan(at, Math.Min(width, line.Length - at))}";
    }
}
