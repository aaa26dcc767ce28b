using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Accounts.Contracts;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.Directory.Domain;
using NodaTime;

namespace Nabij.Modules.Directory.Organisations;

/// <summary>Adds an organisation, or changes it. Next year somebody asks whether it is still true.</summary>
public sealed class KeepOrganisation(NabijDb db, IFollowUps followUps, IOrganisationSignIns signIns, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(OrganisationId? id, OrganisationDetails details, CancellationToken ct)
    {
        var organisation = id is null ? new Organisation() : await FindAsync(id.Value, ct);
        if (organisation is null)
            return new NoSuchOrganisation();
        if (organisation.Describe(details, clock.GetCurrentInstant()) is { } refusal)
            return refusal;

        if (id is null)
            db.Add(organisation);
        trail.Note(Subject.Of(organisation.Id), details.ContactPerson, "Directory.Trail.Kept");
        await AskAgainNextYearAsync(organisation, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Somebody asked, and all of it still holds.</summary>
    public async Task<Refusal?> ConfirmAsync(OrganisationId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } organisation)
            return new NoSuchOrganisation();
        organisation.ConfirmStillTrue(clock.GetCurrentInstant());
        trail.Note(Subject.Of(id), organisation.ContactPerson, "Directory.Trail.Confirmed");
        await AskAgainNextYearAsync(organisation, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>The organisation no longer takes part; what it did stays told.</summary>
    public async Task<Refusal?> LeaveAsync(OrganisationId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } organisation)
            return new NoSuchOrganisation();
        organisation.Leave(clock.GetCurrentInstant());
        trail.Note(Subject.Of(id), organisation.ContactPerson, "Directory.Trail.Left");
        await followUps.CloseAsync(Subject.Of(id), ct);
        await signIns.RemoveAsync(id, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private Task<Organisation?> FindAsync(OrganisationId id, CancellationToken ct) =>
        db.Organisations.Include(o => o.Offers).SingleOrDefaultAsync(o => o.Id == id && o.LeftAt == null, ct);

    private Task AskAgainNextYearAsync(Organisation organisation, CancellationToken ct) =>
        followUps.OpenAsync(
            new NewFollowUp(
                Subject.Of(organisation.Id),
                "Directory.FollowUp.Check",
                organisation.Name,
                $"organisaties/{organisation.Id.Value}",
                organisation.NextCheck
            ),
            ct
        );
}
