using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Choosing;

/// <summary>Gives somebody an address at which their telephone follows their choices; a new one takes the place of the old.</summary>
public sealed class ChoicesLinks(NabijDb db, Trail trail, IClock clock)
{
    /// <summary>The secret of the new address; it is not kept, so it is shown once. Null when another was made at the same moment.</summary>
    public async Task<string?> RenewAsync(PersonId person, CancellationToken ct)
    {
        var secret = LinkSecret.New();
        await StopOldAsync(person, ct);
        db.Add(new ChoicesLink(person, LinkSecret.HashOf(secret), clock.GetCurrentInstant()));
        trail.Note(new("Choices", person.Value), person, "Calendar.Trail.ChoicesLinkMade");
        return await db.TrySaveAsync(ct) ? secret : null;
    }

    public async Task StopAsync(PersonId person, CancellationToken ct)
    {
        await StopOldAsync(person, ct);
        trail.Note(new("Choices", person.Value), person, "Calendar.Trail.ChoicesLinkStopped");
        await db.TrySaveAsync(ct); // stopped twice is stopped
    }

    /// <summary>Since when there is one.</summary>
    public Task<Instant?> MadeAtAsync(PersonId person, CancellationToken ct) =>
        db.ChoicesLinks.Where(l => l.Person == person).Select(l => (Instant?)l.MadeAt).SingleOrDefaultAsync(ct);

    /// <summary>Whose it is, or null when it is nobody's any more.</summary>
    public async Task<PersonId?> FindAsync(string secret, CancellationToken ct)
    {
        if (!LinkSecret.CanBe(secret))
            return null;
        var hash = LinkSecret.HashOf(secret);
        return await db.ChoicesLinks.Where(l => l.SecretHash == hash).Select(l => (PersonId?)l.Person).SingleOrDefaultAsync(ct);
    }

    /// <summary>It goes before the new one comes: there is one at a time.</summary>
    private async Task StopOldAsync(PersonId person, CancellationToken ct)
    {
        db.RemoveRange(await db.ChoicesLinks.Where(l => l.Person == person).ToListAsync(ct));
        await db.TrySaveAsync(ct);
    }
}
