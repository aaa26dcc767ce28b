using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

/// <summary>Two circles next to each other: where one asks, the other is asked next. Each pair is there once.</summary>
public sealed class CirclePair(CircleId one, CircleId other)
{
    public CircleId One { get; private init; } = one;
    public CircleId Other { get; private init; } = other;

    public static CirclePair Of(CircleId one, CircleId other) =>
        one.Value.CompareTo(other.Value) < 0 ? new(one, other) : new(other, one);
}
