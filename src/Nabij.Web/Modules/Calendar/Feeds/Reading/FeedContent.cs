using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>What a feed says, and what is wrong with it.</summary>
/// <param name="Name">What the feed calls itself; may be empty.</param>
/// <param name="HoursBetween">How often it asks to be fetched; null where it does not say.</param>
/// <param name="Left">How many activities lie outside the window: past, or too far ahead.</param>
/// <param name="BetterAddress">A page says where its calendar is; null where it does not.</param>
public sealed record FeedContent(
    FeedForm Form,
    string Name,
    int? HoursBetween,
    IReadOnlyList<FeedItem> Items,
    int Left,
    IReadOnlyList<FeedProblem> Problems,
    string? BetterAddress = null
)
{
    /// <summary>Whether this is a calendar at all. A page that says 'tijdelijk niet bereikbaar' must not empty the calendar.</summary>
    public bool IsCalendar => Form is not FeedForm.Unknown && !Problems.Any(p => p.Fault is FeedFault.NotACalendar);
}

public enum FeedForm
{
    Unknown,

    /// <summary>iCalendar: a file that every calendar program knows.</summary>
    ICalendar,

    /// <summary>A web page, or data, in the words of schema.org/Event.</summary>
    WebPage,
}

/// <summary>Something that is wrong, and the line on which; 0 is the file as a whole.</summary>
public readonly record struct FeedProblem(FeedFault Fault, int Line);
