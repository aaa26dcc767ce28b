using Nabij.Kernel;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.HandingOver;

/// <summary>The desk found a named organisation that takes it on.</summary>
public sealed class HandOverHelp(
    Standings standings,
    IDirectory directory,
    StopAsking stop,
    HelpNews news,
    Changes changes
)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, OrganisationId to, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.HandOver, id, ct);
        if (request is null)
            return refused;
        if (await directory.FindAsync(to, ct) is not { } organisation)
            return new OrganisationUnknown();
        if (request.HandOver(to, changes.Now) is { } refusal)
            return refusal;
        await stop.AskingAsync(request, ct);
        await news.HandedOverAsync(request, organisation, ct);
        return await changes.SaveAsync(request, ct) ? null : new NotPossibleNow();
    }
}
