using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.Accounts.SigningIn;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Accounts.Passkeys;

/// <summary>Signs in whose key signed our challenge. The key asked for a finger, a face or a number first: that counts as two factors.</summary>
public sealed class SignInWithPasskey(NabijDb db, IPeople people, SensitiveText sensitive, SessionOfPerson session, IClock clock)
{
    public async Task<ClaimsPrincipal?> HandleAsync(PersonId whose, UserPasskeyInfo key, string once, CancellationToken ct)
    {
        var id = PasskeyCeremony.IdOf(key);
        var kept = await db.Passkeys.Of(whose).SingleOrDefaultAsync(p => p.CredentialId == id, ct);
        if (kept is null || await people.FindAsync(whose, ct) is not { } person)
            return null;

        var now = clock.GetCurrentInstant();
        (kept.SignCount, kept.IsCopied) = (key.SignCount, key.IsBackedUp);
        kept.Used(now);
        db.Add(new UsedOnce(sensitive.Fingerprint(once), now));
        if (!await db.TrySaveAsync(ct))
            return null; // the same answer came twice

        var login = sensitive.Fingerprint($"passkey {whose.Value:N}");
        return await session.StartAsync(person, login, SignInWay.Passkey, isVerified: true, ct);
    }
}
