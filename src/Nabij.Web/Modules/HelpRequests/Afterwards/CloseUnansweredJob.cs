using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Afterwards;

/// <summary>Closes what nobody said anything about for a week.</summary>
public sealed class CloseUnansweredJob(NabijDb db, HelpNews news, Changes changes) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = changes.Now;
        var silent = await db.HelpRequests.In(HelpState.AskedAfterwards).Where(r => r.DueAt <= now).ToListAsync(ct);
        foreach (var request in silent.Where(r => r.CloseUnanswered(now)))
        {
            await news.ForgetAsync(request, ct);
            if (!await changes.SaveAsync(request, ct))
                return; // somebody was faster, and all that was loaded is forgotten: the rest is done at the next turn
        }
    }
}
