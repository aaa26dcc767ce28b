using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

/// <summary>What of a circle may be open at the same time, each with a follow-up of its own.</summary>
public static class Follow
{
    public const string StepInKind = "CircleStepIn";

    public static IReadOnlyList<Subject> All(CircleId circle) =>
        [Subject.Of(circle), Size(circle), Papers(circle), PassingOn(circle), Chain(circle), Silence(circle), SilentContact(circle)];

    /// <summary>It has too many neighbours, or too few.</summary>
    public static Subject Size(CircleId circle) => new("CircleSize", circle.Value);

    /// <summary>What is handed out is no longer right.</summary>
    public static Subject Papers(CircleId circle) => new("CirclePapers", circle.Value);

    /// <summary>Who passed on to a neighbour without a telephone has gone.</summary>
    public static Subject PassingOn(CircleId circle) => new("CirclePassingOn", circle.Value);

    /// <summary>Nobody can take over from the starter of the call chain.</summary>
    public static Subject Chain(CircleId circle) => new("CircleChain", circle.Value);

    /// <summary>From some neighbours nothing was heard.</summary>
    public static Subject Silence(CircleId circle) => new("CircleSilence", circle.Value);

    /// <summary>From a contact nothing is heard, and nobody steps in.</summary>
    public static Subject SilentContact(CircleId circle) => new("CircleSilentContact", circle.Value);

    /// <summary>The reserve is asked to step in.</summary>
    public static Subject StepIn(CircleId circle) => new(StepInKind, circle.Value);

    /// <summary>A neighbour wants somebody to call.</summary>
    public static Subject Wish(PersonId person) => new("NeighbourWish", person.Value);

    /// <summary>Somebody worries about a neighbour.</summary>
    public static Subject Worry(PersonId person) => new("NeighbourWorry", person.Value);
}
