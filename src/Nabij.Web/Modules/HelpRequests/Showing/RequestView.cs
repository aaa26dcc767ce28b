using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Showing;

/// <summary>A request with everything that its page shows, and what the reader is to it.</summary>
public sealed record RequestView(
    HelpRequest Request,
    Standing Standing,
    IReadOnlyList<Ask> Asks,
    IReadOnlyList<TrailEntry> History,
    IReadOnlyDictionary<PersonId, PersonCard> Names,
    IReadOnlyDictionary<PersonId, Reachable> Numbers,
    bool HasWhatIsNeeded
)
{
    public bool May(Act act) => Request.Allows(act, Standing);

    public string NameOf(PersonId person, bool inFull) =>
        Names.GetValueOrDefault(person) is not { } card ? ""
        : inFull ? card.FullName
        : card.ShortName;

    public string? NumberOf(PersonId person) =>
        Numbers.GetValueOrDefault(person)?.NumberToCall is { } number ? PhoneNumber.Written(number) : null;
}

/// <summary>Reads a request for who is signed in; null when it does not exist for them.</summary>
public sealed class ReadRequest(NabijDb db, Standings standings, IPeople people, Trail trail, CurrentPerson reader)
{
    public async Task<RequestView?> HandleAsync(HelpRequestId id, Instant now, CancellationToken ct)
    {
        if (await db.HelpRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
            return null;
        var asks = await db.Asks.AsNoTracking().OfRequest(id).OrderBy(a => a.AskedAt).ThenBy(a => a.Id).ToListAsync(ct);
        var standing = await standings.OfAsync(request, reader.Id, asks.Exists(a => a.Person == reader.Id), ct);
        if (!request.Allows(Act.Read, standing))
            return null;

        var knowsAll = request.Allows(Act.ReadDetails, standing);
        var history = knowsAll ? await trail.Of(Subject.Of(id)).AsNoTracking().ToListAsync(ct) : [];
        var names = await people.FindAsync(PersonsIn(request, standing, asks), ct);
        var numbers = request.Allows(Act.SeeNumbers, standing) ? await NumbersAsync(request, ct) : NoNumbers;
        if (knowsAll)
            await trail.SawAsync(Subject.Of(id), request.AskedFor, "HelpChange.Seen", history, ct);
        return new(request, standing, asks, history, names, numbers, await HasWhatIsNeededAsync(request, standing, now, ct));
    }

    /// <summary>Only asked for who is offered to say yes without having been asked.</summary>
    private async Task<bool> HasWhatIsNeededAsync(HelpRequest request, Standing standing, Instant now, CancellationToken ct) =>
        standing.HasFlag(Standing.Asked)
        || !request.Allows(Act.DoIt, standing)
        || await WhoHelps.RefusalOfAsync(people, request, reader.Id, now, ct) is null;

    private static readonly IReadOnlyDictionary<PersonId, Reachable> NoNumbers = new Dictionary<PersonId, Reachable>();

    private async Task<IReadOnlyDictionary<PersonId, Reachable>> NumbersAsync(HelpRequest request, CancellationToken ct) =>
        await people.ReachAsync(request.ClaimedBy is { } helper ? [request.AskedFor, helper] : [request.AskedFor], ct);

    private static IEnumerable<PersonId> PersonsIn(HelpRequest request, Standing standing, List<Ask> asks)
    {
        yield return request.AskedFor;
        yield return request.AskedBy;
        if (request.ClaimedBy is { } helper)
            yield return helper;
        if ((standing & (Standing.Desk | Standing.Contact)) == Standing.Nobody)
            yield break;
        foreach (var ask in asks)
            yield return ask.Person;
    }
}
