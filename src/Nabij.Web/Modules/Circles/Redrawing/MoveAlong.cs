using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.Circles.Paper;
using NodaTime;

namespace Nabij.Modules.Circles.Redrawing;

/// <summary>What every reshaping does: neighbours and front doors go to another circle, and all that hangs on them follows.</summary>
public sealed class MoveAlong(NabijDb db, LookAfterCircle lookAfter, DrawOutlines outlines, KeepPapers papers, Trail trail)
{
    public async Task MembersAsync(IReadOnlyCollection<PersonId> persons, CircleId from, CircleId to, CancellationToken ct)
    {
        foreach (var member in await db.CircleMembers.Of(from).Where(m => persons.Contains(m.Person)).ToListAsync(ct))
        {
            member.GoesTo(to);
            trail.Note(Subject.Of(to), member.Person, "Circles.Trail.WentAlong");
        }
    }

    public async Task DoorsAsync(IReadOnlyCollection<AddressId> doors, CircleId from, CircleId to, CancellationToken ct)
    {
        foreach (var door in await db.CircleAddresses.Where(a => a.Circle == from && doors.Contains(a.Address)).ToListAsync(ct))
            door.Circle = to;
    }

    /// <summary>These lie next to the circle too, unless they did.</summary>
    public async Task NextToAsync(CircleId circle, IEnumerable<CircleId> others, CancellationToken ct)
    {
        var known = await db.CirclePairs.NextTo(circle).ToListAsync(ct);
        db.AddRange(others.Where(o => o != circle).Distinct().Except(known).Select(other => CirclePair.Of(circle, other)));
    }

    /// <summary>The circle is no more: nothing is open about it and nobody is asked through it.</summary>
    public async Task EndAsync(Circle circle, CircleId goesOnIn, Instant now, CancellationToken ct)
    {
        circle.End(now);
        db.RemoveRange(await db.CirclePairs.Where(p => p.One == circle.Id || p.Other == circle.Id).ToListAsync(ct));
        foreach (var wish in await db.JoinWishes.OpenIn(circle.Id).ToListAsync(ct))
            wish.GoesTo(goesOnIn);
        foreach (var meetUp in await db.MeetUps.AheadIn(circle.Id).ToListAsync(ct))
            meetUp.GoesTo(goesOnIn);
        await lookAfter.EndAsync(circle, ct);
    }

    /// <summary>The chain and the papers go along; saves, or says that somebody else was faster; then the borders are drawn anew.</summary>
    public async Task<Refusal?> SaveAsync(Circle from, Circle to, IReadOnlyCollection<PersonId> persons, Instant now, CancellationToken ct)
    {
        await lookAfter.GoAlongAsync(from, to, persons, ct);
        await papers.GoAlongAsync(from, to, ct);
        IReadOnlyList<CircleId> ids = [from.Id, to.Id];
        db.Publish(new CirclesWereRedrawn(ids), now);
        if (!await db.TrySaveAsync(ct))
            return new CircleChangedMeanwhile();
        await outlines.DrawAsync(ids, ct);
        return null;
    }
}
