using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.Accounts.SigningIn;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>Sends somebody to their organisation to sign in there, and believes the answer when it is wholly right.</summary>
public sealed class SignInWithOrganisation(NabijDb db, AskProvider provider, WhoHasContact who, OrganisationSession sessions, IClock clock)
{
    public async Task<IReadOnlyList<(OrganisationId Id, string Name)>> AllAsync(CancellationToken ct) =>
        [.. (await db.OrganisationSignIns.OrderBy(s => s.Name).Select(s => new { s.Organisation, s.Name }).ToListAsync(ct)).Select(s => (s.Organisation, s.Name))];

    public Task<bool> IsThereAsync(OrganisationId organisation, CancellationToken ct) => db.OrganisationSignIns.AnyAsync(s => s.Organisation == organisation, ct);

    /// <summary>The address to go to, and what must come back.</summary>
    public async Task<(string Address, Attempt Attempt)?> BeginAsync(OrganisationId organisation, Uri returnTo, string? onward, CancellationToken ct)
    {
        if (await FindAsync(organisation, ct) is not { } signIn || await provider.DiscoverAsync(signIn.Issuer, ct) is not { } told)
            return null;
        var attempt = Attempt.At(signIn.Id, returnTo, onward);
        return (attempt.AddressAt(told, signIn.ClientId), attempt);
    }

    public async Task<(ClaimsPrincipal? Principal, Refusal? Refused)> FinishAsync(OrganisationId organisation, Attempt? attempt, Answer answer, CancellationToken ct)
    {
        if (attempt is null || await FindAsync(organisation, ct) is not { } signIn || !IsOf(attempt, signIn, answer) || !await sessions.IsFirstAsync(attempt, ct))
            return (null, new OrganisationDidNotConfirm());
        if (await provider.DiscoverAsync(signIn.Issuer, ct) is not { } told)
            return (null, new ProviderDoesNotAnswer());
        if (!answer.IsFrom(told) || await provider.RedeemAsync(told, signIn, answer.Code!, attempt, ct) is not { } token)
            return (null, new OrganisationDidNotConfirm());
        if (await IdToken.ReadAsync(token, await provider.KeysAsync(told, ct), signIn, attempt.Nonce, clock.GetCurrentInstant()) is not { } said)
            return (null, new OrganisationDidNotConfirm());

        return MailAddress.Read(said.MailAddress) is { } mail && await who.AnswersToAsync(mail, ct) is [var person]
            ? (await sessions.StartAsync(person, said, ct), null)
            : (null, new NotKnownHere());
    }

    private Task<OrganisationSignIn?> FindAsync(OrganisationId organisation, CancellationToken ct) =>
        db.OrganisationSignIns.AsNoTracking().SingleOrDefaultAsync(s => s.Organisation == organisation, ct);

    private static bool IsOf(Attempt attempt, OrganisationSignIn signIn, Answer answer) =>
        attempt.SignIn == signIn.Id.Value
        && answer is { Code: { Length: > 0 and <= Answer.MaxLength }, State: { } state }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(attempt.State));
}

/// <summary>What a provider sends back, in the address.</summary>
public sealed record Answer(string? Code, string? State, string? Issuer)
{
    public const int MaxLength = 2000;

    /// <summary>RFC 9207: an answer that names another provider is not of this one; one that should name itself must.</summary>
    public bool IsFrom(Provider provider) => Issuer is null ? !provider.NamesItself : Issuer == provider.Issuer;
}

/// <summary>The session of who came by their organisation.</summary>
public sealed class OrganisationSession(NabijDb db, SessionOfPerson session, SensitiveText sensitive, IClock clock)
{
    /// <summary>Whether this attempt was not finished before: an answer is good once, also in a browser that kept its cookie.</summary>
    public async Task<bool> IsFirstAsync(Attempt attempt, CancellationToken ct)
    {
        db.Add(new UsedOnce(sensitive.Fingerprint(attempt.State), clock.GetCurrentInstant()));
        return await db.TrySaveAsync(ct);
    }

    public Task<ClaimsPrincipal> StartAsync(PersonCard person, IdToken said, CancellationToken ct) =>
        session.StartAsync(person, sensitive.Fingerprint($"oidc {said.Issuer} {said.Subject}"), SignInWay.Organisation, said.IsVerified, ct);
}

public sealed record OrganisationDidNotConfirm : Refusal;

public sealed record NotKnownHere : Refusal;
