using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Desk.Contracts;

/// <summary>
/// Who answers the one number now: shown on the desk. Whoever keeps the rota implements it; the desk does without when nobody does.
/// </summary>
public interface IOnDuty
{
    /// <summary>Null when there is no rota. Asks the database once.</summary>
    Task<OnDuty?> NowAsync(CancellationToken ct);
}

/// <param name="Who">Who answers now; nobody outside hours, or when somebody is missing.</param>
/// <param name="InHours">Whether it is an hour in which the number is answered.</param>
/// <param name="Change">When that changes: the end of this shift, or the start of the next; null when not within a week.</param>
public sealed record OnDuty(IReadOnlyList<PersonId> Who, bool InHours, Instant? Change);
