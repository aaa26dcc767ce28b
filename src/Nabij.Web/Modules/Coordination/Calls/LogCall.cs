using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using NodaTime;

namespace Nabij.Modules.Coordination.Calls;

/// <summary>Writes down a call, once: sent twice, it is one call. Who called was heard.</summary>
public sealed class LogCall(NabijDb db, CallFollowUps followUps, IHeardFrom heard, Trail trail, CurrentPerson current, IClock clock)
{
    public async Task<IReadOnlyList<Refusal>> HandleAsync(CallId id, PersonId? caller, string words, CallKind? kind, CancellationToken ct)
    {
        if (Call.RefusalsOf(words, kind).ToList() is { Count: > 0 } refusals)
            return refusals;
        if (await db.Calls.AnyAsync(c => c.Id == id, ct))
            return [];
        var now = clock.GetCurrentInstant();
        var call = new Call(caller, current.Id, words, kind!.Value, now) { Id = id };
        db.Add(call);
        trail.Note(Subject.Of(id), caller, "Coordination.Trail.Called");
        if (caller is { } known)
            await heard.HearAsync([known], now.TodayAt(), ct);
        await followUps.ReviewAsync(call, ct);
        await db.TrySaveAsync(ct); // pressed twice at the same moment: the other press wrote it down
        return [];
    }
}
