using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Widening;

/// <summary>Asks the next few; goes a ring further when the ring's time is over or nobody is left in it.</summary>
public sealed class WidenSearch(NabijDb db, NextToAsk next, HelpNews news, Changes changes)
{
    public async Task HandleAsync(HelpRequestId id, CancellationToken ct)
    {
        var now = changes.Now;
        if (await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request || !request.IsDue(now))
            return;

        var batch = await NextBatchAsync(request, now, ct);
        if (batch.Count > 0)
            await AskAsync(request, batch, now, ct);
        else if (request.State == HelpState.OnDesk)
            await news.TellAsync(request, request.AskedFor, "HelpRequests.OnDesk", ct);
        await changes.SaveAsync(request, ct);
    }

    private async Task<IReadOnlyList<Turn>> NextBatchAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        do
        {
            if (!request.IsRingOver(now) && await next.ForAsync(request, now, ct) is { Count: > 0 } batch)
                return batch;
        } while (request.Widen(now));
        return [];
    }

    private async Task AskAsync(HelpRequest request, IReadOnlyList<Turn> batch, Instant now, CancellationToken ct)
    {
        var (ring, search, answerBy) = (request.Ring, request.Search, request.AskedBatch(now));
        List<Ask> asks =
        [
            .. batch.Select(turn => new Ask(request.Id, search, turn.Person, ring, now, answerBy)
            {
                Organisation = turn.Organisation,
            }),
        ];
        db.AddRange(asks);
        await news.AskAsync(request, asks, ct);
    }
}
