using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

public readonly record struct JoinWishId(Guid Value) : ITypedId<JoinWishId>
{
    public static JoinWishId New() => new(Guid.CreateVersion7());

    public static JoinWishId From(Guid value) => new(value);
}

/// <summary>
/// Somebody behind a front door of the circle wants to belong to it and told so to a neighbour, who vouches for them. No mail address
/// and no telephone is needed: a neighbour of their choice passes on what is told.
/// </summary>
public sealed class JoinWish(CircleId circle, string givenName, string familyName, AddressId door, PersonId broughtBy, Instant at)
{
    public const int MaxNameLength = 80;

    public JoinWishId Id { get; private init; } = JoinWishId.New();
    public CircleId Circle { get; private set; } = circle;
    public string GivenName { get; private init; } = givenName;
    public string FamilyName { get; private init; } = familyName;
    public AddressId Door { get; private init; } = door;
    public string? Number { get; init; }
    public PersonId? PassedOnBy { get; set; }
    public PersonId BroughtBy { get; private init; } = broughtBy;
    public Instant At { get; private init; } = at;
    public Instant? SettledAt { get; private set; }

    public string FullName => $"{GivenName} {FamilyName}".Trim();

    public bool Settle(Instant now)
    {
        if (SettledAt is not null)
            return false;
        SettledAt = now;
        return true;
    }

    public void GoesTo(CircleId other) => Circle = other;

    public static Refusal? RefusalOf(string givenName, string familyName, string number, string? readNumber, PersonId? passedOnBy, bool saidYes) =>
        (givenName, familyName) switch
        {
            _ when givenName.Trim().Length is 0 or > MaxNameLength || familyName.Trim().Length > MaxNameLength => new NeighbourHasNoName(),
            _ when !saidYes => new NeighbourMustSayYes(),
            _ when number.Trim().Length > 0 && readNumber is null => new NumberNotUnderstood(),
            _ when readNumber is null && passedOnBy is null => new NobodyPassesOn(),
            _ => null,
        };
}

public sealed record NeighbourHasNoName : Refusal;

public sealed record NeighbourMustSayYes : Refusal;

public sealed record NumberNotUnderstood : Refusal;

public sealed record NobodyPassesOn : Refusal;

public sealed record DoorNotInCircle : Refusal;

public sealed record NoSuchWish : Refusal;
