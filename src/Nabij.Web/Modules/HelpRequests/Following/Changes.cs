using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Following;

/// <summary>
/// What every change brings with it, in the same save: a line on the trail, the follow-up of the new state, an event for
/// who listens.
/// </summary>
public sealed class Changes(NabijDb db, Trail trail, IFollowUps followUps, ICircles circles, IClock clock)
{
    internal const string AlarmKind = "HelpAlarm";

    private readonly Dictionary<CircleId, CircleCard?> known = [];
    private HashSet<object> ofOthers = [];

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Saves; or, when somebody else changed the request meanwhile, forgets everything and says false.</summary>
    /// <param name="request">What was changed.</param>
    /// <param name="ct">Stops the work.</param>
    /// <param name="by">Who did it, when that is not who is signed in: by a link, a text message or the telephone.</param>
    public async Task<bool> SaveAsync(HelpRequest request, CancellationToken ct, PersonId? by = null)
    {
        if (HasChangedState(request))
            await FollowAsync(request, by, ct);
        else if (request.IsOpen)
            await FollowUpAsync(request, ct);

        if (await db.TrySaveAsync(ct))
            return true;
        Forget();
        return false;
    }

    /// <summary>What is being changed now belongs to who called us: it stays when we forget what was ours.</summary>
    public void LeaveToCaller() => ofOthers = [.. db.ChangeTracker.Entries().Select(e => e.Entity)];

    private void Forget()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => !ofOthers.Contains(e.Entity)).ToList())
            entry.State = EntityState.Detached;
    }

    /// <summary>Puts a late drop-out on the desk at once.</summary>
    public Task AlarmAsync(HelpRequest request, CancellationToken ct) =>
        followUps.OpenAsync(
            FollowUp(request, FollowUpRules.LateDropOut, Now, circle: null) with
            {
                About = AlarmAbout(request.Id),
            },
            ct
        );

    private async Task FollowAsync(HelpRequest request, PersonId? by, CancellationToken ct)
    {
        if (by is null)
            trail.Note(Subject.Of(request.Id), request.AskedFor, request.Reason);
        else
            trail.Note(Subject.Of(request.Id), request.AskedFor, request.Reason, by);
        if (request.IsOpen)
            await FollowUpAsync(request, ct);
        else
            await followUps.CloseAsync(Subject.Of(request.Id), ct);
        if (request.State is not HelpState.Searching)
            await followUps.CloseAsync(AlarmAbout(request.Id), ct);
        if (EventOf(request) is { } happened)
            db.Publish(happened, Now);
    }

    /// <summary>The follow-up of the state it is in, with whoever looks after its circle now. Saved by the caller.</summary>
    public async Task FollowUpAsync(HelpRequest request, CancellationToken ct)
    {
        var rule = FollowUpRules.Of(request.State)!; // each open state has one, a test sees to that
        var circle = rule.ByCircle ? await CircleAsync(request.Circle, ct) : null;
        await followUps.OpenAsync(FollowUp(request, rule.Reason, rule.NextDate(request), circle), ct);
    }

    private bool HasChangedState(HelpRequest request) =>
        db.Entry(request) is var entry
        && (entry.State == EntityState.Added || entry.Property(r => r.State).IsModified);

    private async Task<CircleCard?> CircleAsync(CircleId? id, CancellationToken ct)
    {
        if (id is not { } circle)
            return null;
        if (!known.TryGetValue(circle, out var card))
            known[circle] = card = await circles.FindAsync(circle, ct);
        return card;
    }

    /// <summary>The alarm of a late drop-out stands beside the request's own follow-up.</summary>
    private static Subject AlarmAbout(HelpRequestId request) => new(AlarmKind, request.Value);

    private static NewFollowUp FollowUp(HelpRequest request, string reason, Instant next, CircleCard? circle) =>
        new(
            Subject.Of(request.Id),
            reason,
            request.Title,
            $"vragen/{request.Id.Value}",
            next,
            circle?.FirstContact ?? circle?.SecondContact,
            circle?.SecondContact ?? circle?.Reserve,
            request.Buurt
        );

    private static IEvent? EventOf(HelpRequest request) =>
        request switch
        {
            { State: HelpState.Searching, Search: 1 } => new HelpWasAsked(request.Id, request.AskedFor, request.Kind),
            { State: HelpState.Found, ClaimedBy: { } helper } => new HelperWasFound(request.Id, request.AskedFor, helper),
            { State: HelpState.OnDesk } => new HelpCameToDesk(request.Id, request.AskedFor),
            { State: HelpState.Thanked } => new HelpWorked(
                request.Id,
                request.AskedFor,
                request.ClaimedBy,
                request.HandedTo
            ),
            _ => null,
        };
}
