using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Cancelling;

/// <summary>
/// Cancels one date or all of them, moves one, or lets it go on after all. Who signed up hears of it from a job: it also sees what a
/// feed cancelled.
/// </summary>
public sealed class CancelDates(NabijDb db, Trail trail, IClock clock)
{
    public Task<Refusal?> HandleAsync(ActivityDateId id, string why, Keeper keeper, CancellationToken ct) =>
        ChangeAsync(id, keeper, "Calendar.Trail.DateCancelled", (_, date, now) => date.Cancel(why, now), ct);

    public Task<Refusal?> MoveAsync(ActivityDateId id, LocalDateTime start, LocalDateTime end, string why, Keeper keeper, CancellationToken ct) =>
        ChangeAsync(id, keeper, "Calendar.Trail.DateMoved", (_, date, now) => date.MoveTo(PlannedDate.MovedTo(date, start, end), why, now), ct);

    /// <summary>It goes on after all, at the time of the series.</summary>
    public Task<Refusal?> RestoreAsync(ActivityDateId id, Keeper keeper, CancellationToken ct) =>
        ChangeAsync(
            id,
            keeper,
            "Calendar.Trail.DateRestored",
            (activity, date, _) =>
            {
                date.Restore();
                var around = new DateInterval(date.Day.PlusWeeks(-CalendarWindow.WeeksAhead), date.Day.PlusWeeks(CalendarWindow.WeeksAhead));
                if (activity.Timing.DatesWithin(around).FirstOrDefault(p => p.PlannedFor == date.PlannedFor) is { } plan)
                    date.Follow(plan);
                return null;
            },
            ct
        );

    /// <summary>All that is still to come is off.</summary>
    public async Task<Refusal?> AllAsync(ActivityId id, string why, Keeper keeper, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } activity || !keeper.MayKeep(activity))
            return new NoSuchActivity();
        activity.CancelAll(now);
        foreach (var date in await db.ActivityDates.Where(d => d.Activity == id && d.EndsAt > now && d.State != DateState.Cancelled).ToListAsync(ct))
            date.Cancel(why, now);
        trail.Note(Subject.Of(id), null, "Calendar.Trail.AllCancelled");
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>Dates that are no longer in the calendar of their host, while people had signed up. Saved by the caller.</summary>
    public static void Vanished(IReadOnlyList<ActivityDate> vanished, Instant now)
    {
        foreach (var date in vanished)
            date.Cancel("", now);
    }

    private async Task<Refusal?> ChangeAsync(
        ActivityDateId id,
        Keeper keeper,
        string trailed,
        Func<Activity, ActivityDate, Instant, Refusal?> change,
        CancellationToken ct
    )
    {
        var now = clock.GetCurrentInstant();
        var date = await db.ActivityDates.SingleOrDefaultAsync(d => d.Id == id, ct);
        var activity = date is null ? null : await db.Activities.SingleAsync(a => a.Id == date.Activity, ct);
        if (activity is null || !keeper.MayKeep(activity))
            return new NoSuchActivity();
        if (change(activity, date!, now) is { } refusal)
            return refusal;
        activity.Changed(now);
        trail.Note(Subject.Of(activity.Id), null, trailed);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }
}
