using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>Somebody wants to have an activity in their own calendar, whether or not one signs up for it.</summary>
public sealed record ChosenActivity(PersonId Person, ActivityId Activity, Instant At);

/// <summary>
/// The address at which a telephone follows the choices of one person. Only the fingerprint of its secret is kept; a new one takes the
/// place of the old, and it can be stopped.
/// </summary>
public sealed class ChoicesLink(PersonId person, string secretHash, Instant madeAt)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PersonId Person { get; private init; } = person;
    public string SecretHash { get; private init; } = secretHash;
    public Instant MadeAt { get; private init; } = madeAt;
}
