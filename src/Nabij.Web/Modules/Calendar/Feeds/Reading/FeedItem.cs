using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>An activity as a feed tells it, whatever the form of the feed, with its dates within the window that was asked.</summary>
/// <param name="Key">What it is known by in the next version of the feed: its UID, or what stands in for it.</param>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Revision">SEQUENCE: a lower one than we know is an old story.</param>
/// <param name="Events">When it is: one event, or a series with its changes; without words, and without marks that differ at each fetch.</param>
/// <param name="Dates">What comes of that within the window, in order.</param>
public sealed record FeedItem(
    string Key,
    int Line,
    int Revision,
    FeedWords Words,
    IReadOnlyList<CalendarEvent> Events,
    IReadOnlyList<FeedDate> Dates
)
{
    public const int MaxKeyLength = 255;
}

/// <summary>What is said about an activity: plain text, no longer than it can be kept.</summary>
/// <param name="Categories">As the feed names them; who added the feed says what they mean here.</param>
/// <param name="Price">'€ 3,50' as said, or 'gratis'; empty where nothing was said.</param>
/// <param name="Host">Who holds it, when the feed says so.</param>
public sealed record FeedWords(
    string Title,
    string Text,
    string Place,
    string Link,
    string Host,
    string Price,
    IReadOnlyList<string> Categories,
    GeoPoint? At
);

/// <summary>One date of an activity, on the Dutch clock.</summary>
public sealed record FeedDate(LocalDateTime Start, LocalDateTime End, bool WholeDay, bool Cancelled);
