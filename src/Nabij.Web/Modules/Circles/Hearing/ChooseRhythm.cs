using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>Neighbours say how often they want to be heard; typed by themselves or by who looks after the circle.</summary>
public sealed class ChooseRhythm(NabijDb db)
{
    public async Task<Refusal?> HandleAsync(CircleId id, IReadOnlyDictionary<PersonId, Rhythm> chosen, CancellationToken ct)
    {
        var persons = chosen.Keys.ToList();
        var members = await db.CircleMembers.Of(id).Where(m => persons.Contains(m.Person)).ToListAsync(ct);
        if (members.Count < persons.Count)
            return new NotInThisCircle();
        foreach (var member in members)
            member.Chooses(chosen[member.Person]);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
