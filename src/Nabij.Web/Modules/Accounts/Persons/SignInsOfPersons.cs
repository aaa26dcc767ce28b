using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Persons;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Accounts.Persons;

/// <summary>With what somebody signs in: the accounts that stand for them here, and codes that were asked for.</summary>
public sealed class SignInsOfPersons(NabijDb db, IPeople people, SensitiveText sensitive, IClock clock) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.SignIn, "account_persons", ["Person"], "GivenName"),
        new(Retention.SignIn, "second_factors", ["Person"], "Key"),
        new(Retention.SignIn, "recovery_codes", ["Person"]),
        new(Retention.SignIn, "passkeys", ["Person"], "Name"),
        new(Retention.SignIn, "organisation_sign_ins", [], "ClientSecret"),
        new(Retention.SignInCode, "sign_in_codes", [], "Contact"),
        new(Retention.Session, "sessions", []),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [
            new(
                Retention.SignInCode,
                (before, ct) => db.SignInCodes.CountAsync(c => c.AskedAt < before, ct),
                ForgetCodesAsync
            ),
            new(
                Retention.Session,
                (before, ct) => SessionsOver(before).CountAsync(ct),
                (before, ct) => SessionsOver(before).ExecuteDeleteAsync(ct)
            ),
        ];

    /// <summary>Each keeps to what they prove it is them with; of two second factors, the one of who stays.</summary>
    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        await db.SecondFactors.Where(f => f.Person == goes).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Of(goes).ExecuteDeleteAsync(ct);
    }

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var accounts = db.Accounts;
        var since = await db
            .AccountPersons.Where(p => p.Person == person)
            .Join(accounts, p => p.Account, a => a.Id, (_, a) => a.CreatedAt)
            .OrderBy(at => at)
            .ToListAsync(ct);
        var accountsOfPerson = db.AccountPersons.Where(p => p.Person == person).Select(p => p.Account);
        var sessions = await db.Sessions.Where(s => accountsOfPerson.Contains(s.Account)).OrderBy(s => s.StartedAt).Select(s => s.StartedAt).ToListAsync(ct);
        return [.. since.Select(at => new KeptRecord(Retention.SignIn, at)), .. sessions.Select(at => new KeptRecord(Retention.Session, at))];
    }

    /// <summary>Signed out everywhere, at once.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var accounts = await db.AccountPersons.Where(p => p.Person == person).Select(p => p.Account).ToListAsync(ct);
        await db
            .Sessions.Where(s => accounts.Contains(s.Account) && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedAt, now), ct);
        await db.AccountPersons.Where(p => p.Person == person).ExecuteDeleteAsync(ct);
        await MakeRoomAsync(person, person, ct);
        await db.Passkeys.Of(person).ExecuteDeleteAsync(ct);

        var ways = (await people.ReachAsync([person], ct)).GetValueOrDefault(person);
        var prints = new[] { ways?.MailAddress, ways?.MobileNumber, ways?.PhoneNumber }.OfType<string>().Select(sensitive.Fingerprint).ToList();
        await db.SignInCodes.Where(c => EF.Parameter(prints).Contains(c.ContactFingerprint)).ExecuteDeleteAsync(ct);
    }

    private async Task ForgetCodesAsync(Instant before, CancellationToken ct)
    {
        await db.SignInCodes.Where(c => c.AskedAt < before).ExecuteDeleteAsync(ct);
        await db.UsedOnce.Where(u => u.UsedAt < before).ExecuteDeleteAsync(ct);
    }

    /// <summary>Of everybody here; those of who is signed in elsewhere too go with the first community that asks.</summary>
    private IQueryable<Session> SessionsOver(Instant before)
    {
        var accounts = db.AccountPersons.Select(p => p.Account);
        var startedBefore = before - Session.EndsUnusedAfter;
        return db.Sessions.Where(s => accounts.Contains(s.Account) && (s.EndedAt < before || s.StartedAt < startedBefore));
    }
}
