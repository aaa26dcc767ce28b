using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using Nabij.Modules.Volunteers.Hours;

namespace Nabij.Modules.Volunteers.Leaving;

/// <summary>Somebody stops: what they did goes on without them, they are thanked, and nobody waits for them.</summary>
public sealed class LeaveVolunteering(VolunteersInSight inSight, ReadStillDone still, HandOverWork handOver, ThankVolunteer thank, Changes changes)
{
    public async Task<Refusal?> HandleAsync(VolunteerId id, CancellationToken ct)
    {
        if (await inSight.OwnOrKept.SingleOrDefaultAsync(v => v.Id == id, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        var helped = volunteer.State == VolunteerState.Active;
        if (volunteer.Leave(changes.Now) is { } refusal)
            return refusal;
        await handOver.HandleAsync(volunteer, await still.OfAsync(volunteer.Person, ct), ct);
        if (helped)
            await thank.ThankAsync(volunteer, "Volunteers.Farewell", ct);
        await changes.FollowAsync(volunteer, "", ct);
        return await changes.TrySaveAsync(ct) ? null : new VolunteerChangedMeanwhile();
    }
}

/// <summary>Everything that somebody did has another pair of hands, or was told.</summary>
public sealed class FinishHandingOver(VolunteersInSight inSight, IFollowUps followUps, Changes changes)
{
    public async Task<Refusal?> HandleAsync(VolunteerId id, CancellationToken ct)
    {
        if (await inSight.Kept.SingleOrDefaultAsync(v => v.Id == id, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        await followUps.CloseAsync(HandOverWork.About(id), ct);
        changes.Note(id, volunteer.Person, "Volunteers.Trail.HandedOver");
        return await changes.TrySaveAsync(ct) ? null : new VolunteerChangedMeanwhile();
    }
}
