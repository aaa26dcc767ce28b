using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.Redrawing;

/// <summary>
/// The way back. Who went along and is still there returns, with the front doors; who looked after the circles does so again. After a
/// split, who joined the new circle since comes along too, for it is no more.
/// </summary>
public sealed class UndoReshaping(NabijDb db, MoveAlong along, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(ReshapingId id, CancellationToken ct)
    {
        if (await db.Reshapings.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } reshaping || await IsOvertakenAsync(reshaping, ct))
            return new NoWayBackAnyMore();
        var now = clock.GetCurrentInstant();
        if (reshaping.Undo(now) is { } refusal)
            return refusal;

        var (from, to) = (await CircleAsync(reshaping.From, ct), await CircleAsync(reshaping.To, ct));
        var atTo = await db.CircleMembers.Of(to.Id).Select(m => m.Person).ToListAsync(ct);
        var atFrom = await db.CircleMembers.Of(from.Id).Select(m => m.Person).ToListAsync(ct);
        var isSplit = reshaping.Kind is ReshapingKind.Split;
        var back = isSplit ? atTo : [.. atTo.Where(m => reshaping.Of(PartKind.Neighbour).Contains(m.Value))];
        await along.MembersAsync(back, to.Id, from.Id, ct);
        await along.DoorsAsync(await DoorsAsync(reshaping, ct), to.Id, from.Id, ct);
        from.ComesBack();
        from.IsLedBy([.. reshaping.LeadOfFrom.InOrder, .. from.Lead.InOrder], atFrom.Concat(back).ToHashSet());
        if (isSplit)
            await along.EndAsync(to, from.Id, now, ct);
        else
            await PartAsync(reshaping, to, atTo.Except(back), ct);
        trail.Note(Subject.Of(from.Id), null, "Circles.Trail.WentBack");
        return await along.SaveAsync(to, from, back, now, ct);
    }

    private async Task PartAsync(Reshaping merge, Circle into, IEnumerable<PersonId> staying, CancellationToken ct)
    {
        into.IsLedBy([.. merge.LeadOfTo.InOrder, .. into.Lead.InOrder], staying.ToHashSet());
        var lay = merge.Of(PartKind.NextTo).Select(n => new CircleId(n)).ToList();
        await along.NextToAsync(merge.From, await db.Circles.Current.Where(c => lay.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct), ct);
    }

    private async Task<List<AddressId>> DoorsAsync(Reshaping reshaping, CancellationToken ct)
    {
        var took = reshaping.Of(PartKind.Door);
        var there = await db.CircleAddresses.Where(a => a.Circle == reshaping.To).Select(a => a.Address).ToListAsync(ct);
        return reshaping.Kind is ReshapingKind.Split ? there : [.. there.Where(d => took.Contains(d.Value))];
    }

    /// <summary>Whether either circle was split or merged again since.</summary>
    private async Task<bool> IsOvertakenAsync(Reshaping reshaping, CancellationToken ct) =>
        await db.Reshapings.Of(reshaping.From).AnyAsync(r => r.At > reshaping.At, ct)
        || await db.Reshapings.Of(reshaping.To).AnyAsync(r => r.At > reshaping.At, ct);

    private Task<Circle> CircleAsync(CircleId id, CancellationToken ct) => db.Circles.SingleAsync(c => c.Id == id, ct);
}
