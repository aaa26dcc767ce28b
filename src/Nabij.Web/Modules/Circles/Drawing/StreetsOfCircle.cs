using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Circles.Drawing;

/// <summary>The streets in a circle's area, by name.</summary>
public sealed class StreetsOfCircle(NabijDb db, IPlaces places)
{
    public async Task<IReadOnlyList<StreetInCircle>> ListAsync(CircleId circle, CancellationToken ct)
    {
        var doors = db.CircleAddresses.Where(a => a.Circle == circle).Select(a => a.Address);
        var addresses = await places.FindAsync(doors, ct);
        return
        [
            .. addresses
                .Values.GroupBy(a => (a.Street, a.Town))
                .OrderBy(g => g.Key)
                .Select(g => new StreetInCircle(g.Key.Street, g.Count(), g.Min(a => a.Number), g.Max(a => a.Number))),
        ];
    }
}

/// <summary>'Lindelaan, 12 voordeuren van 2 tot en met 24'</summary>
public sealed record StreetInCircle(string Name, int Doors, int From, int To);
