using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;

namespace Nabij.Modules.People.Helping;

public sealed class Vogs(NabijDb db, OfferHelp help) : IVogs
{
    public async Task<IReadOnlyDictionary<PersonId, VogSeen>> SeenAsync(IEnumerable<PersonId> persons, CancellationToken ct)
    {
        var asked = persons.Distinct().ToList();
        return await db
            .Helpers.Where(h => EF.Parameter(asked).Contains(h.Person) && h.VogSeenOn != null)
            .Select(h => new { h.Person, h.VogSeenBy, h.VogSeenOn })
            .ToDictionaryAsync(h => h.Person, h => new VogSeen(h.VogSeenBy, h.VogSeenOn!.Value), ct);
    }

    public Task SeeAsync(PersonId person, CancellationToken ct) => help.SeeVogAsync(person, ct);
}
