namespace Nabij.Modules.Calendar.Domain;

/// <summary>How it stands with a feed.</summary>
public enum FeedState
{
    /// <summary>Somebody looks at what it holds before it is put on.</summary>
    Waiting,

    /// <summary>It works, and there is something in it.</summary>
    On,

    /// <summary>It did not come for a day, or will not come any more.</summary>
    Failing,

    /// <summary>It comes, but nothing in it is still to be.</summary>
    Silent,

    Stopped,
}

/// <summary>How an organisation gives us its calendar.</summary>
public enum FeedKind
{
    /// <summary>From an address on the web, again and again.</summary>
    Address,

    /// <summary>A file that somebody sends, now and then.</summary>
    File,
}

/// <summary>One line of the table: from, to, and why, as a text key.</summary>
public sealed record FeedChange(FeedState From, FeedState To, string Reason);

/// <summary>Every change that a feed can go through. What is not here does not happen.</summary>
public static class FeedChanges
{
    public static readonly IReadOnlyList<FeedChange> All =
    [
        new(FeedState.Waiting, FeedState.On, "Calendar.Feed.Trail.PutOn"),
        new(FeedState.Waiting, FeedState.Stopped, "Calendar.Feed.Trail.Stopped"),
        new(FeedState.On, FeedState.Failing, "Calendar.Feed.Trail.Failing"),
        new(FeedState.On, FeedState.Silent, "Calendar.Feed.Trail.Silent"),
        new(FeedState.On, FeedState.Stopped, "Calendar.Feed.Trail.Stopped"),
        new(FeedState.Failing, FeedState.On, "Calendar.Feed.Trail.WorksAgain"),
        new(FeedState.Failing, FeedState.Silent, "Calendar.Feed.Trail.Silent"),
        new(FeedState.Failing, FeedState.Stopped, "Calendar.Feed.Trail.Stopped"),
        new(FeedState.Silent, FeedState.On, "Calendar.Feed.Trail.WorksAgain"),
        new(FeedState.Silent, FeedState.Failing, "Calendar.Feed.Trail.Failing"),
        new(FeedState.Silent, FeedState.Stopped, "Calendar.Feed.Trail.Stopped"),
    ];

    public static FeedChange? Find(FeedState from, FeedState to) => All.FirstOrDefault(c => c.From == from && c.To == to);

    public static IReadOnlyList<FeedState> OpenStates { get; } = [.. Enum.GetValues<FeedState>().Where(s => All.Any(c => c.From == s))];
}
