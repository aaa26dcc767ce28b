using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Places.Choosing;

/// <summary>Gives the community the buurten of its municipality, as far as we have their borders.</summary>
public sealed class TakeOverBuurten(NabijDb db, IPlaces places, ICbsCatalogue catalogue, CurrentCommunity community, Trail trail)
{
    /// <summary>What can be taken over.</summary>
    public IReadOnlyList<Buurt> Offered =>
        catalogue.Municipalities.FirstOrDefault(m => string.Equals(m.Name, community.Entered.Municipality, StringComparison.OrdinalIgnoreCase))
            is { } own
            ? catalogue.BuurtenIn(own.Code)
            : [];

    public async Task<Refusal?> HandleAsync(CancellationToken ct)
    {
        if (Offered is not { Count: > 0 } buurten)
            return new NoBordersKnown();
        await places.AddBuurtenAsync(buurten, ct);
        trail.Note(Subject.Of(community.Id), null, "Places.Trail.BuurtenTaken");
        await db.SaveChangesAsync(ct);
        return null;
    }
}

public sealed record NoBordersKnown : Refusal;
