using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Keeping;

/// <summary>Gives an organisation a link to keep its activities by; a new one takes the place of the old.</summary>
public sealed class EditorLinks(NabijDb db, IDirectory directory, IReach reach, Trail trail, IClock clock)
{
    private const string MessageKind = "EditorLink";

    /// <summary>The secret of the new link; it is not kept, so it is shown once.</summary>
    public async Task<string> RenewAsync(OrganisationId organisation, CancellationToken ct)
    {
        var secret = await MakeAsync(organisation, ct);
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>
    /// Sends a new link to the contact person, by their own channel: nobody at the desk reads it. <paramref name="addressOf"/> makes the
    /// address of a secret.
    /// </summary>
    public async Task<Refusal?> SendAsync(OrganisationId organisation, Func<string, string> addressOf, CancellationToken ct)
    {
        if (await directory.FindAsync(organisation, ct) is not { ContactPerson: { } contact } card)
            return new NobodyToSendTo();
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["organisation"] = card.Name, ["link"] = addressOf(await MakeAsync(organisation, ct)) };
        reach.Tell(contact, new(new(MessageKind, organisation.Value), "Calendar.EditorLink", words));
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Whose link this is, or null when it is nobody's or works no longer.</summary>
    public async Task<OrganisationId?> FindAsync(string secret, CancellationToken ct)
    {
        if (!LinkSecret.CanBe(secret))
            return null;
        var hash = LinkSecret.HashOf(secret);
        var link = await db.EditorLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash, ct);
        return link?.Works(clock.GetCurrentInstant()) == true ? link.Organisation : null;
    }

    /// <summary>The old ones work no longer, and what was to tell of them is not sent.</summary>
    private async Task<string> MakeAsync(OrganisationId organisation, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var old in await db.EditorLinks.Where(l => l.Organisation == organisation && l.RevokedAt == null).ToListAsync(ct))
            old.Revoke(now);
        await reach.CancelAsync(new(MessageKind, organisation.Value), ct);
        var secret = LinkSecret.New();
        db.Add(new EditorLink(organisation, LinkSecret.HashOf(secret), now));
        trail.Note(Subject.Of(organisation), null, "Calendar.Trail.LinkRenewed");
        return secret;
    }
}
