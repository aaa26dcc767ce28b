using NodaTime;

namespace Nabij.Demo.Feeds;

/// <summary>Something to do, as it really is; <paramref name="Number"/> tells it from all others.</summary>
public sealed record TrueActivity(
    int Number,
    string Title,
    string Text,
    FeedOrganisation Host,
    string Hall,
    LocalDateTime Start,
    int Minutes,
    Rhythm Rhythm,
    string Category,
    string Price
);

public enum Rhythm
{
    Once,
    Weekly,
    EveryOtherWeek,
    Monthly,
}

/// <summary>The same, as one organisation tells it: the host, the hall or the town.</summary>
public sealed record ToldActivity(TrueActivity What, FeedOrganisation By, string Title, string Place, LocalDateTime Start, Telling Telling = Telling.AsItIs)
{
    public string Uid => $"{What.Number}@{By.Slug}.example";

    /// <summary>Its page; whoever knows the truth reads from it which activity this is.</summary>
    public string Link => $"https://{By.Slug}.example/agenda/{What.Number}";

    public int Minutes => What.Minutes;
}

/// <summary>What became of it since it was first told.</summary>
public enum Telling
{
    AsItIs,

    /// <summary>STATUS:CANCELLED, or as a program says that.</summary>
    Cancelled,

    /// <summary>Cancelled, said in the title.</summary>
    CancelledByTitle,

    /// <summary>No longer in the calendar, and nobody says why.</summary>
    Vanished,
}
