using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Reach.Domain;

/// <summary>
/// A link by which one person answers one question without signing in. Only the fingerprint of its secret is kept; a
/// message that is sent twice has two links, and both work.
/// </summary>
public sealed class AnswerLink(MessageId message, string secretHash, Instant expiresAt)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public MessageId Message { get; private init; } = message;
    public string SecretHash { get; private init; } = secretHash;
    public Instant ExpiresAt { get; private init; } = expiresAt;

    public bool HasExpired(Instant now) => ExpiresAt < now;
}

/// <summary>
/// This message is no longer true. Only ever added, so that withdrawing never gets in the way of what is saved with it;
/// the message itself is cancelled by whoever would otherwise have sent it.
/// </summary>
public sealed class Withdrawal(MessageId message, Instant at)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public MessageId Message { get; private init; } = message;
    public Instant At { get; private init; } = at;
}

/// <summary>A text message that somebody sent us, known by the id that the gateway gave it: what comes twice counts once.</summary>
public sealed class IncomingText(string gatewayId, Instant receivedAt)
{
    public const int MaxIdLength = 100;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string GatewayId { get; private init; } = gatewayId;
    public Instant ReceivedAt { get; private init; } = receivedAt;

    /// <summary>Who sent it and what they wrote, as long as a person still has to read it.</summary>
    public string? Unread { get; private set; }

    public void LeaveToBeRead(string words) => Unread = words;

    public void WasRead() => Unread = null;
}
