namespace Nabij.Algorithms.ICalendar;

/// <summary>How much of a feed is read before the reader stops with a problem that names the limit.</summary>
public sealed record ReadingLimits
{
    /// <summary>Limits for the feed of an organisation.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public int Bytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes of one unfolded line.</summary>
    public int LineBytes { get; init; } = 1024 * 1024;

    /// <summary>Events in the file.</summary>
    public int Events { get; init; } = 100_000;

    /// <summary>Different TZIDs in the file.</summary>
    public int Zones { get; init; } = 200;

    /// <summary>Components within components.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>RRULE and EXRULE lines of one event or observance.</summary>
    public int RulesPerEvent { get; init; } = 16;

    /// <summary>RDATE and EXDATE values of one event or observance.</summary>
    public int DatesPerEvent { get; init; } = 10_000;

    /// <summary>Problems listed.</summary>
    public int Problems { get; init; } = 1_000;
}
