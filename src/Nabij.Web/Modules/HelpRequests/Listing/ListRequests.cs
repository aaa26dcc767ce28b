using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;

namespace Nabij.Modules.HelpRequests.Listing;

/// <summary>One page of the list, and how many there are in all.</summary>
public sealed record RequestList(IReadOnlyList<HelpCard> Cards, int Total, int Page)
{
    public const int PerPage = 25;

    public int Pages => Math.Max(1, (Total + PerPage - 1) / PerPage);
}

/// <summary>The requests that a district supporter sees, or a connector in their own circles: without helper first.</summary>
public sealed class ListRequests(NabijDb db, HelpInSight insight, CurrentPerson person)
{
    public async Task<RequestList> HandleAsync(HelpState? state, int page, CancellationToken ct)
    {
        var inSight = state is { } chosen ? Mine.In(chosen) : Mine.Open;
        var total = await inSight.CountAsync(ct);
        var shown = Math.Clamp(page, 1, new RequestList([], total, 1).Pages);
        var ordered = inSight
            .OrderBy(r => r.State == HelpState.OnDesk ? 0 : r.State == HelpState.Searching ? 1 : 2)
            .ThenBy(r => r.AskedAt)
            .Skip((shown - 1) * RequestList.PerPage)
            .Take(RequestList.PerPage);
        return new(await insight.CardsAsync(ordered, ct), total, shown);
    }

    private IQueryable<HelpRequest> Mine
    {
        get
        {
            if (person.Is(Role.DistrictSupporter) || person.Roles.Any(held => held is { Role: Role.Connector, Scope: null }))
                return db.HelpRequests;
            var circles = person.ScopesOf(Role.Connector).Select(id => (CircleId?)new CircleId(id)).ToList();
            return db.HelpRequests.Where(r => circles.Contains(r.Circle));
        }
    }
}
