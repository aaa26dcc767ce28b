namespace Nabij.Kernel;

/// <summary>A <see cref="Guid"/> that knows what it identifies, so a person can never be passed for a request.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>One wijkplatform: the tenant to which every row belongs.</summary>
public readonly record struct CommunityId(Guid Value) : ITypedId<CommunityId>
{
    public static CommunityId New() => new(Guid.CreateVersion7());

    public static CommunityId From(Guid value) => new(value);
}

/// <summary>Somebody in one community, with or without an account.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId New() => new(Guid.CreateVersion7());

    public static PersonId From(Guid value) => new(value);
}

/// <summary>A way to sign in; may stand for one person in each of several communities.</summary>
public readonly record struct AccountId(Guid Value) : ITypedId<AccountId>
{
    public static AccountId New() => new(Guid.CreateVersion7());

    public static AccountId From(Guid value) => new(value);
}

/// <summary>A circle of neighbours.</summary>
public readonly record struct CircleId(Guid Value) : ITypedId<CircleId>
{
    public static CircleId New() => new(Guid.CreateVersion7());

    public static CircleId From(Guid value) => new(value);
}

/// <summary>A front door.</summary>
public readonly record struct AddressId(Guid Value) : ITypedId<AddressId>
{
    public static AddressId New() => new(Guid.CreateVersion7());

    public static AddressId From(Guid value) => new(value);
}

/// <summary>An organisation of the alliance.</summary>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    public static OrganisationId New() => new(Guid.CreateVersion7());

    public static OrganisationId From(Guid value) => new(value);
}

/// <summary>A question for a hand.</summary>
public readonly record struct HelpRequestId(Guid Value) : ITypedId<HelpRequestId>
{
    public static HelpRequestId New() => new(Guid.CreateVersion7());

    public static HelpRequestId From(Guid value) => new(value);
}

/// <summary>Something open, with an owner and a next date.</summary>
public readonly record struct FollowUpId(Guid Value) : ITypedId<FollowUpId>
{
    public static FollowUpId New() => new(Guid.CreateVersion7());

    public static FollowUpId From(Guid value) => new(value);
}

/// <summary>Something told to one person.</summary>
public readonly record struct MessageId(Guid Value) : ITypedId<MessageId>
{
    public static MessageId New() => new(Guid.CreateVersion7());

    public static MessageId From(Guid value) => new(value);
}

/// <summary>What something is about, across modules: a word for the kind ("HelpRequest") and its id.</summary>
public sealed record Subject(string Kind, Guid Id)
{
    public const int MaxKindLength = 40;

    public static Subject Of<TId>(TId id)
        where TId : struct, ITypedId<TId> => new(typeof(TId).Name[..^"Id".Length], id.Value);
}
