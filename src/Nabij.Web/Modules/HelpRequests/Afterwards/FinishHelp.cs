using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Afterwards;

/// <summary>'Het is gedaan', said before we asked.</summary>
public sealed class FinishHelp(Standings standings, HelpNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.Finish, id, ct);
        if (request is null || (refused = request.Finish(changes.Now)) is not null)
            return refused;
        await news.ForgetAsync(request, ct);
        await news.AskHowItWentAsync(request, ct);
        return await changes.SaveAsync(request, ct) ? null : new NotPossibleNow();
    }
}
