using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

public readonly record struct ReshapingId(Guid Value) : ITypedId<ReshapingId>
{
    public static ReshapingId New() => new(Guid.CreateVersion7());

    public static ReshapingId From(Guid value) => new(value);
}

public enum ReshapingKind
{
    Split,
    Merge,
}

/// <summary>
/// People and front doors went from one circle to another: a new one that was split off, or the one that took the whole
/// circle in. What went is kept, so that there is a way back.
/// </summary>
public sealed class Reshaping
{
    /// <summary>After this there are two circles with lives of their own: then people move by hand.</summary>
    public static readonly Duration TimeToGoBack = Duration.FromDays(30);

    private readonly List<ReshapedPart> parts = [];

    private Reshaping() { }

    public Reshaping(ReshapingKind kind, Circle from, Circle to, Instant at) =>
        (Kind, From, To, At, LeadOfFrom, LeadOfTo) = (kind, from.Id, to.Id, at, from.Lead, to.Lead);

    public ReshapingId Id { get; private init; } = ReshapingId.New();
    public ReshapingKind Kind { get; private init; }
    public CircleId From { get; private init; }
    public CircleId To { get; private init; }
    public Instant At { get; private init; }
    public Instant? UndoneAt { get; private set; }

    /// <summary>Who looked after them before.</summary>
    public CircleLead LeadOfFrom { get; private init; } = null!; // set by the constructor, or by the database
    public CircleLead LeadOfTo { get; private init; } = null!;

    public IReadOnlyList<ReshapedPart> Parts => parts;

    public void Took(IEnumerable<PersonId> members, IEnumerable<AddressId> doors)
    {
        parts.AddRange(members.Select(m => new ReshapedPart(Id, PartKind.Neighbour, m.Value)));
        parts.AddRange(doors.Select(d => new ReshapedPart(Id, PartKind.Door, d.Value)));
    }

    /// <summary>A circle that lay next to the one that ended.</summary>
    public void LayNextTo(IEnumerable<CircleId> circles) => parts.AddRange(circles.Select(c => new ReshapedPart(Id, PartKind.NextTo, c.Value)));

    public IReadOnlySet<Guid> Of(PartKind kind) => parts.Where(p => p.Kind == kind).Select(p => p.What).ToHashSet();

    public bool MayGoBack(Instant now) => UndoneAt is null && now - At <= TimeToGoBack;

    public Refusal? Undo(Instant now)
    {
        if (!MayGoBack(now))
            return new NoWayBackAnyMore();
        UndoneAt = now;
        return null;
    }
}

public enum PartKind
{
    Neighbour,
    Door,
    NextTo,
}

/// <summary>One thing that went along.</summary>
public sealed record ReshapedPart(ReshapingId Reshaping, PartKind Kind, Guid What);
