using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

/// <summary>What of a circle may be open at the same time, each with a follow-up of its own.</summary>
public static class Follow
{
    /// <summary>It has too many neighbours, or too few.</summary>
    public static Subject Size(CircleId circle) => new("CircleSize", circle.Value);
}
