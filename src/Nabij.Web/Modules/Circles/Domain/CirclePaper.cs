using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

public readonly record struct CirclePaperId(Guid Value) : ITypedId<CirclePaperId>
{
    public static CirclePaperId New() => new(Guid.CreateVersion7());

    public static CirclePaperId From(Guid value) => new(value);
}

public enum PaperKind
{
    PhoneList,
    FridgeCard,
}

/// <summary>
/// A version of what hangs on doors and fridges. It is right for as long as <see cref="Fingerprint"/> is that of what would be
/// printed now; what was handed out and is no longer right is void, and the next version says so.
/// </summary>
public sealed class CirclePaper(CircleId circle, PaperKind kind, int version, string fingerprint, LocalDate madeOn)
{
    public const int FingerprintLength = 43;

    public CirclePaperId Id { get; private init; } = CirclePaperId.New();
    public CircleId Circle { get; private init; } = circle;
    public PaperKind Kind { get; private init; } = kind;
    public int Version { get; private init; } = version;
    public string Fingerprint { get; private set; } = fingerprint;
    public LocalDate MadeOn { get; private set; } = madeOn;
    public LocalDate? HandedOutOn { get; private set; }

    /// <summary>When it was noticed that it is no longer right.</summary>
    public Instant? VoidSince { get; private set; }

    public bool IsToBePrinted => HandedOutOn is null || VoidSince is not null;

    /// <summary>
    /// The version to print now: this one when it is still right; this one again, made today, when nobody has it yet; else the next.
    /// </summary>
    public CirclePaper ToPrint(string current, LocalDate today)
    {
        if (string.Equals(current, Fingerprint, StringComparison.Ordinal))
        {
            VoidSince = null;
            return this;
        }
        if (HandedOutOn is not null)
            return new(Circle, Kind, Version + 1, current, today);
        (Fingerprint, MadeOn) = (current, today);
        return this;
    }

    public void HandOut(LocalDate today) => HandedOutOn ??= today;

    /// <summary>Something on it changed. What nobody has yet cannot become void.</summary>
    public bool BecomesVoid(Instant now)
    {
        if (HandedOutOn is null || VoidSince is not null)
            return false;
        VoidSince = now;
        return true;
    }

    /// <summary>The same paper still hangs with the neighbours who went along to another circle; there it is void.</summary>
    public CirclePaper GoesAlong(CircleId other, Instant now) =>
        new(other, Kind, Version, Fingerprint, MadeOn) { HandedOutOn = HandedOutOn, VoidSince = now };
}
