using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Domain.Proposals;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing.Accepting;

/// <summary>Makes circles of what was proposed, or gives circles that there are their new front doors. Saved by the caller.</summary>
public sealed class MakeCircles(NabijDb db, LookAfterCircle lookAfter, ReadGround ground, Trail trail, IClock clock)
{
    /// <returns>The circles that were made or changed.</returns>
    public async Task<IReadOnlyList<CircleId>> FromAsync(ProposalSketch sketch, IReadOnlyList<SketchedCircle> taken, CancellationToken ct)
    {
        var continued = taken.Select(c => c.Continues).OfType<CircleId>().ToList();
        var there = await db.Circles.Current.Where(c => EF.Parameter(continued).Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var names = (await db.Circles.Select(c => c.Name).ToListAsync(ct)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var became = new Dictionary<int, CircleId>();
        foreach (var sketched in taken)
        {
            var circle = sketched.Continues is { } id ? there.GetValueOrDefault(id) : null;
            circle ??= await StartAsync(CircleNames.Among(sketched.Name, names), ct);
            trail.Note(Subject.Of(circle.Id), null, "Circles.Trail.Drawn");
            circle.Surrounds(sketch.PlacesOf(sketched.Number).Select(p => p.At));
            became[sketched.Number] = circle.Id;
        }
        await NameAsync(sketch.Proposal.Id, became, ct);
        await GiveFrontDoorsAsync(sketch, became, ct);
        await PlaceNextToAsync(sketch, became, ct);
        return [.. became.Values];
    }

    private async Task<Circle> StartAsync(string name, CancellationToken ct)
    {
        var circle = new Circle(name, clock.GetCurrentInstant());
        db.Add(circle);
        trail.Note(Subject.Of(circle.Id), null, "Circles.Trail.Started");
        await lookAfter.ReviewAsync(circle, ct);
        return circle;
    }

    private async Task NameAsync(CircleProposalId proposal, Dictionary<int, CircleId> became, CancellationToken ct)
    {
        foreach (var circle in await db.ProposedCircles.Where(c => c.Proposal == proposal).ToListAsync(ct))
            if (became.TryGetValue(circle.Number, out var id))
                circle.Became = id;
    }

    private async Task GiveFrontDoorsAsync(ProposalSketch sketch, Dictionary<int, CircleId> became, CancellationToken ct)
    {
        var doors = sketch.Places.Where(p => became.ContainsKey(p.Circle)).ToDictionary(p => p.Address!.Value, p => became[p.Circle]); // a sketch without front doors is refused before
        var ids = doors.Keys.ToList();
        var taken = await db.CircleAddresses.Where(a => EF.Parameter(ids).Contains(a.Address)).ToListAsync(ct);
        var losing = taken.Where(t => t.Circle != doors[t.Address]).Select(t => t.Circle).Distinct().Except(became.Values).ToList();
        foreach (var door in taken)
            door.Circle = doors[door.Address];
        db.AddRange(ids.Except(taken.Select(t => t.Address)).Select(door => new CircleAddress(door, doors[door])));
        await RedrawAsync(losing, doors.Keys.ToHashSet(), ct);
    }

    /// <summary>Circles outside what was taken over that lost front doors to it.</summary>
    private async Task RedrawAsync(List<CircleId> losing, HashSet<AddressId> gone, CancellationToken ct)
    {
        if (losing.Count == 0)
            return;
        var left = (await db.CircleAddresses.AsNoTracking().Where(a => EF.Parameter(losing).Contains(a.Circle)).ToListAsync(ct)).Where(a => !gone.Contains(a.Address)).ToList();
        var at = await ground.WhereAsync(left.Select(a => a.Address), ct);
        foreach (var circle in await db.Circles.Where(c => EF.Parameter(losing).Contains(c.Id)).ToListAsync(ct))
        {
            circle.Surrounds(left.Where(a => a.Circle == circle.Id && at.ContainsKey(a.Address)).Select(a => at[a.Address]));
            trail.Note(Subject.Of(circle.Id), null, "Circles.Trail.Drawn");
        }
    }

    private async Task PlaceNextToAsync(ProposalSketch sketch, Dictionary<int, CircleId> became, CancellationToken ct)
    {
        var pairs = became.Keys.SelectMany(number => sketch.NextTo(number).Select(next => (number, next))).ToList();
        var wanted = pairs
            .Select(pair => (One: became[pair.number], Other: became.TryGetValue(pair.next.Number, out var other) ? other : pair.next.Became))
            .Where(pair => pair.Other is { } other && other != pair.One)
            .Select(pair => CirclePair.Of(pair.One, pair.Other!.Value)) // there is one: filtered just above
            .DistinctBy(pair => (pair.One, pair.Other));
        var known = (await db.CirclePairs.Select(p => new { p.One, p.Other }).ToListAsync(ct)).Select(p => (p.One, p.Other)).ToHashSet();
        db.AddRange(wanted.Where(pair => !known.Contains((pair.One, pair.Other))));
    }
}
