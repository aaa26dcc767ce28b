using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Keeping;

/// <summary>'Ja, dit gaat door.' Who was asked or was to call need no longer.</summary>
public sealed class ConfirmActivity(NabijDb db, IReach reach, IFollowUps followUps, Trail trail, CurrentPerson person, IClock clock)
{
    public async Task<Refusal?> HandleAsync(ActivityId id, ConfirmedHow how, Keeper keeper, CancellationToken ct)
    {
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } activity || !keeper.MayKeep(activity))
            return new NoSuchActivity();
        if (activity.CancelledAt is not null)
            return new ActivityIsCancelled();
        await ApplyAsync(activity, how, person.IdOrNone, ct);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>Saved by the caller.</summary>
    public async Task ApplyAsync(Activity activity, ConfirmedHow how, PersonId? by, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var wasSilent = activity.Freshness is Freshness.Silent;
        activity.Confirm(how, by, now);
        if (wasSilent)
            activity.Changed(now);
        trail.Note(Subject.Of(activity.Id), null, "Calendar.Trail.Confirmed", by);
        await reach.CancelAsync(Subject.Of(activity.Id), ct);
        await followUps.CloseAsync(Subject.Of(activity.Id), ct);
    }
}
