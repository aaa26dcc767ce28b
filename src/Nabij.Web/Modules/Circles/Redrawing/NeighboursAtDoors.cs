using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Circles.Redrawing;

/// <summary>Looks up behind which doors the neighbours of a circle live, in four queries.</summary>
public sealed class NeighboursAtDoors(NabijDb db, IPeople people, IPlaces places)
{
    public async Task<Doorsteps> OfAsync(CircleId circle, CancellationToken ct)
    {
        var doors = await db.CircleAddresses.Where(a => a.Circle == circle).Select(a => a.Address).ToListAsync(ct);
        var members = await db.CircleMembers.Of(circle).Select(m => m.Person).ToListAsync(ct);
        var cards = await people.FindAsync(members, ct);
        var addresses = await places.FindAsync(doors.Concat(cards.Values.Select(c => c.Home).OfType<AddressId>()), ct);

        var living = cards.Values.Where(c => c.Home is { } home && addresses.ContainsKey(home)).ToLookup(c => c.Home!.Value, c => c.Id);
        var empty = addresses.Keys.Where(a => !living.Contains(a)).Select(a => At(null, addresses[a]));
        return new([.. living.SelectMany(home => home.Select(p => At(p, addresses[home.Key]))), .. empty], members, cards, doors, addresses);
    }

    /// <summary>The front doors of a circle, in the order of a walk.</summary>
    public async Task<IReadOnlyList<Address>> DoorsAsync(CircleId circle, CancellationToken ct)
    {
        var doors = await db.CircleAddresses.Where(a => a.Circle == circle).Select(a => a.Address).ToListAsync(ct);
        return [.. (await places.FindAsync(doors, ct)).Values.OrderBy(a => a.Street, StringComparer.CurrentCulture).ThenBy(a => a.Number).ThenBy(a => a.Addition, StringComparer.Ordinal)];
    }

    private static AtDoor At(PersonId? person, Address address) => new(person, address.Street, address.Number, address.At);
}

/// <summary>The neighbours and front doors of a circle.</summary>
public sealed record Doorsteps(
    IReadOnlyList<AtDoor> AtDoors,
    IReadOnlyList<PersonId> Members,
    IReadOnlyDictionary<PersonId, PersonCard> Cards,
    IReadOnlyList<AddressId> Doors,
    IReadOnlyDictionary<AddressId, Address> Addresses
)
{
    public IReadOnlyList<StreetGroup> Parts => Division.PartsOf(AtDoors);

    public Division Divide(IReadOnlyCollection<StreetPart> chosen) => Division.Of(Members, AtDoors, chosen);

    public IEnumerable<AddressId> DoorsIn(IReadOnlyCollection<StreetPart> chosen) =>
        Doors.Where(d => Addresses.TryGetValue(d, out var a) && chosen.Any(part => part.Holds(new AtDoor(null, a.Street, a.Number, a.At))));
}
