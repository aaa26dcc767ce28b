using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Listing;

/// <summary>Answers what other modules ask, each with one query for the requests and one for the names.</summary>
public sealed class HelpInSight(NabijDb db, IPeople people, Texts texts) : IHelpRequests
{
    public Task<IReadOnlyList<HelpCard>> OpenInAsync(
        IReadOnlyCollection<CircleId> circles,
        PersonId reader,
        int limit,
        CancellationToken ct
    ) =>
        CardsAsync(
            In(circles).WithoutHelper.Where(r => r.AskedFor != reader).OrderByDescending(r => r.AskedAt).Take(limit),
            ct
        );

    public Task<IReadOnlyList<HelpCard>> SolvedInAsync(
        IReadOnlyCollection<CircleId> circles,
        Instant since,
        int limit,
        CancellationToken ct
    ) =>
        CardsAsync(
            In(circles).In(HelpState.Thanked).Where(r => r.StateSince >= since).OrderByDescending(r => r.StateSince).Take(limit),
            ct
        );

    public Task<IReadOnlyList<HelpCard>> OpenOfAsync(PersonId person, CancellationToken ct) =>
        CardsAsync(db.HelpRequests.Open.Where(r => r.AskedFor == person).OrderByDescending(r => r.AskedAt), ct);

    public Task<IReadOnlyList<HelpCard>> PromisedByAsync(PersonId helper, CancellationToken ct) =>
        CardsAsync(db.HelpRequests.Open.Where(r => r.ClaimedBy == helper).OrderBy(r => r.DueAt), ct);

    public Task<IReadOnlyList<HelpCard>> AskedOfAsync(PersonId person, CancellationToken ct)
    {
        var asked = db.Asks.Open.Where(a => a.Person == person).Select(a => a.Request);
        return CardsAsync(db.HelpRequests.WithoutHelper.Where(r => asked.Contains(r.Id)).OrderBy(r => r.AskedAt), ct);
    }

    public Task<IReadOnlyList<HelpCard>> WithoutHelperAsync(int limit, CancellationToken ct) =>
        CardsAsync(db.HelpRequests.WithoutHelper.OrderBy(r => r.AskedAt).Take(limit), ct);

    public async Task<HelpCounts> CountAsync(CancellationToken ct)
    {
        var counts = await db
            .HelpRequests.Open.GroupBy(r => r.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, ct);
        int Of(HelpState state) => counts.GetValueOrDefault(state);
        return new(
            Of(HelpState.Searching),
            Of(HelpState.OnDesk),
            Of(HelpState.Found),
            Of(HelpState.HandedOver),
            Of(HelpState.AskedAfterwards)
        );
    }

    /// <summary>The requests as cards, in their order.</summary>
    public async Task<IReadOnlyList<HelpCard>> CardsAsync(IQueryable<HelpRequest> requests, CancellationToken ct)
    {
        var found = await requests.AsNoTracking().ToListAsync(ct);
        if (found.Count == 0)
            return [];
        var names = await people.FindAsync(found.SelectMany(Persons), ct);
        return [.. found.Select(r => Card(r, names))];
    }

    private static IEnumerable<PersonId> Persons(HelpRequest request) =>
        request.ClaimedBy is { } helper ? [request.AskedFor, helper] : [request.AskedFor];

    private HelpCard Card(HelpRequest r, IReadOnlyDictionary<PersonId, PersonCard> names) =>
        new(
            r.Id,
            r.Kind,
            r.Title,
            r.AskedFor,
            names.GetValueOrDefault(r.AskedFor)?.ShortName ?? "",
            texts.When(r),
            r.Minutes,
            r.State,
            r.AskedAt,
            r.ClaimedBy,
            r.ClaimedBy is { } helper ? names.GetValueOrDefault(helper)?.GivenName : null,
            r.Circle
        );

    private IQueryable<HelpRequest> In(IReadOnlyCollection<CircleId> circles)
    {
        var wanted = circles.Select(c => (CircleId?)c).ToList();
        return db.HelpRequests.Where(r => wanted.Contains(r.Circle));
    }
}
