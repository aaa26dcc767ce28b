using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.HelpRequests.Widening;

/// <summary>Who lives in a ring around a request, and how far they walk. Remembered for as long as one job runs.</summary>
public sealed class Surroundings(ICircles circles, IPlaces places)
{
    private readonly Dictionary<(CircleId, Ring), HashSet<PersonId>> rings = [];
    private readonly Dictionary<AddressId, Address?> addresses = []; // null: not in the register

    /// <summary>Everybody in the ring; null is everybody in the district.</summary>
    public async Task<IReadOnlySet<PersonId>?> InRingAsync(HelpRequest request, CancellationToken ct)
    {
        if (request.Ring is not (Ring.Circle or Ring.AdjacentCircles))
            return null;
        if (request.Circle is not { } circle)
            return new HashSet<PersonId>();
        if (!rings.TryGetValue((circle, request.Ring), out var members))
        {
            var asked = request.Ring == Ring.Circle ? [circle] : await circles.AdjacentToAsync(circle, ct);
            rings[(circle, request.Ring)] = members = await circles.MembersOf(asked).ToHashSetAsync(ct);
        }
        return members;
    }

    /// <summary>The walk from a helper's home; far, when one of both addresses is not known.</summary>
    public async Task<Func<WillingHelper, int>> MetresFromAsync(
        AddressId? home,
        IReadOnlyCollection<WillingHelper> helpers,
        CancellationToken ct
    )
    {
        await LoadAsync([.. helpers.Select(h => h.Home).Append(home).OfType<AddressId>()], ct);
        return helper =>
            home is { } from
            && helper.Home is { } to
            && addresses.GetValueOrDefault(from) is { } start
            && addresses.GetValueOrDefault(to) is { } end
                ? WalkingDistance.Metres(start.At, end.At)
                : int.MaxValue;
    }

    private async Task LoadAsync(IReadOnlyCollection<AddressId> ids, CancellationToken ct)
    {
        var missing = ids.Where(id => !addresses.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0)
            return;
        var found = await places.FindAsync(missing, ct);
        foreach (var id in missing)
            addresses[id] = found.GetValueOrDefault(id);
    }
}
