using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.People.Domain;

/// <summary>
/// Somebody said yes to being written down: in which way, when, and who noted it. <paramref name="GivenFor"/> says who
/// spoke for them ('haar dochter Els'); null is the person themselves.
/// </summary>
public sealed record Consent(ConsentWay Way, Instant At, PersonId? NotedBy, string? GivenFor = null)
{
    public const int MaxGivenForLength = 80;
}

public enum ConsentWay
{
    Spoken,
    Paper,
    Screen,
}
