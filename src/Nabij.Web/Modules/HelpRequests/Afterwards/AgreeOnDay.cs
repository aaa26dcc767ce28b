using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Afterwards;

/// <summary>Helper and requester agreed when: 'Kees komt dinsdag om 10.00 uur'.</summary>
public sealed class AgreeOnDay(Standings standings, HelpNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, LocalDate day, LocalTime? time, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.Agree, id, ct);
        if (request is null || (refused = request.Agree(day, time, changes.Now)) is not null)
            return refused;
        await news.ForgetAsync(request, ct);
        await news.AgreedAsync(request, ct);
        return await changes.SaveAsync(request, ct) ? null : new NotPossibleNow();
    }
}
