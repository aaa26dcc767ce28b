using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Calendar.Data;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Duplicates;

/// <summary>Looks for duplicates when something changed since the last time.</summary>
public sealed class FindDuplicatesJob(NabijDb db, FindDuplicates find, IClock clock) : ICommunityJob
{
    /// <summary>An hour, and a little for a job that began late.</summary>
    private static readonly Duration SinceLastTime = Duration.FromMinutes(90);

    public async Task RunAsync(CancellationToken ct)
    {
        var since = clock.GetCurrentInstant() - SinceLastTime;
        if (await db.Activities.AnyAsync(a => a.ChangedAt >= since, ct))
            await find.HandleAsync(ct);
    }
}
