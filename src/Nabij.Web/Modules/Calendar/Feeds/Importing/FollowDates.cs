using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Planning;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>
/// Puts the dates of activities as their feed has them, and sees which were to go on and do not. A job tells whoever counted on those.
/// </summary>
public sealed class FollowDates(NabijDb db, PlanDates plan, IClock clock)
{
    /// <summary>How many dates are off that were on. Saved by the caller.</summary>
    public async Task<int> HandleAsync(IReadOnlyCollection<Activity> changed, CancellationToken ct)
    {
        if (changed.Count == 0)
            return 0;
        var vanished = await plan.HandleAsync(changed, ct);
        foreach (var date in vanished.Values.SelectMany(v => v))
            date.Cancel("", clock.GetCurrentInstant());
        return NowOff().Count();
    }

    private IEnumerable<ActivityDate> NowOff() =>
        db.ChangeTracker.Entries<ActivityDate>()
            .Where(d => d.State is EntityState.Modified && d.Entity.State is DateState.Cancelled && d.Entity.EndsAt > clock.GetCurrentInstant())
            .Where(d => d.OriginalValues.GetValue<DateState>(nameof(ActivityDate.State)) is not DateState.Cancelled)
            .Select(d => d.Entity);
}
