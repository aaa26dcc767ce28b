using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using NodaTime;

namespace Nabij.Modules.Accounts.Passkeys;

/// <summary>Adds a passkey to those of whoever is signed in, and takes one away.</summary>
public sealed class RegisterPasskey(NabijDb db, CurrentPerson person, SensitiveText sensitive, Trail trail, IClock clock)
{
    public Task<List<Passkey>> MineAsync(CancellationToken ct) =>
        db.Passkeys.Of(person.Id).AsNoTracking().OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(ct);

    public async Task<Refusal?> HandleAsync(UserPasskeyInfo key, string once, string name, CancellationToken ct)
    {
        if (Passkey.RefusalOfName(name) is { } refusal)
            return refusal;
        if (await db.Passkeys.Of(person.Id).CountAsync(ct) >= Passkey.MaxOfOnePerson)
            return new TooManyPasskeys();

        var now = clock.GetCurrentInstant();
        db.Add(
            new Passkey(person.Id, PasskeyCeremony.IdOf(key), key.PublicKey, name.Trim(), now)
            {
                SignCount = key.SignCount,
                Transports = TransportsOf(key),
                CanBeCopied = key.IsBackupEligible,
                IsCopied = key.IsBackedUp,
            }
        );
        db.Add(new UsedOnce(sensitive.Fingerprint(once), now));
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.PasskeyAdded");
        return await db.TrySaveAsync(ct) ? null : new PasskeyDidNotWork();
    }

    public async Task RemoveAsync(PasskeyId id, CancellationToken ct)
    {
        if (await db.Passkeys.Of(person.Id).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } passkey)
            return;
        db.Remove(passkey);
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.PasskeyRemoved");
        await db.TrySaveAsync(ct);
    }

    /// <summary>Only words that WebAuthn knows.</summary>
    private static string TransportsOf(UserPasskeyInfo key) =>
        string.Join(' ', (key.Transports ?? []).Where(t => t is "usb" or "nfc" or "ble" or "smart-card" or "hybrid" or "internal").Distinct(StringComparer.Ordinal));
}
