using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Circles.Drawing;

/// <summary>Gives a circle its area, a part of a street at a time. What belonged to another circle moves over.</summary>
public sealed class DrawCircle(NabijDb db, IPlaces places, DrawOutlines outlines, Trail trail)
{
    public async Task<Refusal?> AddAsync(CircleId id, StreetPart part, CancellationToken ct)
    {
        var doors = (await places.InStreetAsync(part.Street, ct)).Where(a => part.Holds(a.Number)).Select(a => a.Id).ToList();
        if (doors.Count == 0)
            return new NoFrontDoorsThere();
        return await ChangeAsync(id, doors, taken => Put(doors, taken, id), ct);
    }

    public async Task<Refusal?> RemoveAsync(CircleId id, StreetPart part, CancellationToken ct)
    {
        var doors = (await places.InStreetAsync(part.Street, ct)).Where(a => part.Holds(a.Number)).Select(a => a.Id).ToList();
        return await ChangeAsync(id, doors, taken => db.RemoveRange(taken.Where(t => t.Circle == id)), ct);
    }

    private async Task<Refusal?> ChangeAsync(CircleId id, List<AddressId> doors, Action<List<CircleAddress>> change, CancellationToken ct)
    {
        if (!await db.Circles.Current.AnyAsync(c => c.Id == id, ct))
            return new NoSuchCircle();
        var taken = await db.CircleAddresses.Where(a => doors.Contains(a.Address)).ToListAsync(ct);
        var touched = taken.Select(t => t.Circle).Append(id).Distinct().ToList();

        change(taken);
        trail.Note(Subject.Of(id), null, "Circles.Trail.Drawn");
        await db.SaveChangesAsync(ct);
        await outlines.DrawAsync(touched, ct);
        return null;
    }

    private void Put(List<AddressId> doors, List<CircleAddress> taken, CircleId id)
    {
        foreach (var door in taken)
            door.Circle = id;
        db.AddRange(doors.Except(taken.Select(t => t.Address)).Select(door => new CircleAddress(door, id)));
    }
}
