using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Courses;

/// <summary>Whoever is signed in saw the certificate of conduct today; nothing more of it is kept.</summary>
public sealed class SeeVog(VolunteersInSight inSight, IVogs vogs, IFollowUps followUps)
{
    public async Task<Refusal?> HandleAsync(VolunteerId id, CancellationToken ct)
    {
        if (await inSight.Kept.SingleOrDefaultAsync(v => v.Id == id, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        await followUps.CloseAsync(WatchRefreshersJob.Vog(id), ct);
        await vogs.SeeAsync(volunteer.Person, ct);
        return null;
    }
}
