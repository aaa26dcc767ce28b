using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Accounts.Contracts;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>Keeps how the staff of an organisation sign in, once its provider answered.</summary>
public sealed class KeepOrganisationSignIn(NabijDb db, AskProvider provider, ReturnAddress returnAddress, Trail trail) : IOrganisationSignIns
{
    public async Task<OrganisationSignInDetails?> FindAsync(OrganisationId organisation, CancellationToken ct) =>
        (await db.OrganisationSignIns.AsNoTracking().SingleOrDefaultAsync(s => s.Organisation == organisation, ct))?.Details;

    public async Task<Refusal?> KeepAsync(OrganisationId organisation, OrganisationSignInDetails details, CancellationToken ct)
    {
        var known = await db.OrganisationSignIns.SingleOrDefaultAsync(s => s.Organisation == organisation, ct);
        var signIn = known ?? new OrganisationSignIn(organisation);
        if (signIn.Describe(details) is { } refusal)
            return refusal;
        if (await provider.DiscoverAsync(signIn.Issuer, ct) is null)
            return new ProviderDoesNotAnswer();
        if (known is null)
            db.Add(signIn);
        trail.Note(Subject.Of(organisation), about: null, "Trail.OrganisationSignInKept");
        return await db.TrySaveAsync(ct) ? null : new DomainTaken();
    }

    public async Task RemoveAsync(OrganisationId organisation, CancellationToken ct)
    {
        if (await db.OrganisationSignIns.SingleOrDefaultAsync(s => s.Organisation == organisation, ct) is not { } signIn)
            return;
        db.Remove(signIn);
        trail.Note(Subject.Of(organisation), about: null, "Trail.OrganisationSignInRemoved");
        await db.SaveChangesAsync(ct);
    }

    public Task<Uri> ReturnAddressAsync(OrganisationId organisation, CancellationToken ct) => Task.FromResult(returnAddress.Of(organisation));
}
