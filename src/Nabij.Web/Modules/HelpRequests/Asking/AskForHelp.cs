using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Asking;

/// <summary>Somebody asks for help, for themselves or, with their consent, for another.</summary>
public sealed class AskForHelp(NabijDb db, FindWhereabouts whereabouts, Changes changes, CurrentPerson person)
{
    /// <param name="id">Which request this becomes: the same one when the form is sent twice.</param>
    /// <param name="what">The question.</param>
    /// <param name="askedFor">Who is helped.</param>
    /// <param name="consent">How they agreed; needed when it is not who asks.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(
        HelpRequestId id,
        WhatIsAsked what,
        PersonId askedFor,
        ConsentHow? consent,
        CancellationToken ct
    )
    {
        var now = changes.Now;
        List<Refusal> refusals = [.. what.RefusalsSeenFrom(now.TodayAt())];
        if (askedFor != person.Id && consent is null or ConsentHow.AskedOneself)
            refusals.Add(new ConsentMissing());
        var where = await whereabouts.OfAsync(askedFor, ct);
        if (where is null)
            refusals.Add(new NeighbourUnknown());
        if (where is null || refusals.Count > 0)
            return refusals;
        if (await IsThereAsync(id, ct))
            return [];

        var how = askedFor == person.Id ? ConsentHow.AskedOneself : consent!.Value; // refused above when missing
        return await SaveAsync(new(what, askedFor, person.Id, new(how, now, person.Id), where, now) { Id = id }, ct);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(HelpRequest request, CancellationToken ct)
    {
        db.Add(request);
        try
        {
            await changes.SaveAsync(request, ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await IsThereAsync(request.Id, ct)) // sent twice at the same moment is fine; all else is not
                throw;
        }
        return [];
    }

    private Task<bool> IsThereAsync(HelpRequestId id, CancellationToken ct) =>
        db.HelpRequests.AnyAsync(r => r.Id == id && r.AskedBy == person.Id, ct);
}
