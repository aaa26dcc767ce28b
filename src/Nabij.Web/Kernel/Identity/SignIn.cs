using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>Starts and ends sessions. How somebody proved who they are is for the caller to know.</summary>
public sealed class SignIn(NabijDb db, IClock clock)
{
    /// <summary>The claim that names the session; the cookie holds nothing else about anybody.</summary>
    public const string SessionClaim = "session";

    /// <summary>Makes this account stand for this person in the current community, if it does not yet.</summary>
    public async Task<AccountId> LinkAsync(string loginFingerprint, PersonId person, string givenName, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.LoginFingerprint == loginFingerprint, ct);
        if (account is null)
            db.Add(account = new Account(loginFingerprint, clock.GetCurrentInstant()));

        var linked = await db.AccountPersons.SingleOrDefaultAsync(p => p.Account == account.Id, ct);
        if (linked is not null && linked.Person != person)
        {
            db.Remove(linked);
            await db.SaveChangesAsync(ct);
            linked = null;
        }
        if (linked is null)
            db.Add(new AccountPerson(account.Id, person, givenName));
        else
            linked.GivenName = givenName;
        await db.SaveChangesAsync(ct);
        return account.Id;
    }

    /// <summary>A principal for a new session of this account, to hand to <c>HttpContext.SignInAsync</c>.</summary>
    public async Task<ClaimsPrincipal> StartSessionAsync(AccountId account, CancellationToken ct)
    {
        var session = new Session(account, clock.GetCurrentInstant());
        db.Add(session);
        await db.SaveChangesAsync(ct);
        var claims = new[] { new Claim(SessionClaim, session.Id.ToString()) };
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    public async Task EndAsync(HttpContext http, CancellationToken ct)
    {
        if (await CurrentSessionAsync(http, ct) is { } session)
            await EndAsync(db.Sessions.Where(s => s.Id == session.Id), ct);
        await http.SignOutAsync();
    }

    /// <summary>Ends every session of this account, on every device.</summary>
    public async Task EndEverywhereAsync(HttpContext http, CancellationToken ct)
    {
        if (await CurrentSessionAsync(http, ct) is { } session)
            await EndAsync(db.Sessions.Where(s => s.Account == session.Account), ct);
        await http.SignOutAsync();
    }

    private Task<int> EndAsync(IQueryable<Session> sessions, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedAt, now), ct);
    }

    private async Task<Session?> CurrentSessionAsync(HttpContext http, CancellationToken ct) =>
        Guid.TryParse(http.User.FindFirstValue(SessionClaim), out var id)
            ? await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct)
            : null;
}
