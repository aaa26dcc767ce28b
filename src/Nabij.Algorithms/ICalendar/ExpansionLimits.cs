namespace Nabij.Algorithms.ICalendar;

/// <summary>How far rules are followed before the expansion stops with a problem that names the limit.</summary>
public sealed record ExpansionLimits
{
    /// <summary>Limits for a year of the feed of an organisation.</summary>
    public static ExpansionLimits Default { get; } = new();

    /// <summary>Occurrences of one event within the window.</summary>
    public int OccurrencesPerEvent { get; init; } = 50_000;

    /// <summary>Occurrences of all events within the window.</summary>
    public int Occurrences { get; init; } = 500_000;

    /// <summary>Periods and times looked at by all rules together, found or not.</summary>
    public long Steps { get; init; } = 5_000_000;

    /// <summary>Periods and times looked at by the rules of one event.</summary>
    public long StepsPerEvent { get; init; } = 500_000;
}
