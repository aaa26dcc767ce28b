using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

/// <summary>What of a circle may be open at the same time, each with a follow-up of its own.</summary>
public static class Follow
{
    public static IReadOnlyList<Subject> All(CircleId circle) => [Subject.Of(circle), Size(circle), Papers(circle), PassingOn(circle), Chain(circle)];

    /// <summary>It has too many neighbours, or too few.</summary>
    public static Subject Size(CircleId circle) => new("CircleSize", circle.Value);

    /// <summary>What is handed out is no longer right.</summary>
    public static Subject Papers(CircleId circle) => new("CirclePapers", circle.Value);

    /// <summary>Who passed on to a neighbour without a telephone has gone.</summary>
    public static Subject PassingOn(CircleId circle) => new("CirclePassingOn", circle.Value);

    /// <summary>Nobody can take over from the starter of the call chain.</summary>
    public static Subject Chain(CircleId circle) => new("CircleChain", circle.Value);
}
