using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Asking;

/// <summary>Somebody asks for help, for themselves or, with their consent, for another.</summary>
public sealed class AskForHelp(NabijDb db, FindWhereabouts whereabouts, Changes changes, CurrentPerson person)
{
    /// <param name="what">The question.</param>
    /// <param name="askedFor">Who is helped.</param>
    /// <param name="consent">How they agreed; needed when it is not who asks.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Asked> HandleAsync(WhatIsAsked what, PersonId askedFor, ConsentHow? consent, CancellationToken ct)
    {
        var now = changes.Now;
        List<Refusal> refusals = [.. what.RefusalsSeenFrom(now.TodayAt())];
        if (askedFor != person.Id && consent is null or ConsentHow.AskedOneself)
            refusals.Add(new ConsentMissing());
        if (await whereabouts.OfAsync(askedFor, ct) is not { } where)
            refusals.Add(new NoSuchPerson());
        else if (refusals.Count == 0)
            return await SaveAsync(new(what, askedFor, person.Id, ConsentOf(askedFor, consent, now), where, now), ct);
        return new(null, refusals);
    }

    private async Task<Asked> SaveAsync(HelpRequest request, CancellationToken ct)
    {
        db.Add(request);
        await changes.SaveAsync(request, ct);
        return new(request.Id, []);
    }

    private Consent ConsentOf(PersonId askedFor, ConsentHow? how, Instant now) =>
        new(askedFor == person.Id ? ConsentHow.AskedOneself : how!.Value, now, person.Id); // refused above when missing
}

/// <summary>The request that was made, or everything that kept it from being made.</summary>
public sealed record Asked(HelpRequestId? Request, IReadOnlyList<Refusal> Refusals);
