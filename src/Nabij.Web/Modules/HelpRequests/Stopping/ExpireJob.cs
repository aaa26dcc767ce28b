using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Stopping;

/// <summary>Ends what nobody was found for before its day passed; who asked hears it, with our regret.</summary>
public sealed class ExpireJob(NabijDb db, StopAsking stop, HelpNews news, Changes changes) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = changes.Now;
        var passed = await db.HelpRequests.WithoutHelper.Where(r => r.ExpiresAt <= now).ToListAsync(ct);
        foreach (var request in passed.Where(r => r.Expire(now)))
        {
            await stop.AskingAsync(request, ct);
            await news.TellAsync(request, request.AskedFor, "HelpRequests.Expired", ct);
            if (!await changes.SaveAsync(request, ct))
                return; // somebody was faster, and all that was loaded is forgotten: the rest is done at the next turn
        }
    }
}
