using Nabij.Algorithms.ICalendar.Recurring;
using NodaTime;

namespace Nabij.Algorithms.ICalendar;

/// <summary>What a feed said: its events in the order of the file, and what was wrong with it.</summary>
public sealed record CalendarFeed
{
    /// <summary>NAME or X-WR-CALNAME.</summary>
    public Text Name { get; init; }

    /// <summary>DESCRIPTION or X-WR-CALDESC of the calendar.</summary>
    public Text Description { get; init; }

    /// <summary>URL of the calendar (RFC 7986).</summary>
    public Text Url { get; init; }

    /// <summary>SOURCE: where the feed can be fetched again (RFC 7986).</summary>
    public Text Source { get; init; }

    /// <summary>COLOR of the calendar (RFC 7986).</summary>
    public Text Color { get; init; }

    /// <summary>REFRESH-INTERVAL or X-PUBLISHED-TTL: how long to wait before fetching it again.</summary>
    public CalendarDuration? RefreshInterval { get; init; }

    /// <summary>METHOD, such as PUBLISH or CANCEL.</summary>
    public Text Method { get; init; }

    /// <summary>The events that could be read.</summary>
    public IReadOnlyList<CalendarEvent> Events { get; init; } = [];

    /// <summary>What was wrong, by line.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>
    /// Every occurrence that overlaps the window, found while walking: series by series in the order of the file, so
    /// sort where order matters. Cancelled ones are included, with their status. Cost: time in the number of
    /// occurrences within the window, not in the age of the series (save for COUNT with parts that must be counted one
    /// by one).
    /// </summary>
    /// <param name="window">Start included, end excluded; both needed.</param>
    /// <param name="floating">The zone in which floating times and dates are taken.</param>
    /// <param name="limits">Where to stop; <see cref="ExpansionLimits.Default"/> where not given.</param>
    /// <param name="problems">Is told which limit was met and where.</param>
    public IEnumerable<Occurrence> Occurrences(
        Interval window,
        DateTimeZone floating,
        ExpansionLimits? limits = null,
        Action<Problem>? problems = null
    ) => new Expansion(window, floating, limits ?? ExpansionLimits.Default, problems).Of(Events);
}
