using Nabij.Kernel;
using Nabij.Kernel.Trails;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Widening;

/// <summary>The desk does not wait: the next ring is asked now, or the whole search starts once more.</summary>
public sealed class HurrySearch(Standings standings, Changes changes, Trail trail)
{
    public async Task<Refusal?> WidenNowAsync(HelpRequestId id, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.WidenNow, id, ct);
        if (request is null || (refused = request.WidenNow(changes.Now)) is not null)
            return refused;
        trail.Note(Subject.Of(id), request.AskedFor, "HelpChange.WidenedByHand");
        return await changes.SaveAsync(request, ct) ? null : new NotPossibleNow();
    }

    public async Task<Refusal?> SearchAgainAsync(HelpRequestId id, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.SearchAgain, id, ct);
        if (request is null || (refused = request.SearchAgain(changes.Now)) is not null)
            return refused;
        return await changes.SaveAsync(request, ct) ? null : new NotPossibleNow();
    }
}
