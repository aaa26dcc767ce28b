using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Stopping;

/// <summary>The helper cannot after all. A day ahead it is looked for anew; later than that it is also on the desk at once.</summary>
public sealed class ReleaseHelp(Standings standings, HelpNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, PersonId by, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.Release, id, by, ct);
        if (request is null)
            return refused;

        var now = changes.Now;
        var isLate = request.IsLateFor(now);
        if (request.Release(now) is { } refusal)
            return refusal;
        if (isLate)
            await changes.AlarmAsync(request, ct);
        await news.ForgetAsync(request, ct);
        await news.TellAsync(request, request.AskedFor, "HelpRequests.HelperDroppedOut", ct);
        return await changes.SaveAsync(request, ct, by) ? null : new NotPossibleNow();
    }
}
