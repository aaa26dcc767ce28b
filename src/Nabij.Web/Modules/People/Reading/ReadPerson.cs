using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.People.Reading;

/// <summary>Everything that is known of one person, to look at.</summary>
public sealed class ReadPerson(NabijDb db, IPlaces places)
{
    public async Task<PersonRecord?> FindAsync(PersonId id, CancellationToken ct)
    {
        var found = await (
            from p in db.Persons.AsNoTracking().Where(p => p.Id == id && p.ForgottenAt == null)
            join h in db.Helpers on p.Id equals h.Person into profiles
            from h in profiles.DefaultIfEmpty()
            select new { Person = p, Helper = (Helper?)h }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;

        var roles = await db.RoleAssignments.AsNoTracking().Current.Where(a => a.Person == id).OrderBy(a => a.Since).ToListAsync(ct);
        var homes = await places.FindAsync(found.Person.Home is { } home ? [home] : [], ct);
        var others = new[] { found.Person.Consent.NotedBy, found.Helper?.VogSeenBy }.Concat(roles.Select(r => r.StandIn));
        return new(found.Person, found.Helper, homes.Values.SingleOrDefault(), roles, await NamesAsync(others.OfType<PersonId>(), ct));
    }

    private async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(IEnumerable<PersonId> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return await db
            .Persons.Where(p => EF.Parameter(wanted).Contains(p.Id))
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName })
            .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }
}

/// <param name="Names">Of the others who are named in it: who noted, who saw, who stands in.</param>
public sealed record PersonRecord(
    Person Person,
    Helper? Helper,
    Address? Home,
    IReadOnlyList<RoleAssignment> Roles,
    IReadOnlyDictionary<PersonId, string> Names
)
{
    public bool IsHelper => Helper is { Likes.Count: > 0 };
}
