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
        new(Retention.SignInCode, "sign_in_codes", [], "Contact"),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [
            new(
                Retention.SignInCode,
                (before, ct) => db.SignInCodes.CountAsync(c => c.AskedAt < before, ct),
                (before, ct) => db.SignInCodes.Where(c => c.AskedAt < before).ExecuteDeleteAsync(ct)
            ),
        ];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var accounts = db.Accounts;
        var since = await db
            .AccountPersons.Where(p => p.Person == person)
            .Join(accounts, p => p.Account, a => a.Id, (_, a) => a.CreatedAt)
            .OrderBy(at => at)
            .ToListAsync(ct);
        return [.. since.Select(at => new KeptRecord(Retention.SignIn, at))];
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

        var ways = (await people.ReachAsync([person], ct)).GetValueOrDefault(person);
        var prints = new[] { ways?.MailAddress, ways?.MobileNumber, ways?.PhoneNumber }.OfType<string>().Select(sensitive.Fingerprint).ToList();
        await db.SignInCodes.Where(c => EF.Parameter(prints).Contains(c.ContactFingerprint)).ExecuteDeleteAsync(ct);
    }
}
