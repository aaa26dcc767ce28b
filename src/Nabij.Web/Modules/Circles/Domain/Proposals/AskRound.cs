using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain.Proposals;

public readonly record struct AskRoundId(Guid Value) : ITypedId<AskRoundId>
{
    public static AskRoundId New() => new(Guid.CreateVersion7());

    public static AskRoundId From(Guid value) => new(value);
}

/// <summary>
/// A buurt has circles now, and nobody comes into one unasked: the residents of their streets are to be asked. Somebody does so, and
/// somebody stands in.
/// </summary>
public sealed class AskRound(string name, PersonId owner, PersonId? standIn, Instant startedAt)
{
    public const int MaxNameLength = 80;

    public AskRoundId Id { get; init; } = AskRoundId.New();

    /// <summary>Of the buurt.</summary>
    public string Name { get; private init; } = name;
    public PersonId Owner { get; private init; } = owner;
    public PersonId? StandIn { get; private set; } = standIn;
    public Instant StartedAt { get; private init; } = startedAt;
    public Instant? ClosedAt { get; private set; }

    public void Close(Instant now) => ClosedAt ??= now;

    /// <summary>Who stood in is no longer here: then the desk does.</summary>
    public void GoesOnWithoutStandIn() => StandIn = null;
}

/// <summary>A circle whose residents are asked in a round.</summary>
public sealed record AskRoundCircle(AskRoundId Round, CircleId Circle);

/// <summary>Somebody said that they would rather not be in a circle. They are not asked again.</summary>
public sealed class Declined(PersonId person, Instant at)
{
    public PersonId Person { get; private init; } = person;
    public Instant At { get; private init; } = at;
}

public sealed record NoSuchProposal : Refusal;

public sealed record NoSuchAskRound : Refusal;

public sealed record NothingToMove : Refusal;

public sealed record CircleIsNotBeside : Refusal;

public sealed record CircleWouldBeEmpty : Refusal;

public sealed record CircleWasTakenOver : Refusal;

public sealed record CircleCannotBeParted : Refusal;

public sealed record NothingToTakeBack : Refusal;

public sealed record SketchHasNoFrontDoors : Refusal;

public sealed record NothingToTakeOver : Refusal;

public sealed record AskerIsNoSupporter : Refusal;

public sealed record StandInIsAskerToo : Refusal;

public sealed record NotToBeAskedHere : Refusal;
