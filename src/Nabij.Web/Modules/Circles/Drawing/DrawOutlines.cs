using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Circles.Drawing;

/// <summary>Draws the borders anew of circles whose front doors changed, and saves.</summary>
public sealed class DrawOutlines(NabijDb db, IPlaces places)
{
    public async Task DrawAsync(IReadOnlyCollection<CircleId> circles, CancellationToken ct)
    {
        var doors = await db.CircleAddresses.AsNoTracking().Where(a => circles.Contains(a.Circle)).ToListAsync(ct);
        var addresses = await places.FindAsync(doors.Select(d => d.Address), ct);
        foreach (var circle in await db.Circles.Where(c => circles.Contains(c.Id)).ToListAsync(ct))
            circle.Surrounds(doors.Where(d => d.Circle == circle.Id && addresses.ContainsKey(d.Address)).Select(d => addresses[d.Address].At));
        await db.SaveChangesAsync(ct);
    }
}
