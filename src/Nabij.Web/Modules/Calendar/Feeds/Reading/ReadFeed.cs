using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>
/// Reads what was fetched or sent, as what it turns out to be: what a server says that it is, is often not so. Never throws
/// on what it reads.
/// </summary>
public static class ReadFeed
{
    private const int Sniffed = 4096;

    public static FeedContent From(byte[] bytes, Interval window)
    {
        var start = System.Text.Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Sniffed)).Replace("\0", "", StringComparison.Ordinal);
        if (start.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            return ICalendarFeed.Read(bytes, window);
        return start.TrimStart('\ufeff', 'ï', '»', '¿', ' ', '\r', '\n', '\t') is ['<', ..] or ['{', ..] or ['[', ..]
            ? EventPage.Read(bytes, window)
            : new(FeedForm.Unknown, "", null, [], 0, [new(FeedFault.NotACalendar, 0)]);
    }
}
