using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Keeping;

/// <summary>Who keeps the activities of an organisation true, with an account: the one who has done so longest.</summary>
public sealed class HostEditors(NabijDb db)
{
    public async Task<PersonId?> OfAsync(Activity activity, CancellationToken ct)
    {
        if (activity.FirstHost is not { } host)
            return null;
        var editors = db.RoleAssignments.Current.Where(r => r.Role == Role.Editor && r.Scope == host.Value).OrderBy(r => r.Since).ThenBy(r => r.Id);
        return await editors.Select(r => (PersonId?)r.Person).FirstOrDefaultAsync(ct);
    }
}
