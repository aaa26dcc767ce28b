using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Data;
using NodaTime;

namespace Nabij.Modules.People.Roles;

/// <summary>Who is what in this community now, with who stands in for them; one query.</summary>
public sealed class HeldRoles(NabijDb db)
{
    private const int Shown = 500;

    public async Task<IReadOnlyList<HeldRoleRow>> AllAsync(CancellationToken ct) =>
        await Rows(db.RoleAssignments.Current).ToListAsync(ct);

    private IQueryable<HeldRoleRow> Rows(IQueryable<RoleAssignment> assignments)
    {
        var persons = db.Persons;
        return (
            from a in assignments
            join p in db.Persons on a.Person equals p.Id
            from s in persons.Where(s => s.Id == a.StandIn).DefaultIfEmpty()
            orderby a.Role, p.SortName, a.Id
            select new HeldRoleRow(
                a.Id,
                a.Role,
                a.Scope != null,
                p.Id,
                p.GivenName,
                p.FamilyName,
                s == null ? null : s.GivenName + " " + s.FamilyName,
                a.Since
            )
        ).Take(Shown);
    }
}

public sealed record HeldRoleRow(
    Guid Assignment,
    Role Role,
    bool IsScoped,
    PersonId Person,
    string GivenName,
    string FamilyName,
    string? StandIn,
    Instant Since
)
{
    public string Name => $"{GivenName} {FamilyName}".Trim();

    public string Initials => string.Concat(new[] { GivenName, FamilyName.Split(' ')[^1] }.Where(n => n.Length > 0).Select(n => n[0]));
}
