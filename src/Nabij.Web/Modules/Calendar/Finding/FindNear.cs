using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Calendar.Finding;

/// <summary>The place from which somebody wants to walk: the street they typed, or else their own front door.</summary>
public sealed class FindNear(IPlaces places, IPeople people, CurrentPerson person)
{
    public async Task<(GeoPoint At, string Name)?> HandleAsync(string typed, CancellationToken ct)
    {
        if (typed.Length > 0)
            return await places.SearchAsync(typed, 1, ct) is [var found, ..] ? (found.At, found.FrontDoor) : null;
        if (person.IdOrNone is not { } id || (await people.FindAsync(id, ct))?.Home is not { } home)
            return null;
        return (await places.FindAsync([home], ct)).TryGetValue(home, out var address) ? (address.At, address.FrontDoor) : null;
    }
}
