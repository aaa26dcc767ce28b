using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Changing;

public sealed class ChangePerson(NabijDb db, SensitiveText sensitive, Trail trail)
{
    public async Task<Refusal?> HandleAsync(PersonId id, PersonDetails details, CancellationToken ct)
    {
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return new NoSuchPerson();
        if (person.Change(details, sensitive.Fingerprint) is { } refusal)
            return refusal;

        trail.Note(Subject.Of(id), id, "Trail.PersonChanged");
        await db.SaveChangesAsync(ct);
        return null;
    }
}

public sealed record NoSuchPerson : Refusal;
