using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain.Proposals;

public readonly record struct CircleProposalId(Guid Value) : ITypedId<CircleProposalId>
{
    public static CircleProposalId New() => new(Guid.CreateVersion7());

    public static CircleProposalId From(Guid value) => new(value);
}

/// <summary>How far a proposal is.</summary>
public enum ProposalState
{
    /// <summary>It is computed as soon as it is its turn.</summary>
    Waiting,
    Working,

    /// <summary>To be looked at, changed by hand, and taken over buurt by buurt.</summary>
    Ready,

    /// <summary>There was nothing to divide, or it was broken off too often.</summary>
    Stuck,

    /// <summary>All of it was taken over.</summary>
    Done,
}

/// <summary>What a proposal does with the circles that there are.</summary>
public enum CirclesThereAre
{
    /// <summary>They grow, and lose no front door without need.</summary>
    Leave,

    /// <summary>A front door may go over where that saves a walk.</summary>
    Adjust,

    /// <summary>As if there were none; they stay what they are until something is taken over.</summary>
    Forget,
}

/// <summary>A proposal to divide a buurt, or the whole place, into circles.</summary>
public sealed class CircleProposal
{
    public const int MaxNameLength = 80;
    public const int SmallestTarget = 10;
    public const int UsualTarget = 12;
    public const int LargestTarget = 15;
    public const int MostBarriers = 40;

    /// <summary>Broken off more often than this, it waits for a person.</summary>
    public const int MostTries = 3;

    private CircleProposal() { }

    public CircleProposal(ProposalWish wish, string name, PersonId by, Instant now)
    {
        (Buurt, Target, ThereAre, StartedBy, StartedAt) = (wish.Buurt, wish.Target, wish.ThereAre, by, now);
        Name = name.Length <= MaxNameLength ? name : name[..MaxNameLength];
        Barriers = BarrierLine.Write(wish.Barriers);
    }

    public CircleProposalId Id { get; init; } = CircleProposalId.New();

    /// <summary>The code of the buurt that is divided; null for the whole place.</summary>
    public string? Buurt { get; private init; }

    /// <summary>Of the buurt, or of the place.</summary>
    public string Name { get; private init; } = "";

    /// <summary>How many residents of 75 and over a circle should have.</summary>
    public int Target { get; private init; }
    public CirclesThereAre ThereAre { get; private init; }

    /// <summary>See <see cref="BarrierLine.Write"/>.</summary>
    public string Barriers { get; private init; } = "";
    public PersonId StartedBy { get; private init; }
    public Instant StartedAt { get; private init; }
    public ProposalState State { get; private set; }

    /// <summary>In per cent.</summary>
    public int Progress { get; private set; }
    public int Tries { get; private set; }
    public Instant? ReadyAt { get; private set; }

    /// <summary>Without front doors it is a sketch: points within the borders, from the figures of CBS only.</summary>
    public bool IsSketch { get; private set; }

    /// <summary>Counts the changes. Of two people who change it at the same moment, the slower hears of it.</summary>
    public int Edition { get; private set; }

    public bool IsBeingMade => State is ProposalState.Waiting or ProposalState.Working;

    public bool IsOpen => State is not ProposalState.Done;

    /// <summary>A little under and over the target: 10 to 15 for 12.</summary>
    public int Smallest => Target - 2;
    public int Largest => Target + 3;

    /// <summary>Its turn has come, perhaps once more after it was broken off.</summary>
    public void Begin()
    {
        Tries++;
        Become(Tries > MostTries ? ProposalState.Stuck : ProposalState.Working);
    }

    public void IsReady(bool isSketch, Instant now)
    {
        (IsSketch, ReadyAt, Progress) = (isSketch, now, 100);
        Become(ProposalState.Ready);
    }

    public void HasNothingToDivide() => Become(ProposalState.Stuck);

    /// <summary>Somebody saw to what was in the way.</summary>
    public Refusal? TryAgain()
    {
        if (State is not ProposalState.Stuck)
            return new ProposalIsNotStuck();
        (Tries, Progress) = (0, 0);
        Become(ProposalState.Waiting);
        return null;
    }

    /// <summary>Why nothing in it may be changed by who saw this edition of it, or null. The page asks too.</summary>
    public Refusal? RefusalOfChange(int seen) =>
        this switch
        {
            { State: not ProposalState.Ready } => new ProposalIsNotReady(),
            _ when seen != Edition => new ProposalChangedMeanwhile(),
            _ => null,
        };

    public void Changed() => Edition++;

    public void IsDone() => Become(ProposalState.Done);

    private void Become(ProposalState next)
    {
        (State, Edition) = (Allowed.Contains((State, next)) ? next : throw new InvalidOperationException($"From {State} to {next}?"), Edition + 1);
    }

    private static readonly HashSet<(ProposalState From, ProposalState To)> Allowed =
    [
        (ProposalState.Waiting, ProposalState.Working), // its turn
        (ProposalState.Working, ProposalState.Working), // its turn again: the node that worked on it fell silent
        (ProposalState.Working, ProposalState.Ready),
        (ProposalState.Working, ProposalState.Stuck), // nothing to divide, or broken off too often
        (ProposalState.Stuck, ProposalState.Waiting), // somebody asks to try again
        (ProposalState.Ready, ProposalState.Done), // the last buurt was taken over
    ];
}

/// <summary>What somebody wants proposed.</summary>
public sealed record ProposalWish(string? Buurt, int Target, CirclesThereAre ThereAre, IReadOnlyList<BarrierLine> Barriers)
{
    public Refusal? Refusal =>
        Target is < CircleProposal.SmallestTarget or > CircleProposal.LargestTarget ? new TargetOutOfRange()
        : Barriers.Count > CircleProposal.MostBarriers ? new TooManyBarriers()
        : null;
}

public sealed record TargetOutOfRange : Refusal;

public sealed record TooManyBarriers : Refusal;

public sealed record NoSuchBuurt : Refusal;

public sealed record NothingToDivide : Refusal;

public sealed record TooManyFrontDoors : Refusal;

public sealed record ProposalIsNotStuck : Refusal;

public sealed record ProposalIsNotReady : Refusal;

public sealed record ProposalChangedMeanwhile : Refusal;
