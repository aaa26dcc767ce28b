using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Accounts.SigningIn;

/// <summary>
/// Signs in whoever types the code. When several people have the address, the code is theirs only together with the choice
/// of who they are, and is not used up before.
/// </summary>
public sealed class SignInWithCode(NabijDb db, CodeHash hash, WhoHasContact who, SessionOfPerson session, IClock clock)
{
    public async Task<CodeOutcome> HandleAsync(SignInCodeId id, string typed, PersonId? chosen, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var digits = CodeHash.Digits(typed);
        var code = await db.SignInCodes.SingleOrDefaultAsync(c => c.Id == id, ct);
        var fits = (code ?? Nobodys(now)).Fits(hash.Of(id, digits), now);
        if (code is null || !fits)
        {
            await db.TrySaveAsync(ct);
            return new CodeOutcome.Refused(new CodeDoesNotFit());
        }

        var people = await who.AnswersToAsync(code.Contact, ct);
        var person = people.Count == 1 ? people[0] : people.FirstOrDefault(p => p.Id == chosen);
        if (person is null)
            return people.Count == 0 ? new CodeOutcome.Refused(new CodeDoesNotFit()) : new CodeOutcome.WhoAreYou(people);

        code.End(now);
        if (!await db.TrySaveAsync(ct))
            return new CodeOutcome.Refused(new CodeDoesNotFit()); // used at the same moment, elsewhere
        return new CodeOutcome.In(await session.StartAsync(person, code.ContactFingerprint, people.Count > 1, ct));
    }

    private static SignInCode Nobodys(Instant now) => new("", "", "", now);
}

/// <summary>What came of a code: signed in, first choose who you are, or no.</summary>
public abstract record CodeOutcome
{
    public sealed record In(ClaimsPrincipal Principal) : CodeOutcome;

    public sealed record WhoAreYou(IReadOnlyList<PersonCard> People) : CodeOutcome;

    public sealed record Refused(Refusal Why) : CodeOutcome;
}

public sealed record CodeDoesNotFit : Refusal;

/// <summary>Starts the session of a person who proved who they are.</summary>
public sealed class SessionOfPerson(SignIn signIn, SensitiveText sensitive, CurrentCommunity community, Trail trail)
{
    /// <param name="person">Who it is.</param>
    /// <param name="contactFingerprint">Of the address that proved it.</param>
    /// <param name="isShared">
    /// Others here have the same address: then the account is of this person alone, or one of a couple would become the other.
    /// </param>
    /// <param name="ct">To stop waiting.</param>
    public Task<ClaimsPrincipal> StartAsync(PersonCard person, string contactFingerprint, bool isShared, CancellationToken ct)
    {
        var login = isShared ? sensitive.Fingerprint($"{contactFingerprint} {person.Id.Value:N}") : contactFingerprint;
        return StartAsync(person, login, SignInWay.Code, isVerified: false, ct);
    }

    /// <param name="person">Who it is.</param>
    /// <param name="login">The fingerprint of what proved it, and of nothing that others have.</param>
    /// <param name="way">How it was proved.</param>
    /// <param name="isVerified">Whether that counts as two factors.</param>
    /// <param name="ct">To stop waiting.</param>
    public async Task<ClaimsPrincipal> StartAsync(PersonCard person, string login, SignInWay way, bool isVerified, CancellationToken ct)
    {
        var account = await signIn.LinkAsync(login, person.Id, person.GivenName, ct);
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.SignedIn", person.Id);
        return await signIn.StartSessionAsync(account, way, isVerified ? community.Id : null, ct);
    }
}
