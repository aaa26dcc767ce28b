using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.People.Contracts;

/// <summary>Of whom a certificate of conduct (VOG) was seen; the certificate itself is never kept.</summary>
public interface IVogs
{
    /// <summary>Who saw it last, and when; whose was never seen is not in it.</summary>
    Task<IReadOnlyDictionary<PersonId, VogSeen>> SeenAsync(IEnumerable<PersonId> persons, CancellationToken ct);

    /// <summary>Whoever is signed in saw it today. Saves, also what the caller changed.</summary>
    Task SeeAsync(PersonId person, CancellationToken ct);
}

public sealed record VogSeen(PersonId? By, LocalDate On);
