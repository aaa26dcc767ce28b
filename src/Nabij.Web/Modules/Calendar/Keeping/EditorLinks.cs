using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Keeping;

/// <summary>Gives an organisation a link to keep its activities by; a new one takes the place of the old.</summary>
public sealed class EditorLinks(NabijDb db, Trail trail, IClock clock)
{
    private const int SecretBytes = 24;
    private const int LongestSecret = 100;

    /// <summary>The secret of the new link; it is not kept, so it is shown once.</summary>
    public async Task<string> RenewAsync(OrganisationId organisation, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var old in await db.EditorLinks.Where(l => l.Organisation == organisation && l.RevokedAt == null).ToListAsync(ct))
            old.Revoke(now);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.Add(new EditorLink(organisation, HashOf(secret), now));
        trail.Note(Subject.Of(organisation), null, "Calendar.Trail.LinkRenewed");
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>Whose link this is, or null when it is nobody's or works no longer.</summary>
    public async Task<OrganisationId?> FindAsync(string secret, CancellationToken ct)
    {
        if (secret.Length > LongestSecret)
            return null;
        var hash = HashOf(secret);
        var link = await db.EditorLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash, ct);
        return link?.Works(clock.GetCurrentInstant()) == true ? link.Organisation : null;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
