using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>
/// A link by which an organisation keeps its activities true without signing in. Only the fingerprint of its secret is kept; the desk
/// takes it back when it got into wrong hands.
/// </summary>
public sealed class EditorLink(OrganisationId organisation, string secretHash, Instant madeAt)
{
    public const int HashLength = LinkSecret.HashLength;

    /// <summary>Half a year: whoever left the organisation does not keep it for good.</summary>
    public static readonly Duration WorksFor = Duration.FromDays(183);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public OrganisationId Organisation { get; private init; } = organisation;
    public string SecretHash { get; private init; } = secretHash;
    public Instant MadeAt { get; private init; } = madeAt;
    public Instant ExpiresAt { get; private init; } = madeAt + WorksFor;
    public Instant? RevokedAt { get; private set; }

    public bool Works(Instant now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(Instant now) => RevokedAt ??= now;
}
