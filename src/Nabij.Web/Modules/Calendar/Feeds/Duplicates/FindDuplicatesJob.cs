using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Calendar.Data;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Duplicates;

/// <summary>Looks for duplicates when something changed lately.</summary>
public sealed class FindDuplicatesJob(NabijDb db, FindDuplicates find, IClock clock) : ICommunityJob
{
    /// <summary>A day, and a little: also when the job did not run for hours.</summary>
    private static readonly Duration SinceLastTime = Duration.FromHours(26);

    public async Task RunAsync(CancellationToken ct)
    {
        var since = clock.GetCurrentInstant() - SinceLastTime;
        if (await db.Activities.AnyAsync(a => a.ChangedAt >= since, ct))
            await find.HandleAsync(ct);
    }
}
