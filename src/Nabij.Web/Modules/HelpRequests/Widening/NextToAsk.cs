using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Widening;

/// <summary>Somebody to ask: a neighbour, or the contact person of an organisation.</summary>
public sealed record Turn(PersonId Person, OrganisationId? Organisation = null);

/// <summary>Gathers what is known of the people in a ring, and lets the rules say whose turn it is.</summary>
public sealed class NextToAsk(NabijDb db, IPeople people, IDirectory directory, Surroundings surroundings, Turns turns)
{
    private readonly Dictionary<(HelpKind, LocalDate), IReadOnlyList<WillingHelper>> willing = [];

    public async Task<IReadOnlyList<Turn>> ForAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        var before = await AskedBeforeAsync(request, ct);
        return request.Ring == Ring.Organisations
            ? await OrganisationsAsync(request, before, ct)
            : await NeighboursAsync(request, before, now, ct);
    }

    private async Task<IReadOnlyList<Turn>> NeighboursAsync(
        HelpRequest request,
        HashSet<PersonId> before,
        Instant now,
        CancellationToken ct
    )
    {
        var ring = await surroundings.InRingAsync(request, ct);
        var able = (await WillingAsync(request.Kind, now.TodayAt(), ct))
            .Where(h => ring is null || ring.Contains(h.Person))
            .Where(h => !before.Contains(h.Person) && request.MayBeHelpedBy(h))
            .ToList();
        if (able.Count == 0)
            return [];

        var turn = await turns.OfAsync([.. able.Select(h => h.Person)], now, ct);
        var metres = await surroundings.MetresFromAsync(request.Home, able, ct);
        var candidates = able.Select(h => new Candidate(h, turn[h.Person].LastAsked, turn[h.Person].ThisMonth, metres(h)));
        return [.. WhoToAsk.Next(request, candidates, before).Select(h => new Turn(h.Person))];
    }

    /// <summary>In the order of the directory; one without a contact person can only be phoned, by the desk.</summary>
    private async Task<IReadOnlyList<Turn>> OrganisationsAsync(
        HelpRequest request,
        HashSet<PersonId> before,
        CancellationToken ct
    ) =>
        [
            .. (await directory.OfferingAsync(request.Kind, ct))
                .Where(o => o.ContactPerson is { } contact && !before.Contains(contact))
                .Take(Domain.Widening.AskedAtOnce(request.Ring, request.Urgency))
                .Select(o => new Turn(o.ContactPerson!.Value, o.Id)),
        ];

    /// <summary>Who was asked in this search, or gave an answer in an earlier one.</summary>
    private async Task<HashSet<PersonId>> AskedBeforeAsync(HelpRequest request, CancellationToken ct) =>
        await db
            .Asks.OfRequest(request.Id)
            .Where(a => a.Search == request.Search || a.Answer != AskAnswer.None)
            .Select(a => a.Person)
            .ToHashSetAsync(ct);

    private async Task<IReadOnlyList<WillingHelper>> WillingAsync(HelpKind kind, LocalDate on, CancellationToken ct)
    {
        if (!willing.TryGetValue((kind, on), out var helpers))
            willing[(kind, on)] = helpers = await people.WillingAsync(kind, on, ct);
        return helpers;
    }
}
