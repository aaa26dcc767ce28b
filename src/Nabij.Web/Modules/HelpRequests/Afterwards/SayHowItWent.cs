using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Afterwards;

/// <summary>'Is het gelukt?' Yes is thanked for; no starts a new search, with all that went before in its history.</summary>
public sealed class SayHowItWent(Standings standings, HelpNews news, Changes changes)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, PersonId who, bool worked, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.SayHowItWent, id, who, ct);
        if (request is null)
            return refused;

        var helper = request.ClaimedBy;
        if (request.Say(who, worked, changes.Now) is { } refusal)
            return refusal;
        await TellAsync(request, helper, ct);
        return await changes.SaveAsync(request, ct, by: who) ? null : new NotPossibleNow();
    }

    private async Task TellAsync(HelpRequest request, PersonId? helper, CancellationToken ct)
    {
        if (request.State == HelpState.AskedAfterwards)
            return;
        await news.ForgetAsync(request, ct);
        if (request.State == HelpState.Searching)
            await news.TellAsync(request, request.AskedFor, "HelpRequests.SearchingAgain", ct);
        else if (request.State == HelpState.Thanked && helper is { } who)
            await news.TellAsync(request, who, "HelpRequests.Thanks", ct);
    }
}
