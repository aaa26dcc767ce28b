using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.HelpRequests.Persons;

/// <summary>
/// Somebody is forgotten: what they ask ends, who they promised to help gets another helper, and what was written and told
/// about it is blanked. Nobody waits for somebody who is gone.
/// </summary>
public sealed class ForgetHelp(NabijDb db, IReach reach, IFollowUps followUps, HelpNews news, Changes changes)
{
    public async Task HandleAsync(PersonId person, CancellationToken ct)
    {
        var asks = db.Asks;
        var theirs = await db
            .HelpRequests.Where(r =>
                r.AskedFor == person
                || r.ClaimedBy == person
                || r.LostHelper == person
                || asks.Any(a => a.Request == r.Id && a.Person == person && a.Answer == AskAnswer.DoIt)
            )
            .ToListAsync(ct);
        await FallSilentAsync([.. theirs.Where(r => r.AskedFor == person || r.ClaimedBy == person)], person, ct);
        foreach (var request in theirs.Where(r => r.IsOpen && r.AskedFor == person))
            await EndAsync(request, ct);
        foreach (var request in theirs.Where(r => r.IsOpen && r.ClaimedBy == person))
            await ReleaseAsync(request, ct);
        await WhatWasSaidOfAsync(theirs, ct);
        foreach (var request in theirs.Where(r => r.AskedFor == person))
            request.Forget(changes.Now);
    }

    /// <summary>What was still to be told with this person in it is not told any more.</summary>
    private async Task FallSilentAsync(IReadOnlyCollection<HelpRequest> requests, PersonId person, CancellationToken ct)
    {
        await reach.CancelAsync(nameof(HelpRequest), [.. requests.Select(r => r.Id.Value)], ct);
        var asks = await AsksOfAsync([.. requests.Where(r => r.AskedFor == person)], ct);
        await reach.CancelAsync(nameof(Ask), asks, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What was told about these requests, and what the desk wrote beside them.</summary>
    public async Task WhatWasSaidOfAsync(IReadOnlyCollection<HelpRequest> requests, CancellationToken ct)
    {
        Guid[] subjects = [.. requests.Select(r => r.Id.Value)];
        await reach.ForgetAsync(nameof(HelpRequest), subjects, ct);
        await reach.ForgetAsync(nameof(Ask), await AsksOfAsync(requests, ct), ct);
        await followUps.ForgetAsync(nameof(HelpRequest), subjects, ct);
        await followUps.ForgetAsync(Changes.AlarmKind, subjects, ct);
    }

    /// <summary>Two records turn out to be one person: they do not help themselves.</summary>
    public async Task NobodyHelpsThemselfAsync(PersonId one, PersonId other, CancellationToken ct)
    {
        var own = db.HelpRequests.Where(r => (r.AskedFor == one && r.ClaimedBy == other) || (r.AskedFor == other && r.ClaimedBy == one));
        foreach (var request in await own.Where(r => r.State == HelpState.Found).ToListAsync(ct))
            await ReleaseAsync(request, ct);
    }

    private async Task EndAsync(HelpRequest request, CancellationToken ct)
    {
        var helper = request.ClaimedBy;
        request.Withdraw(changes.Now);
        foreach (var ask in await db.Asks.OfRequest(request.Id).Open.ToListAsync(ct))
            ask.ToldFilled(changes.Now);
        if (helper is { } promised)
            await news.AskerIsGoneAsync(request, promised, ct);
        await SaveAsync(request, ct);
    }

    private async Task ReleaseAsync(HelpRequest request, CancellationToken ct)
    {
        if (request.State == HelpState.Found)
        {
            await news.ForgetAsync(request, ct);
            request.Release(changes.Now);
            await news.TellAsync(request, request.AskedFor, "HelpRequests.HelperDroppedOut", ct);
        }
        await SaveAsync(request, ct);
    }

    private async Task<IReadOnlyCollection<Guid>> AsksOfAsync(IReadOnlyCollection<HelpRequest> requests, CancellationToken ct)
    {
        var ids = requests.Select(r => r.Id).ToList();
        var asks = await db.Asks.Where(a => EF.Parameter(ids).Contains(a.Request)).Select(a => a.Id).ToListAsync(ct);
        return [.. asks.Select(a => a.Value)];
    }

    private async Task SaveAsync(HelpRequest request, CancellationToken ct)
    {
        if (!await changes.SaveAsync(request, ct))
            throw new DbUpdateConcurrencyException("Somebody changed this request at the same moment.");
    }
}
