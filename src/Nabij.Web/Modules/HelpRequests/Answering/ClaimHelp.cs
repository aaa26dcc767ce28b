using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Answering;

/// <summary>A neighbour says 'Dat doe ik', whichever way it reaches us: by link, text message, telephone or button.</summary>
public sealed class ClaimHelp(NabijDb db, HelpNews news, StopAsking stop, Changes changes, IDirectory directory)
{
    private const int Tries = 5;

    /// <summary>Of two at the same moment one is first; the other tries once more and then hears it kindly.</summary>
    public async Task<Refusal?> HandleAsync(HelpRequestId id, PersonId helper, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
                return new NoSuchRequest();
            var ask = await db.Asks.OfRequest(id).OrderByDescending(a => a.Search).FirstOrDefaultAsync(a => a.Person == helper, ct);
            if (await ClaimAsync(request, ask, helper, ct) is { } refusal)
                return refusal;
            if (await changes.SaveAsync(request, ct, by: helper))
                return null;
        }
        return new AlreadyClaimed();
    }

    private async Task<Refusal?> ClaimAsync(HelpRequest request, Ask? ask, PersonId helper, CancellationToken ct)
    {
        var now = changes.Now;
        if (request.ClaimedBy == helper)
            return null;
        if (ask?.Organisation is { } organisation)
            return await TakeOnAsync(request, ask, organisation, now, ct);
        if (request.Claim(helper, now) is { } refusal)
            return refusal;
        ask?.Answered(AskAnswer.DoIt, now);
        await stop.AskingAsync(request, ct);
        await news.FoundAsync(request, helper, ct);
        return null;
    }

    private async Task<Refusal?> TakeOnAsync(
        HelpRequest request,
        Ask ask,
        OrganisationId organisation,
        Instant now,
        CancellationToken ct
    )
    {
        if (request.HandedTo == organisation)
            return null;
        if (request.RefusalOfClaimBy(ask.Person, now) is { } refusal)
            return refusal;
        request.HandOver(organisation, now);
        ask.Answered(AskAnswer.DoIt, now);
        await stop.AskingAsync(request, ct);
        if (await directory.FindAsync(organisation, ct) is { } card)
            await news.HandedOverAsync(request, card, ct);
        return null;
    }
}
