using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using NodaTime;

namespace Nabij.Modules.People.Roles;

/// <summary>Ends a role from the next click on. The last district supporter stays: somebody must run the desk.</summary>
public sealed class EndRole(NabijDb db, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(Guid assignment, CancellationToken ct)
    {
        var current = db.RoleAssignments.Current;
        if (await current.SingleOrDefaultAsync(a => a.Id == assignment, ct) is not { } ending)
            return null; // somebody else ended it
        if (ending.Role is Role.DistrictSupporter && !await current.AnyAsync(a => a.Role == Role.DistrictSupporter && a.Id != assignment, ct))
            return new LastDistrictSupporter();

        ending.End(clock.GetCurrentInstant());
        trail.Note(Subject.Of(ending.Person), ending.Person, "Trail.RoleEnded");
        await db.SaveChangesAsync(ct);
        return null;
    }
}

public sealed record LastDistrictSupporter : Refusal;

public sealed record RoleNeeded : Refusal;
