using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>
/// Looks up, in one query, who the session in the cookie is in this community and which roles they have now. A session
/// that was ended, or a role that was taken away, counts from the next click. A role that asks for a second factor is not had
/// before that was given.
/// </summary>
public sealed class PersonOfSession(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentCommunity community, CurrentPerson person, NabijDb db, IClock clock)
    {
        var signedIn =
            community.IsKnown
            && SignIn.SessionOf(http) is { } session
            && await FindAsync(db, session, community.Id, clock.GetCurrentInstant(), http.RequestAborted) is { Count: > 0 } rows
            && SignInAs(http, person, rows);
        if (!signedIn)
            http.User = new ClaimsPrincipal(new ClaimsIdentity());

        await next(http);
    }

    private static Task<List<Row>> FindAsync(NabijDb db, Guid session, CommunityId here, Instant now, CancellationToken ct)
    {
        var (open, persons, held) = (db.Sessions.Open(now), db.AccountPersons, db.RoleAssignments.Current);
        var (factors, needing) = (db.SecondFactors.Where(f => f.ConfirmedAt != null), db.RolesWithSecondFactor);
        return (
            from s in open
            where s.Id == session
            join p in persons on s.Account equals p.Account
            from r in held.Where(r => r.Person == p.Person).DefaultIfEmpty()
            select new Row(
                p.Person,
                p.GivenName,
                r == null ? null : r.Role,
                r == null ? null : r.Scope,
                s.VerifiedIn != here && (factors.Any(f => f.Person == p.Person) || (r != null && needing.Any(n => n.Role == r.Role)))
            )
        ).ToListAsync(ct);
    }

    private static bool SignInAs(HttpContext http, CurrentPerson person, List<Row> rows)
    {
        var held = rows.Where(r => r.Role is not null).ToList();
        var roles = held.Where(r => !r.MustVerify).Select(r => new HeldRole(r.Role!.Value, r.Scope)).ToList();
        person.SignIn(rows[0].Person, rows[0].GivenName, roles, held.Exists(r => r.MustVerify));

        var claims = roles.Select(r => new Claim(ClaimTypes.Role, r.Role.ToString()));
        http.User = new(new ClaimsIdentity([.. claims, .. http.User.Claims], "Session"));
        return true;
    }

    /// <param name="MustVerify">The role counts only after the second factor, and that was not given in this session.</param>
    private sealed record Row(PersonId Person, string GivenName, Role? Role, Guid? Scope, bool MustVerify);
}
