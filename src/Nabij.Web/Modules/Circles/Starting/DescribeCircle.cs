using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Starting;

/// <summary>Gives a circle another name, or rules of its own.</summary>
public sealed class DescribeCircle(NabijDb db, Trail trail)
{
    public async Task<Refusal?> HandleAsync(CircleId id, string name, string houseRules, CancellationToken ct)
    {
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return new NoSuchCircle();
        if (circle.Describe(name, houseRules) is { } refusal)
            return refusal;
        trail.Note(Subject.Of(id), null, "Circles.Trail.Described");
        await db.SaveChangesAsync(ct);
        return null;
    }
}
