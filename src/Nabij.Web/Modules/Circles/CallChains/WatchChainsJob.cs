using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>Raises the alarm about who was not heard in time: who has the key is told, and it stands on the desk.</summary>
public sealed class WatchChainsJob(NabijDb db, ReportCall report, ChainNews news, IClock clock) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var overdue = db.ChainCalls.Where(c => c.AlarmAt <= now && (c.State == CallState.Waiting || c.State == CallState.NotAnswered || c.State == CallState.KeyHolderAsked));
        var runs = overdue.Select(c => c.Run);
        foreach (var run in await db.ChainRuns.Where(r => runs.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct))
        {
            foreach (var call in run.Calls.Where(c => c.IsOverdue(now)))
                await AlarmAsync(run, call, now, ct);
        }
        await db.TrySaveAsync(ct);
    }

    private async Task AlarmAsync(ChainRun run, ChainCall call, Instant now, CancellationToken ct)
    {
        var knows = call.State is CallState.KeyHolderAsked;
        if (call.Alarms() is not null)
            return;
        if (!knows)
            await news.LookAsync(call, now, ct);
        await report.FollowAsync(run, call, now, ct);
    }
}
