using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Data;

namespace Nabij.Modules.Volunteers.Following;

/// <summary>Finds who looks after a newcomer: whoever of the desk has the fewest, with their stand-in or a colleague.</summary>
public sealed class Mentors(NabijDb db)
{
    public async Task<(PersonId? Mentor, PersonId? StandIn)> NextAsync(CancellationToken ct)
    {
        var volunteers = db.Volunteers.Current;
        var desk = await db
            .RoleAssignments.Current.Where(a => a.Role == Role.DistrictSupporter)
            .OrderBy(a => volunteers.Count(v => v.Mentor == a.Person))
            .ThenBy(a => a.Since)
            .ThenBy(a => a.Id)
            .Select(a => new { a.Person, a.StandIn })
            .ToListAsync(ct);
        if (desk.Count == 0)
            return (null, null);
        var colleague = desk.Skip(1).Select(a => (PersonId?)a.Person).FirstOrDefault(p => p != desk[0].Person);
        return (desk[0].Person, desk[0].StandIn ?? colleague);
    }
}
