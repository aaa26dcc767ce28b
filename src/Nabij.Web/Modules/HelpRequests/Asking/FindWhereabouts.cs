using Nabij.Kernel;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.HelpRequests.Asking;

/// <summary>Finds where somebody's help would be: their front door, circle, buurt and language.</summary>
public sealed class FindWhereabouts(IPeople people, ICircles circles, IPlaces places)
{
    public async Task<Whereabouts?> OfAsync(PersonId person, CancellationToken ct)
    {
        if (await people.FindAsync(person, ct) is not { } card)
            return null;
        if (card.Home is not { } home)
            return new(null, null, null, card.Language);
        var circle = await circles.AroundAsync(home, ct);
        var address = (await places.FindAsync([home], ct)).GetValueOrDefault(home);
        return new(home, circle?.Id, address?.BuurtCode, card.Language);
    }
}
