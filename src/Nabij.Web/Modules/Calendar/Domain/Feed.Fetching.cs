using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>When a feed is fetched, and what its silence means.</summary>
public sealed partial class Feed
{
    public const int MaxMarkLength = 200;
    public const int UsualHours = 6;
    public const int MostHours = 24;

    /// <summary>Three times in a row, and for a day: a server that restarts is no trouble.</summary>
    public const int FailuresBeforeTrouble = 3;

    public static readonly Duration PatienceWithFailures = Duration.FromHours(24);
    public static readonly Duration PatienceWithEmptiness = Duration.FromDays(7);
    public static readonly Duration LongestWait = Duration.FromDays(7);

    public Instant NextFetchAt { get; private set; } = addedAt;
    public int EveryHours { get; private set; } = UsualHours;
    public Instant? WorkedAt { get; private set; }
    public Instant? TriedAt { get; private set; }
    public Instant? FailedSince { get; private set; }
    public int Failures { get; private set; }
    public FeedTrouble? Trouble { get; private set; }

    /// <summary>Since when nothing in it is still to come.</summary>
    public Instant? EmptySince { get; private set; }

    /// <summary>The last day on which something of it is.</summary>
    public LocalDate? LastDay { get; private set; }

    /// <summary>The marks of the version we have, as the server gave them.</summary>
    public string? ETag { get; private set; }
    public string? LastModified { get; private set; }

    /// <summary>Stands for the bytes we read last: servers without marks send the same again and again.</summary>
    public string? ContentMark { get; private set; }

    /// <summary>A version was read. <paramref name="asked"/>: how many hours it asks to be left alone.</summary>
    public FeedChange? Read(string contentMark, string? eTag, string? lastModified, LocalDate? lastDay, int? asked, Instant now)
    {
        (ContentMark, ETag, LastModified, LastDay) = (contentMark, eTag, lastModified, lastDay);
        EveryHours = Kind is FeedKind.File ? MostHours : Math.Clamp(asked ?? UsualHours, 1, MostHours);
        return Worked(now);
    }

    /// <summary>It came, or could have come; nothing in it changed.</summary>
    public FeedChange? Worked(Instant now)
    {
        (WorkedAt, TriedAt, FailedSince, Failures, Trouble) = (now, now, null, 0, null);
        NextFetchAt = now + Duration.FromHours(EveryHours);
        EmptySince = LastDay >= now.TodayAt() ? null : EmptySince ?? now;
        var state = now - EmptySince >= PatienceWithEmptiness ? FeedState.Silent : FeedState.On;
        return state == State ? null : Become(state, now);
    }

    /// <summary>It did not come. <paramref name="after"/>: how long the server asks us to wait.</summary>
    public FeedChange? Failed(FeedTrouble trouble, Duration? after, Instant now)
    {
        (TriedAt, Trouble, FailedSince) = (now, trouble, FailedSince ?? now);
        Failures++;
        NextFetchAt = now + Duration.Min(LongestWait, Duration.Max(Wait(Failures), after ?? Duration.Zero));
        var isTrouble = IsForGood(trouble) || Failures >= FailuresBeforeTrouble && now - FailedSince >= PatienceWithFailures;
        return isTrouble && State is not FeedState.Failing ? Become(FeedState.Failing, now) : null;
    }

    /// <summary>All of it is read at the next turn, also when its bytes are the same.</summary>
    public void ReadAnew() => (ContentMark, ETag, LastModified) = (null, null, null);

    public void FetchNow(Instant now) => NextFetchAt = now;

    /// <summary>1, 2, 4 … hours, and then once a day.</summary>
    private static Duration Wait(int failures) => Duration.FromHours(failures > 5 ? MostHours : 1 << (failures - 1));

    /// <summary>What will not mend by itself: no need to wait a day before somebody hears of it.</summary>
    private static bool IsForGood(FeedTrouble trouble) =>
        trouble is FeedTrouble.Gone or FeedTrouble.NeedsSignIn or FeedTrouble.NotPublic or FeedTrouble.NotAWebAddress or FeedTrouble.PortNotAllowed;
}
