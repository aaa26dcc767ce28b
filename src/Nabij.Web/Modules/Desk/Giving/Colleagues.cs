using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Desk.Giving;

/// <summary>The people between whom work is divided: connectors, concierges, supporters and link workers.</summary>
public sealed class Colleagues(NabijDb db, IPeople people)
{
    private static readonly Role[] Roles = [Role.DistrictSupporter, Role.Connector, Role.Concierge, Role.LinkWorker];

    public async Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken ct)
    {
        var held = await db
            .RoleAssignments.Current.Where(a => Roles.Contains(a.Role))
            .Select(a => new { a.Person, a.Role })
            .Distinct()
            .ToListAsync(ct);
        var names = await people.FindAsync(held.Select(h => h.Person).Distinct(), ct);
        return
        [
            .. held.Where(h => names.ContainsKey(h.Person))
                .GroupBy(h => h.Person, h => h.Role)
                .Select(g => new Colleague(g.Key, names[g.Key].FullName, g.Min()))
                .OrderBy(c => c.Name, StringComparer.CurrentCulture),
        ];
    }
}

public sealed record Colleague(PersonId Person, string Name, Role Role);
