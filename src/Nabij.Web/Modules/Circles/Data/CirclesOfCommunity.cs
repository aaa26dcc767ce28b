using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Data;

public sealed class CirclesOfCommunity(NabijDb db) : ICircles
{
    public IQueryable<CircleId> Of(PersonId person) =>
        db.CircleMembers.Current.Where(m => m.Person == person).Select(m => m.Circle);

    public IQueryable<PersonId> MembersOf(IReadOnlyCollection<CircleId> circles) =>
        db.CircleMembers.Current.Where(m => circles.Contains(m.Circle)).Select(m => m.Person);

    public Task<CircleCard?> FindAsync(CircleId id, CancellationToken ct) =>
        Cards(db.Circles.Current.Where(c => c.Id == id)).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<CircleId, string>> NamesAsync(IReadOnlyCollection<CircleId> ids, CancellationToken ct) =>
        ids.Count == 0
            ? new Dictionary<CircleId, string>()
            : await db.Circles.Current.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);

    public Task<CircleCard?> AroundAsync(AddressId address, CancellationToken ct)
    {
        var around = db.CircleAddresses.Where(a => a.Address == address).Select(a => a.Circle);
        return Cards(db.Circles.Current.Where(c => around.Contains(c.Id))).SingleOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<CircleId>> AdjacentToAsync(CircleId circle, CancellationToken ct) =>
        await db.CirclePairs.NextTo(circle).ToListAsync(ct);

    private IQueryable<CircleCard> Cards(IQueryable<Circle> circles)
    {
        var members = db.CircleMembers.Current;
        return circles.Select(c => new CircleCard(
            c.Id,
            c.Name,
            c.FirstContact,
            c.SecondContact,
            c.Reserve,
            members.Count(m => m.Circle == c.Id)
        ));
    }
}
