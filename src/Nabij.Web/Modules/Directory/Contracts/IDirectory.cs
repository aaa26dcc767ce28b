using Nabij.Kernel;

namespace Nabij.Modules.Directory.Contracts;

/// <summary>What other modules may ask about the organisations of the alliance.</summary>
public interface IDirectory
{
    /// <summary>The organisations that take on this kind of help, in the order in which they are asked.</summary>
    Task<IReadOnlyList<OrganisationCard>> OfferingAsync(HelpKind kind, CancellationToken ct);

    /// <summary>All organisations of the alliance, by name.</summary>
    Task<IReadOnlyList<OrganisationCard>> AllAsync(CancellationToken ct);

    Task<OrganisationCard?> FindAsync(OrganisationId id, CancellationToken ct);
}

/// <summary>An organisation and the person there to turn to.</summary>
public sealed record OrganisationCard(
    OrganisationId Id,
    string Name,
    string WhatTheyDo,
    PersonId? ContactPerson,
    string PhoneNumber
);
