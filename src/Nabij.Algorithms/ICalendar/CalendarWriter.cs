using System.Buffers;
using Nabij.Algorithms.ICalendar.Writing;

namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// Writes iCalendar that any reader accepts (RFC 5545, RFC 7986): lines folded at 75 octets between characters, texts
/// escaped, every zone described, every event with a UID and a DTSTAMP. The same feed always gives the same bytes.
/// </summary>
public static class CalendarWriter
{
    /// <summary>Writes a feed.</summary>
    /// <param name="feed">Name, description and events; problems are not written.</param>
    /// <param name="product">PRODID: who made it, such as <c>-//Nabij//Agenda//NL</c>.</param>
    /// <param name="into">Where the bytes go.</param>
    public static void Write(CalendarFeed feed, string product, IBufferWriter<byte> into)
    {
        var lines = new FoldedLines(into);
        lines.Write("BEGIN", "VCALENDAR");
        lines.Write("VERSION", "2.0");
        lines.WriteText("PRODID", product);
        lines.Write("CALSCALE", "GREGORIAN");
        WriteCalendar(lines, feed);
        ZoneWriter.Write(lines, feed.Events);
        foreach (var entry in feed.Events)
            EventWriter.Write(lines, entry);
        lines.Write("END", "VCALENDAR");
    }

    /// <summary>Writes a feed to an array.</summary>
    public static byte[] ToBytes(CalendarFeed feed, string product)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(feed, product, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteCalendar(FoldedLines lines, CalendarFeed feed)
    {
        lines.WriteToken("METHOD", feed.Method);
        lines.WriteText("NAME", feed.Name);
        lines.WriteText("X-WR-CALNAME", feed.Name);
        lines.WriteText("DESCRIPTION", feed.Description);
        lines.WriteText("X-WR-CALDESC", feed.Description);
        lines.WriteUri("URL", feed.Url);
        lines.WriteUri("SOURCE;VALUE=URI", feed.Source);
        lines.WriteText("COLOR", feed.Color);
        if (feed.RefreshInterval is not { } interval)
            return;
        lines.Write("REFRESH-INTERVAL;VALUE=DURATION", ValueText.Of(interval));
        lines.Write("X-PUBLISHED-TTL", ValueText.Of(interval));
    }
}
