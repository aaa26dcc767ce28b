using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.Passkeys;

/// <summary>Whoever may have a passkey, as ASP.NET Core Identity sees them: an id and no more.</summary>
public sealed record PasskeyHolder(PersonId Person)
{
    public string Id => Person.Value.ToString("N");
}

/// <summary>
/// Where ASP.NET Core Identity looks passkeys up. Only its passkey handler is used: our commands add, change and remove. Anybody may have
/// passkeys: so it takes one question to the database to refuse a key, whether or not there is such a person.
/// </summary>
public sealed class PasskeyHolders(NabijDb db) : IUserPasskeyStore<PasskeyHolder>
{
    public Task<PasskeyHolder?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Guid.TryParseExact(userId, "N", out var id) ? new PasskeyHolder(new PersonId(id)) : null);

    public Task<string> GetUserIdAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id);

    public async Task<PasskeyHolder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        var found = await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == id, cancellationToken);
        return found is null ? null : new(found.Person);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var (id, person) = (Base64Url.EncodeToString(credentialId), user.Person);
        var found = await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == id && p.Person == person, cancellationToken);
        return found is null ? null : Told(found);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyHolder user, CancellationToken cancellationToken)
    {
        var passkeys = await db.Passkeys.Of(user.Person).AsNoTracking().OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return [.. passkeys.Select(Told)];
    }

    public Task<PasskeyHolder?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(PasskeyHolder user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotHere();

    public Task RemovePasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken) => throw NotHere();

    public Task SetUserNameAsync(PasskeyHolder user, string? userName, CancellationToken cancellationToken) => throw NotHere();

    public Task SetNormalizedUserNameAsync(PasskeyHolder user, string? normalizedName, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> CreateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> UpdateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> DeleteAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw NotHere();

    public void Dispose() { }

    private static UserPasskeyInfo Told(Passkey passkey) =>
        new(
            credentialId: Base64Url.DecodeFromChars(passkey.CredentialId),
            publicKey: passkey.PublicKey,
            createdAt: passkey.CreatedAt.ToDateTimeOffset(),
            signCount: (uint)passkey.SignCount,
            transports: passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            isUserVerified: true,
            isBackupEligible: passkey.CanBeCopied,
            isBackedUp: passkey.IsCopied,
            attestationObject: [],
            clientDataJson: []
        );

    private static NotSupportedException NotHere() => new("Passkeys are added, changed and removed by the commands of this module.");
}
