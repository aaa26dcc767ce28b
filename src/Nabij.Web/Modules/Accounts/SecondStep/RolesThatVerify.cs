using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;

namespace Nabij.Modules.Accounts.SecondStep;

/// <summary>For which roles this community asks a second factor.</summary>
public sealed class RolesThatVerify(NabijDb db, CurrentCommunity community, Trail trail)
{
    public async Task<IReadOnlyList<Role>> NowAsync(CancellationToken ct) => await db.RolesWithSecondFactor.Select(r => r.Role).OrderBy(r => r).ToListAsync(ct);

    public async Task HandleAsync(IReadOnlyCollection<Role> roles, CancellationToken ct)
    {
        var known = await db.RolesWithSecondFactor.ToListAsync(ct);
        db.RemoveRange(known.Where(k => !roles.Contains(k.Role)));
        db.AddRange(roles.Except(known.Select(k => k.Role)).Select(r => new RoleNeedsSecondFactor(r)));
        trail.Note(Subject.Of(community.Id), about: null, "Trail.RolesThatVerifyChanged");
        await db.TrySaveAsync(ct);
    }
}
