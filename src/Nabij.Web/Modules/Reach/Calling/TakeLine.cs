using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Calling;

/// <summary>Somebody is going to call, or to pass by: for ten minutes the line is theirs, and shows the number or address.</summary>
public sealed class TakeLine(NabijDb db, Lines lines, CurrentPerson person, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(MessageId id, CancellationToken ct)
    {
        if (await lines.FindAsync(id, ct) is not { } line)
            return new NoSuchLine();
        if (line.Take(person.Id, clock.GetCurrentInstant()) is { } refusal)
            return refusal;

        trail.Note(Subject.Of(id), line.Person, "Trail.LineTaken");
        return await db.TrySaveAsync(ct) ? null : new LineIsTaken();
    }
}
