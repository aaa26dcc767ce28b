using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Afterwards;

/// <summary>When the day is past, both sides are asked whether it worked.</summary>
public sealed class AskAfterwardsJob(NabijDb db, HelpNews news, Changes changes) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = changes.Now;
        var past = await db
            .HelpRequests.Where(r => r.State == HelpState.Found || r.State == HelpState.HandedOver)
            .Where(r => r.DueAt <= now)
            .ToListAsync(ct);
        foreach (var request in past.Where(r => r.AskAfterwards(now)))
        {
            await news.ForgetAsync(request, ct);
            await news.AskHowItWentAsync(request, ct);
            if (!await changes.SaveAsync(request, ct))
                return; // somebody was faster, and all that was loaded is forgotten: the rest is done at the next turn
        }
    }
}
