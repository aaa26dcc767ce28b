using NodaTime;

namespace Nabij.Modules.Circles.Domain;

/// <summary>Ten to fifteen neighbours know each other; with more than eighteen they no longer do, with fewer than five it falls still.</summary>
public static class CircleSize
{
    public const int Most = 18;
    public const int Fewest = 5;

    /// <summary>A circle may take this long to find its neighbours.</summary>
    public static readonly Duration TimeToGrow = Duration.FromDays(90);

    public static bool IsTooBig(int members) => members > Most;

    public static bool IsTooSmall(int members, Instant startedAt, Instant now) => members < Fewest && now - startedAt > TimeToGrow;
}
