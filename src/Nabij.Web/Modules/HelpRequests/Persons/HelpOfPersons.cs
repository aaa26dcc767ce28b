using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Persons;

/// <summary>What somebody asked, what was asked for them, what they were asked and what they did.</summary>
public sealed class HelpOfPersons(NabijDb db, ForgetHelp forget, Texts texts, IClock clock) : IAnswerForPersons
{
    private const int AtOnce = 500;

    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(
            Retention.HelpRequest,
            "help_requests",
            ["AskedBy", "AskedFor", "ClaimedBy", "Consent_RecordedBy", "LostHelper"],
            "Title",
            "Details"
        ),
        new(Retention.HelpAsk, "help_asks", ["Person"]),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [new(Retention.HelpRequest, (before, ct) => Past(before).CountAsync(ct), ForgetPastAsync)];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var asks = db.Asks;
        var found = await db
            .HelpRequests.AsNoTracking()
            .Where(r => r.AskedFor == person || r.AskedBy == person || r.ClaimedBy == person || asks.Any(a => a.Request == r.Id && a.Person == person))
            .OrderBy(r => r.AskedAt)
            .ThenBy(r => r.Id)
            .ToListAsync(ct);
        return
        [
            .. found.Where(r => IsTheirs(r, person)).Select(r => new KeptRecord(Retention.HelpRequest, r.AskedAt, [.. FactsOf(r, person)])),
            .. found.Where(r => !IsTheirs(r, person)).Select(r => new KeptRecord(Retention.HelpAsk, r.AskedAt, ("Kept.Fact.AskedOf", texts[r.Kind]))),
        ];
    }

    public Task ForgetAsync(PersonId person, CancellationToken ct) => forget.HandleAsync(person, ct);

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var asks = db.Asks;
        var both = await db
            .Asks.Where(a => a.Person == goes && asks.Any(b => b.Person == stays && b.Request == a.Request && b.Search == a.Search))
            .ToListAsync(ct);
        db.RemoveRange(both);
        await forget.NobodyHelpsThemselfAsync(goes, stays, ct);
    }

    private static bool IsTheirs(HelpRequest request, PersonId person) =>
        request.AskedFor == person || request.AskedBy == person || request.ClaimedBy == person;

    private IEnumerable<(string, string)> FactsOf(HelpRequest request, PersonId person)
    {
        yield return ("Kept.Fact.Part", texts[request.ClaimedBy == person ? "Kept.Part.Helped" : request.AskedFor == person ? "Kept.Part.Asked" : "Kept.Part.AskedForOther"]);
        yield return ("Kept.Fact.Kind", texts[request.Kind]);
        if (request.ForgottenAt is null)
            yield return ("Kept.Fact.Title", request.Title);
        if (request.Details.Length > 0)
            yield return ("Kept.Fact.Details", request.Details);
        yield return ("Kept.Fact.When", texts.When(request));
        yield return ("Kept.Fact.State", texts[request.State]);
    }

    private IQueryable<HelpRequest> Past(Instant before)
    {
        var open = AllowedChanges.OpenStates;
        return db.HelpRequests.Where(r => r.ForgottenAt == null && r.StateSince < before && !open.Contains(r.State));
    }

    private async Task ForgetPastAsync(Instant before, CancellationToken ct)
    {
        while (await Past(before).OrderBy(r => r.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } past)
        {
            await forget.WhatWasSaidOfAsync(past, ct);
            foreach (var request in past)
                request.Forget(clock.GetCurrentInstant());
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
