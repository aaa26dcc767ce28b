namespace Nabij.Demo.Feeds;

/// <summary>An organisation with a calendar on the web, made by a program of its own and kept as well as it can.</summary>
/// <param name="Hall">The building it holds, as it writes that; null is none.</param>
public sealed record FeedOrganisation(string Slug, string Name, string? Hall, FeedStyle Style, FeedFate Fate);

/// <summary>How its program writes, and what it does wrong.</summary>
public enum FeedStyle
{
    /// <summary>New marks at each fetch, a zone for the whole calendar, HTML in the text.</summary>
    Renewing,

    /// <summary>The names of zones of another system, long lines that are not folded.</summary>
    Office,

    /// <summary>Bare line feeds, universal time, no end.</summary>
    Bare,

    /// <summary>Windows-1252.</summary>
    OldSigns,

    /// <summary>Escaped HTML and headings twice.</summary>
    Escaped,

    /// <summary>No UID.</summary>
    Nameless,

    /// <summary>Times without a zone, a byte order mark.</summary>
    Floating,

    /// <summary>A web page with data for search engines.</summary>
    Page,

    /// <summary>The same, in one graph with other data.</summary>
    Graph,
}

/// <summary>What becomes of it in the course of the year.</summary>
public enum FeedFate
{
    Stays,
    GoesDown,
    Moves,
    IsTakenAway,
    FallsSilent,
    Changes,
    IsBusy,
}
