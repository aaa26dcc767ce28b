using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>An activity as it stood in its feed when that was last read: to see at a glance what changed.</summary>
public sealed class FeedEntry(FeedId feed, string key, ActivityId activity)
{
    public const int MarkLength = 32;

    public FeedId Feed { get; private init; } = feed;
    public string Key { get; private init; } = key;
    public ActivityId Activity { get; private init; } = activity;

    /// <summary>Stands for all that the feed said, and what that means here.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>SEQUENCE.</summary>
    public int Revision { get; private set; }

    /// <summary>Since when it is no longer in the feed though some of it was still to come.</summary>
    public Instant? GoneSince { get; private set; }

    /// <summary>What somebody said when asked whether it goes on all the same.</summary>
    public GoneAnswer? Answer { get; private set; }

    public bool IsToAsk => GoneSince is not null && Answer is null;

    /// <summary>Says whether the feed says something new. An older revision than we have is an old story.</summary>
    public bool Says(string mark, int revision)
    {
        if (mark == Mark || revision < Revision)
            return false;
        (Mark, Revision) = (mark, revision);
        return true;
    }

    /// <summary>It stands in the feed again. Says whether it had been taken for off: then it goes on after all.</summary>
    public bool ComesBack()
    {
        var wasOff = Answer is GoneAnswer.IsOff;
        (GoneSince, Answer) = (null, null);
        return wasOff;
    }

    public void Vanished(Instant now) => GoneSince ??= now;

    public void Answered(GoneAnswer answer) => Answer = answer;
}

/// <summary>Gone from the calendar is not the same as cancelled: somebody asks.</summary>
public enum GoneAnswer
{
    GoesOn,
    IsOff,
}

/// <summary>One time that a feed was fetched, or a file sent.</summary>
public sealed record FeedFetch(FeedId Feed, Instant At, FetchOutcome Outcome, FeedTrouble? Trouble, int Added, int Changed, int Gone, int Cancelled)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}

public enum FetchOutcome
{
    Read,
    AsBefore,
    Failed,
}

/// <summary>Something that the version we have does wrong: what, how often, and on which lines ('4, 10, 22').</summary>
public sealed record FeedFinding(FeedId Feed, FeedFault Fault, int Count, string Lines)
{
    public const int MaxLinesLength = 100;
}

/// <summary>What came or was sent and waits until somebody has looked at it.</summary>
public sealed class FeedFile(FeedId feed, byte[] content, Instant at)
{
    public const int MaxBytes = 10_000_000;

    public FeedId Feed { get; private init; } = feed;
    public byte[] Content { get; private init; } = content;
    public Instant At { get; private init; } = at;
}
