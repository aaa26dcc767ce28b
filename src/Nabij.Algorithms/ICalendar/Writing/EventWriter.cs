using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Writing;

/// <summary>A VEVENT (RFC 5545, 3.6.1) with all that the RFC requires.</summary>
internal static class EventWriter
{
    public static void Write(FoldedLines lines, CalendarEvent entry)
    {
        lines.Write("BEGIN", "VEVENT");
        lines.WriteText("UID", entry.Uid.Length > 0 ? entry.Uid : StableUid(entry));
        lines.Write(
            "DTSTAMP",
            ValueText.Of(entry.Stamp ?? entry.LastModified ?? entry.Created ?? Instant.FromUnixTimeSeconds(0))
        );
        WriteTimes(lines, entry);
        WriteRecurrence(lines, entry);
        WriteState(lines, entry);
        WriteWords(lines, entry);
        lines.Write("END", "VEVENT");
    }

    /// <summary>For an event that came without: the same title and start always get the same UID.</summary>
    private static string StableUid(CalendarEvent entry)
    {
        var known = $"{ValueText.Of(entry.Start)}\n{entry.Start.Zone.Id}\n{entry.Summary}\n{entry.Location}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(known)).AsSpan(0, 16))
            + "@nabij.invalid";
    }

    private static void WriteTimes(FoldedLines lines, CalendarEvent entry)
    {
        Write(lines, "DTSTART", entry.Start);
        if (entry.End is { } end)
            Write(lines, "DTEND", end);
        else if (entry.Duration is { } duration)
            lines.Write("DURATION", ValueText.Of(duration));
        if (entry.RecurrenceId is { } instance)
            Write(lines, entry.ThisAndFuture ? "RECURRENCE-ID;RANGE=THISANDFUTURE" : "RECURRENCE-ID", instance);
    }

    private static void WriteRecurrence(FoldedLines lines, CalendarEvent entry)
    {
        foreach (var rule in entry.Rules)
            lines.Write("RRULE", RuleText.Of(rule, entry.Start));
        foreach (var rule in entry.ExceptionRules)
            lines.Write("EXRULE", RuleText.Of(rule, entry.Start));
        foreach (var date in entry.RecurrenceDates)
            WriteDate(lines, date);
        foreach (var date in entry.ExceptionDates)
            Write(lines, "EXDATE", date);
    }

    private static void WriteDate(FoldedLines lines, in RecurrenceDate date)
    {
        var parameters = ValueText.Parameters(date.Start);
        if (date.End is { } end)
            lines.Write($"RDATE;VALUE=PERIOD{parameters}", $"{ValueText.Of(date.Start)}/{ValueText.Of(end)}");
        else if (date.Duration is { } duration)
            lines.Write($"RDATE;VALUE=PERIOD{parameters}", $"{ValueText.Of(date.Start)}/{ValueText.Of(duration)}");
        else
            Write(lines, "RDATE", date.Start);
    }

    private static void WriteState(FoldedLines lines, CalendarEvent entry)
    {
        if (entry.Sequence > 0)
            lines.Write("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        if (entry.Created is { } created)
            lines.Write("CREATED", ValueText.Of(created));
        if (entry.LastModified is { } modified)
            lines.Write("LAST-MODIFIED", ValueText.Of(modified));
        if (entry.Status != EventStatus.Confirmed)
            lines.Write("STATUS", entry.Status.ToString().ToUpperInvariant());
        if (entry.Transparent)
            lines.Write("TRANSP", "TRANSPARENT");
        lines.WriteToken("CLASS", entry.Classification);
    }

    private static void WriteWords(FoldedLines lines, CalendarEvent entry)
    {
        lines.WriteText("SUMMARY", entry.Summary);
        lines.WriteText("DESCRIPTION", entry.Description);
        lines.WriteText("LOCATION", entry.Location);
        lines.WriteText("CONTACT", entry.Contact);
        lines.WriteUri("GEO", entry.Geo);
        lines.WriteUri("URL", entry.Url);
        lines.WriteUri("ORGANIZER", entry.Organizer);
        lines.WriteText("COLOR", entry.Color);
        lines.WriteUri("IMAGE;VALUE=URI", entry.Image);
        lines.WriteUri("CONFERENCE;VALUE=URI", entry.Conference);
        if (!entry.Categories.IsEmpty)
            lines.Write("CATEGORIES", string.Join(',', entry.Categories.Select(ValueText.Escaped)));
    }

    private static void Write(FoldedLines lines, string name, in CalendarTime time) =>
        lines.Write(name + ValueText.Parameters(time), ValueText.Of(time));
}
