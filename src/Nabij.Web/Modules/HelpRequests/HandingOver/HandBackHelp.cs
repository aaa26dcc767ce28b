using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.HandingOver;

/// <summary>The organisation gives it back to the neighbourhood, and neighbours are asked anew.</summary>
public sealed class HandBackHelp(Standings standings, HelpNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.HandBack, id, ct);
        if (request is null || (refused = request.HandBack(changes.Now)) is not null)
            return refused;
        await news.ForgetAsync(request, ct);
        await news.TellAsync(request, request.AskedFor, "HelpRequests.SearchingAgain", ct);
        return await changes.SaveAsync(request, ct) ? null : new NotPossibleNow();
    }
}
