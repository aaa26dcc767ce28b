using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>Two activities that look the same: the host, the hall and the town each told of it.</summary>
public sealed class ActivityPair(ActivityId first, ActivityId second, Instant foundAt)
{
    public ActivityPairId Id { get; private init; } = ActivityPairId.New();

    /// <summary>The one that stays when they are one.</summary>
    public ActivityId First { get; private init; } = first;

    /// <summary>The one that steps back.</summary>
    public ActivityId Second { get; private init; } = second;
    public Instant FoundAt { get; private init; } = foundAt;
    public PairState State { get; private set; }
    public SameBy Reason { get; private set; }

    /// <summary>On how many of the coming dates both are at the same time.</summary>
    public int CommonDates { get; private set; }

    /// <summary>So alike that nobody need look at them one by one.</summary>
    public bool IsSure { get; private set; }
    public Instant? SettledAt { get; private set; }

    /// <summary>Says whether anything changed.</summary>
    public bool Looks(Sameness same)
    {
        if ((same.Reason, same.CommonDates, same.IsSure) == (Reason, CommonDates, IsSure))
            return false;
        (Reason, CommonDates, IsSure) = (same.Reason, same.CommonDates, same.IsSure);
        return true;
    }

    /// <summary>They are one. Only what is proposed, or was parted by mistake, can be merged.</summary>
    public Refusal? Merge(Instant now) => Settle(PairState.Merged, now);

    /// <summary>They are two, whatever they look like; it is not proposed again.</summary>
    public Refusal? Part(Instant now) => Settle(PairState.Two, now);

    private AlreadySettled? Settle(PairState state, Instant now)
    {
        if (State == state)
            return new AlreadySettled();
        (State, SettledAt) = (state, now);
        return null;
    }
}

public readonly record struct ActivityPairId(Guid Value) : ITypedId<ActivityPairId>
{
    public static ActivityPairId New() => new(Guid.CreateVersion7());

    public static ActivityPairId From(Guid value) => new(value);
}

public enum PairState
{
    Proposed,
    Merged,
    Two,
}

/// <summary>Why two activities look the same.</summary>
[Flags]
public enum SameBy
{
    None = 0,
    Time = 1,
    Place = 2,

    /// <summary>The hall is held by the organisation that tells of the other one.</summary>
    HostIsPlace = 4,
    SameTitle = 8,
    LikeTitle = 16,
}

public sealed record AlreadySettled : Refusal;
