using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>Starts and ends sessions. How somebody proved who they are is for the caller to know.</summary>
public sealed class SignIn(NabijDb db, IClock clock, IHttpContextAccessor request)
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
            await EndAsync(db.Sessions.Where(s => s.Account == account.Id), ct); // or a session of one would become the other's
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
    public Task<ClaimsPrincipal> StartSessionAsync(AccountId account, CancellationToken ct) =>
        StartSessionAsync(account, SignInWay.Code, verifiedIn: null, ct);

    /// <param name="account">Who signs in.</param>
    /// <param name="way">How they proved who they are.</param>
    /// <param name="verifiedIn">Where that counts as two factors, so that a second is not asked for.</param>
    /// <param name="ct">To stop waiting.</param>
    public async Task<ClaimsPrincipal> StartSessionAsync(AccountId account, SignInWay way, CommunityId? verifiedIn, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (browser, device) = Devices.Read(request.HttpContext?.Request.Headers.UserAgent.ToString() ?? "");
        var session = new Session(account, now) { Way = way, Browser = browser, Device = device, VerifiedIn = verifiedIn };
        db.Add(session);
        await db.SaveChangesAsync(ct);
        var claims = new[] { new Claim(SessionClaim, session.Id.ToString()) };
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>The session in the cookie of this request.</summary>
    public static Guid? SessionOf(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(SessionClaim), out var id) ? id : null;

    public async Task EndAsync(HttpContext http, CancellationToken ct)
    {
        if (SessionOf(http) is { } session)
            await EndAsync(db.Sessions.Where(s => s.Id == session), ct);
        await http.SignOutAsync();
    }

    /// <summary>Ends every session of this person, on every device and by whichever way they signed in.</summary>
    public async Task EndEverywhereAsync(HttpContext http, PersonId person, CancellationToken ct)
    {
        await EndAllAsync(person, ct);
        await http.SignOutAsync();
    }

    /// <summary>The same, by somebody else.</summary>
    public Task EndAllAsync(PersonId person, CancellationToken ct) => EndAsync(SessionsOf(person), ct);

    /// <summary>Ends one session of this person; of another's it does nothing.</summary>
    public Task EndAsync(PersonId person, Guid session, CancellationToken ct) => EndAsync(SessionsOf(person).Where(s => s.Id == session), ct);

    /// <summary>The sessions of every account that stands for this person in the current community.</summary>
    public IQueryable<Session> SessionsOf(PersonId person)
    {
        var accounts = db.AccountPersons.Where(p => p.Person == person).Select(p => p.Account);
        return db.Sessions.Where(s => accounts.Contains(s.Account));
    }

    private Task<int> EndAsync(IQueryable<Session> sessions, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedAt, now), ct);
    }
}
