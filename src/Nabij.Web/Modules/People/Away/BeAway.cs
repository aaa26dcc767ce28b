using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Data;
using NodaTime;

namespace Nabij.Modules.People.Away;

/// <summary>Somebody is away for some days, or back again; their stand-in sees their work meanwhile.</summary>
public sealed class BeAway(NabijDb db, Trail trail)
{
    public async Task<Refusal?> HandleAsync(PersonId id, LocalDate from, LocalDate until, CancellationToken ct)
    {
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return new NoSuchPerson();
        if (person.GoAway(from, until) is { } refusal)
            return refusal;

        trail.Note(Subject.Of(id), id, "Trail.PersonAway");
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task BackAsync(PersonId id, CancellationToken ct)
    {
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return;
        person.ComeBack();
        trail.Note(Subject.Of(id), id, "Trail.PersonBack");
        await db.SaveChangesAsync(ct);
    }
}
