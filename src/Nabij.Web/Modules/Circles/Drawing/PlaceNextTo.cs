using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Drawing;

/// <summary>Says which circles lie next to this one: those are asked when nobody here has time.</summary>
public sealed class PlaceNextTo(NabijDb db, Trail trail)
{
    public async Task<Refusal?> HandleAsync(CircleId id, IReadOnlyCollection<CircleId> others, CancellationToken ct)
    {
        var wanted = others.Where(other => other != id).Distinct().ToList();
        var known = await db.Circles.Current.CountAsync(c => c.Id == id || wanted.Contains(c.Id), ct);
        if (known != wanted.Count + 1)
            return new NoSuchCircle();

        var pairs = await db.CirclePairs.Where(p => p.One == id || p.Other == id).ToListAsync(ct);
        var next = pairs.ToDictionary(p => p.One == id ? p.Other : p.One);
        db.RemoveRange(next.Where(n => !wanted.Contains(n.Key)).Select(n => n.Value));
        db.AddRange(wanted.Where(other => !next.ContainsKey(other)).Select(other => CirclePair.Of(id, other)));
        trail.Note(Subject.Of(id), null, "Circles.Trail.Drawn");
        await db.SaveChangesAsync(ct);
        return null;
    }
}
