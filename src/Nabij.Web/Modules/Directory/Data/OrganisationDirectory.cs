using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Directory.Domain;

namespace Nabij.Modules.Directory.Data;

public sealed class OrganisationDirectory(NabijDb db) : IDirectory
{
    public async Task<IReadOnlyList<OrganisationCard>> OfferingAsync(HelpKind kind, CancellationToken ct) =>
        await Cards(db.Organisations.Current.Where(o => o.Offers.Any(offer => offer.Kind == kind))).ToListAsync(ct);

    public async Task<IReadOnlyList<OrganisationCard>> AllAsync(CancellationToken ct) =>
        await Cards(db.Organisations.Current).ToListAsync(ct);

    public async Task<OrganisationCard?> FindAsync(OrganisationId id, CancellationToken ct) =>
        await Cards(db.Organisations.Where(o => o.Id == id)).SingleOrDefaultAsync(ct);

    private static IQueryable<OrganisationCard> Cards(IQueryable<Organisation> organisations) =>
        organisations.Select(o => new OrganisationCard(o.Id, o.Name, o.WhatTheyDo, o.ContactPerson, o.PhoneNumber));
}
