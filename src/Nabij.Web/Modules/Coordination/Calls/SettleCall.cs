using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using NodaTime;

namespace Nabij.Modules.Coordination.Calls;

/// <summary>It turns out who called, or what became of a call.</summary>
public sealed class SettleCall(NabijDb db, CallFollowUps followUps, IHeardFrom heard, Trail trail, IClock clock)
{
    private Instant Now => clock.GetCurrentInstant();

    public async Task<Refusal?> CameFromAsync(CallId id, PersonId caller, CancellationToken ct)
    {
        if (await db.Calls.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } call)
            return new NoSuchCall();
        if (call.CameFrom(caller) is { } refusal)
            return refusal;
        trail.Note(Subject.Of(id), caller, "Coordination.Trail.Called");
        await heard.HearAsync([caller], Now.TodayAt(), ct);
        return await db.TrySaveAsync(ct) ? null : new CallIsSettled();
    }

    /// <summary>Somebody looked, or called back: it is done.</summary>
    public Task<Refusal?> DoneAsync(CallId id, CancellationToken ct) => SettleAsync(id, call => call.Became("", Now), ct);

    public Task<Refusal?> CameToNothingAsync(CallId id, CancellationToken ct) => SettleAsync(id, call => call.CameToNothing(Now), ct);

    /// <summary>What the newest open call of this person was to become is there. Saved by the caller.</summary>
    public async Task BecameAsync(PersonId caller, CallKind kind, string path, CancellationToken ct)
    {
        var newest = db.Calls.Open.Where(c => c.Caller == caller && c.Kind == kind).OrderByDescending(c => c.At).ThenBy(c => c.Id);
        if (await newest.FirstOrDefaultAsync(ct) is not { } call)
            return;
        call.Became(path, Now);
        await followUps.ReviewAsync(call, ct);
    }

    private async Task<Refusal?> SettleAsync(CallId id, Func<Call, Refusal?> settle, CancellationToken ct)
    {
        if (await db.Calls.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } call)
            return new NoSuchCall();
        if (settle(call) is { } refusal)
            return refusal;
        await followUps.ReviewAsync(call, ct);
        trail.Note(Subject.Of(id), call.Caller, "Coordination.Trail.Settled");
        return await db.TrySaveAsync(ct) ? null : new CallIsSettled();
    }
}
