using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Widening;

/// <summary>Every minute: whose batch had its time asks the next, nearest first.</summary>
public sealed class WidenRingsJob(NabijDb db, WidenSearch widen, IClock clock) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var due = await db.HelpRequests.Due(HelpState.Searching, clock.GetCurrentInstant()).ToListAsync(ct);
        foreach (var id in due)
        {
            await widen.HandleAsync(id, ct);
            db.ChangeTracker.Clear();
        }
    }
}
