using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.Redrawing;

/// <summary>A circle goes on as part of another. Who looks after that one stays; where somebody lacks, who looked after this one helps.</summary>
public sealed class MergeCircles(NabijDb db, MoveAlong along, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, CircleId intoId, CancellationToken ct)
    {
        if (id == intoId)
            return new CircleWithItself();
        var both = await db.Circles.Current.Where(c => c.Id == id || c.Id == intoId).ToListAsync(ct);
        if (both.Count < 2)
            return new NoSuchCircle();
        var (from, into) = (both.Single(c => c.Id == id), both.Single(c => c.Id == intoId));
        var members = await db.CircleMembers.Of(id).Select(m => m.Person).ToListAsync(ct);
        var doors = await db.CircleAddresses.Where(a => a.Circle == id).Select(a => a.Address).ToListAsync(ct);
        var next = await db.CirclePairs.NextTo(id).ToListAsync(ct);

        var now = clock.GetCurrentInstant();
        var reshaping = new Reshaping(ReshapingKind.Merge, from, into, now);
        reshaping.Took(members, doors);
        reshaping.LayNextTo(next);
        db.Add(reshaping);
        await along.MembersAsync(members, id, intoId, ct);
        await along.DoorsAsync(doors, id, intoId, ct);
        await along.NextToAsync(intoId, next.Where(n => n != intoId), ct);
        await JoinLeadsAsync(from, into, members, ct);
        await along.EndAsync(from, intoId, now, ct);
        trail.Note(Subject.Of(intoId), null, "Circles.Trail.Merged");
        return await along.SaveAsync(from, into, members, now, ct);
    }

    private async Task JoinLeadsAsync(Circle from, Circle into, List<PersonId> coming, CancellationToken ct)
    {
        var there = await db.CircleMembers.Of(into.Id).Select(m => m.Person).ToListAsync(ct);
        into.IsLedBy([.. into.Lead.InOrder, .. from.Lead.InOrder], there.Concat(coming).ToHashSet());
    }
}
