using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Accounts.Domain;

/// <summary>A key on somebody's telephone, computer or key ring, of which we have the public half only.</summary>
public sealed class Passkey(PersonId person, string credentialId, byte[] publicKey, string name, Instant createdAt)
{
    public const int MaxNameLength = 60;
    public const int MaxOfOnePerson = 20;

    /// <summary>WebAuthn's longest, of 1023 bytes, in base64url.</summary>
    public const int MaxCredentialIdLength = 1364;

    public PasskeyId Id { get; private init; } = PasskeyId.New();
    public PersonId Person { get; private init; } = person;
    public string CredentialId { get; private init; } = credentialId;
    public byte[] PublicKey { get; private init; } = publicKey;

    /// <summary>What its owner calls it: 'Telefoon van Anja'.</summary>
    public string Name { get; private init; } = name;
    public Instant CreatedAt { get; private init; } = createdAt;
    public Instant? LastUsedAt { get; private set; }

    /// <summary>How often it signed, as it says itself; many always say nought.</summary>
    public long SignCount { get; set; }

    /// <summary>How it is reached, as it says itself: 'internal usb'.</summary>
    public string Transports { get; init; } = "";
    public bool CanBeCopied { get; init; }
    public bool IsCopied { get; set; }

    public void Used(Instant now) => LastUsedAt = now;

    /// <summary>The name as it is kept, or why not.</summary>
    public static Refusal? RefusalOfName(string name) =>
        name.Trim().Length switch
        {
            0 => new PasskeyNeedsName(),
            > MaxNameLength => new PasskeyNameTooLong(),
            _ => null,
        };
}

public readonly record struct PasskeyId(Guid Value) : ITypedId<PasskeyId>
{
    public static PasskeyId New() => new(Guid.CreateVersion7());

    public static PasskeyId From(Guid value) => new(value);
}

/// <summary>Something that is good once, such as the challenge that a passkey signs: that it was used.</summary>
public sealed class UsedOnce(string fingerprint, Instant usedAt)
{
    public string Fingerprint { get; private init; } = fingerprint;
    public Instant UsedAt { get; private init; } = usedAt;
}

public sealed record PasskeyNeedsName : Refusal;

public sealed record PasskeyNameTooLong : Refusal;

public sealed record PasskeyDidNotWork : Refusal;

public sealed record TooManyPasskeys : Refusal;
