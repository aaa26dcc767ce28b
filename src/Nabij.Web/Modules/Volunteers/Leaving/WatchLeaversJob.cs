using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Leaving;

/// <summary>Takes off the desk what was to be handed over of who stopped, once somebody else does it.</summary>
public sealed class WatchLeaversJob(NabijDb db, ReadStillDone still, IFollowUps followUps, Changes changes) : ICommunityJob
{
    private static readonly Duration Watched = Duration.FromDays(90);

    public async Task RunAsync(CancellationToken ct)
    {
        var since = changes.Now - Watched;
        var left = await db.Volunteers.AsNoTracking().Where(v => v.State == VolunteerState.Left && v.EndedAt > since).OrderBy(v => v.Id).ToListAsync(ct);
        foreach (var volunteer in left)
        {
            if (!(await still.OfAsync(volunteer.Person, ct)).NeedsHandingOver)
                await followUps.CloseAsync(HandOverWork.About(volunteer.Id), ct);
        }
        await changes.TrySaveAsync(ct);
    }
}
