using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;

namespace Nabij.Modules.HelpRequests.Following;

/// <summary>Finds out what somebody is to a request, and so whether it exists for them.</summary>
public sealed class Standings(NabijDb db, ICircles circles, CurrentPerson current)
{
    /// <summary>The request, if it exists for who is signed in and they may do this now; else why not.</summary>
    public Task<(HelpRequest? Request, Refusal? Refusal)> MayAsync(Act act, HelpRequestId id, CancellationToken ct) =>
        MayAsync(act, id, current.Id, ct);

    /// <summary>The same for somebody who answers without being signed in.</summary>
    public async Task<(HelpRequest? Request, Refusal? Refusal)> MayAsync(
        Act act,
        HelpRequestId id,
        PersonId person,
        CancellationToken ct
    )
    {
        if (await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
            return (null, new NoSuchRequest());
        var standing = await OfAsync(request, person, ct);
        return request.Allows(act, standing) ? (request, null)
            : request.Allows(Act.Read, standing) ? (null, new NotPossibleNow())
            : (null, new NoSuchRequest());
    }

    public async Task<Standing> OfAsync(HelpRequest request, PersonId person, CancellationToken ct)
    {
        var wasAsked = await db.Asks.OfRequest(request.Id).AnyAsync(a => a.Person == person, ct);
        return await OfAsync(request, person, wasAsked, ct);
    }

    /// <summary>The same, for a page that has read who was asked.</summary>
    public async Task<Standing> OfAsync(HelpRequest request, PersonId person, bool wasAsked, CancellationToken ct)
    {
        var standing = wasAsked ? Standing.Asked : Standing.Nobody;
        if (person == request.AskedFor || person == request.AskedBy)
            standing |= Standing.Requester;
        if (person == request.ClaimedBy)
            standing |= Standing.Helper;
        if (current.IdOrNone == person)
            standing |= ByRole(request.Circle);
        if (standing.HasFlag(Standing.Desk) || request.Circle is not { } circle)
            return standing;
        if (standing == Standing.Nobody && await circles.Of(person).ContainsAsync(circle, ct))
            standing |= Standing.Neighbour; // adds nothing to what the others may
        return standing | await LooksAfterAsync(circle, person, ct);
    }

    private Standing ByRole(CircleId? circle)
    {
        if (current.Is(Role.DistrictSupporter))
            return Standing.Desk;
        return circle is { } c && current.Is(Role.Connector, c.Value) ? Standing.Contact : Standing.Nobody;
    }

    private async Task<Standing> LooksAfterAsync(CircleId circle, PersonId person, CancellationToken ct) =>
        await circles.FindAsync(circle, ct) is { } card
        && (card.FirstContact == person || card.SecondContact == person || card.Reserve == person)
            ? Standing.Contact
            : Standing.Nobody;
}
