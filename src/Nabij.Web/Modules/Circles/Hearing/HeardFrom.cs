using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using NodaTime;

namespace Nabij.Modules.Circles.Hearing;

public sealed class HeardFrom(NabijDb db) : IHeardFrom
{
    public async Task HearAsync(IReadOnlyCollection<PersonId> persons, LocalDate on, CancellationToken ct)
    {
        if (persons.Count == 0)
            return;
        foreach (var member in await db.CircleMembers.Current.Where(m => persons.Contains(m.Person)).ToListAsync(ct))
            member.IsHeard(on);
    }
}
