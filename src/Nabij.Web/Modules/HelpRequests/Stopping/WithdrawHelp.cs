using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Stopping;

/// <summary>It is no longer needed: whoever was asked, or had said yes, hears so. So do the covers of single days.</summary>
public sealed class WithdrawHelp(NabijDb db, Standings standings, StopAsking stop, HelpNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.Withdraw, id, ct);
        if (request is null)
            return refused;
        var covers = await db.HelpRequests.Open.Where(r => r.CoverFor == id).ToListAsync(ct);
        foreach (var ended in covers.Append(request).ToList())
        {
            if (await EndAsync(ended, ct) is { } refusal)
                return refusal;
        }
        return null;
    }

    private async Task<Refusal?> EndAsync(HelpRequest request, CancellationToken ct)
    {
        if (request.Withdraw(changes.Now) is { } refusal)
            return refusal;
        await stop.AskingAsync(request, ct);
        if (request.ClaimedBy is { } helper)
            await news.TellAsync(request, helper, "HelpRequests.NoLongerNeeded", ct);
        return await changes.SaveAsync(request, ct) ? null : new NotPossibleNow();
    }
}
