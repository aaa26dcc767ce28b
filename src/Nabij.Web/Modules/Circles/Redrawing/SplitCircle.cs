using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.Redrawing;

/// <summary>Some streets of a circle start one of their own. Everything of who lives there goes along.</summary>
public sealed class SplitCircle(NabijDb db, NeighboursAtDoors atDoors, MoveAlong along, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, CircleId newId, IReadOnlyList<StreetPart> chosen, string name, CancellationToken ct)
    {
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return new NoSuchCircle();
        var doorsteps = await atDoors.OfAsync(id, ct);
        var division = doorsteps.Divide(chosen);
        if ((Circle.RefusalOfName(name) ?? division.Refused) is { } refusal)
            return refusal;

        var now = clock.GetCurrentInstant();
        var split = new Circle(name.Trim(), now) { Id = newId };
        split.Describe(name, circle.OwnHouseRules);
        var (lead, doors) = (circle.Lead.InOrder, doorsteps.DoorsIn(chosen).ToList());
        var reshaping = new Reshaping(ReshapingKind.Split, circle, split, now);
        reshaping.Took(division.Going, doors);
        db.AddRange(split, reshaping);

        await along.MembersAsync(division.Going, id, newId, ct);
        await along.DoorsAsync(doors, id, newId, ct);
        circle.IsLedBy(lead, division.Staying.ToHashSet());
        split.IsLedBy(lead, division.Going.ToHashSet());
        await along.NextToAsync(newId, [id, .. await db.CirclePairs.NextTo(id).ToListAsync(ct)], ct);
        trail.Note(Subject.Of(id), null, "Circles.Trail.Split");
        return await along.SaveAsync(circle, split, division.Going, now, ct);
    }
}
