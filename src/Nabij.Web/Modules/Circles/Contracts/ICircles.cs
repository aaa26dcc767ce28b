using Nabij.Kernel;

namespace Nabij.Modules.Circles.Contracts;

/// <summary>What other modules may ask about circles.</summary>
public interface ICircles
{
    /// <summary>The circles a person belongs to, for use inside another query.</summary>
    IQueryable<CircleId> Of(PersonId person);

    /// <summary>Who belongs to these circles now, for use inside another query.</summary>
    IQueryable<PersonId> MembersOf(IReadOnlyCollection<CircleId> circles);

    Task<CircleCard?> FindAsync(CircleId id, CancellationToken ct);

    /// <summary>What these circles are called, as far as they are there now.</summary>
    Task<IReadOnlyDictionary<CircleId, string>> NamesAsync(IReadOnlyCollection<CircleId> ids, CancellationToken ct);

    /// <summary>The circle whose area holds this address; null where there is no circle yet.</summary>
    Task<CircleCard?> AroundAsync(AddressId address, CancellationToken ct);

    Task<IReadOnlyList<CircleId>> AdjacentToAsync(CircleId circle, CancellationToken ct);
}

/// <summary>A circle in few words. Two contacts look after it; the reserve steps in.</summary>
public sealed record CircleCard(
    CircleId Id,
    string Name,
    PersonId? FirstContact,
    PersonId? SecondContact,
    PersonId? Reserve,
    int Members
);
