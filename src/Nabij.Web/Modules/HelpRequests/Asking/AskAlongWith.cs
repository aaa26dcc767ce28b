using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Asking;

/// <summary>Help that goes with something of another module, asked and stopped in its save.</summary>
public sealed class AskAlongWith(NabijDb db, FindWhereabouts whereabouts, StopAsking stop, HelpNews news, Changes changes) : IAskForHelp
{
    public async Task<bool> AskAsync(NeededHelp needed, CancellationToken ct)
    {
        var now = changes.Now;
        var title = needed.Title.Length > HelpRequest.MaxTitleLength ? needed.Title[..HelpRequest.MaxTitleLength] : needed.Title;
        var plan = HelpPlan.On(needed.Day, time: needed.Time);
        var urgency = needed.Day == now.TodayAt() ? Urgency.Today : Urgency.ThisWeek;
        var what = new WhatIsAsked(needed.Kind, title, "", plan, needed.Minutes, urgency, Readers.District);
        var where = await whereabouts.OfAsync(needed.AskedFor, ct) ?? throw new InvalidOperationException("Help is asked for somebody we know.");
        var consent = new Consent(ConsentHow.AskedOneself, now, needed.AskedFor);
        var request = new HelpRequest(what, needed.AskedFor, needed.AskedFor, consent, where, now) { Id = needed.Id };
        db.Add(request);
        return await changes.SaveAsync(request, ct, by: needed.AskedFor);
    }

    public async Task StopAsync(HelpRequestId id, CancellationToken ct)
    {
        if (await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request || request.Withdraw(changes.Now) is not null)
        {
            await db.TrySaveAsync(ct);
            return;
        }
        await stop.AskingAsync(request, ct);
        if (request.ClaimedBy is { } helper)
            await news.TellAsync(request, helper, "HelpRequests.NoLongerNeeded", ct);
        await changes.SaveAsync(request, ct, by: request.AskedFor);
    }
}
