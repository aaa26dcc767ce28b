using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>Says who is in the chain, in which order, when it starts and who takes over.</summary>
public sealed class ArrangeChain(NabijDb db, KeepChain keep, Trail trail)
{
    public async Task<Refusal?> HandleAsync(CircleId id, ChainPlan plan, CancellationToken ct)
    {
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return new NoSuchCircle();
        var members = await db.CircleMembers.Of(id).Select(m => m.Person).ToHashSetAsync(ct);
        var chain = await db.CallChains.SingleOrDefaultAsync(c => c.Circle == id, ct);
        var arranged = chain ?? new CallChain(id);
        if (arranged.Arrange(plan, members) is { } refusal)
            return refusal;

        if (chain is null)
            db.Add(arranged);
        trail.Note(Subject.Of(id), null, "Circles.Trail.ChainArranged");
        await keep.ReviewAsync(circle, arranged, ct);
        return await db.TrySaveAsync(ct) ? null : new CircleChangedMeanwhile();
    }
}
