using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using NodaTime;

namespace Nabij.Modules.Calendar.Planning;

/// <summary>Keeps a year of dates in sight: adds those that come within the window.</summary>
public sealed class PlanDatesJob(NabijDb db, PlanDates plan, IClock clock) : ICommunityJob
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        var due = db.Activities.ToPlanFurther(clock.GetCurrentInstant().TodayAt()).OrderBy(a => a.PlannedUntil).ThenBy(a => a.Id);
        while (await due.Take(Batch).ToListAsync(ct) is { Count: > 0 } batch)
        {
            await plan.HandleAsync(batch, ct);
            if (!await db.TrySaveAsync(ct))
                return; // somebody changed one meanwhile: the rest is done at the next turn
            db.ChangeTracker.Clear();
        }
    }
}
