using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Cancelling;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Planning;
using NodaTime;

namespace Nabij.Modules.Calendar.Keeping;

/// <summary>Puts an activity in the calendar, or changes it: all its dates, or those from a day on.</summary>
public sealed class KeepActivity(NabijDb db, PlanDates plan, Trail trail, CurrentPerson person, IClock clock)
{
    public async Task<IReadOnlyList<Refusal>> HandleAsync(ActivityId id, Typed typed, Keeper keeper, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var known = await db.Activities.SingleOrDefaultAsync(a => a.Id == id, ct);
        if (Refusals(typed, keeper, known, now) is { Count: > 0 } refusals)
            return refusals;

        var activity = known switch
        {
            null => db.Add(new Activity(typed.Source, now) { Id = id }).Entity,
            _ when typed.FromDay is { } day && day > now.TodayAt() => await GoesOnDifferentlyAsync(known, day, typed, ct),
            _ => known,
        };
        activity.Describe(typed.Details, now);
        activity.HostedBy([typed.Host], now);
        activity.TakesPlace(typed.When.ToTiming(), now);
        activity.Confirm(keeper.OfTheDesk ? ConfirmedHow.ByPhone : ConfirmedHow.Typed, person.IdOrNone, now);
        trail.Note(Subject.Of(activity.Id), null, known is null ? "Calendar.Trail.Added" : "Calendar.Trail.Changed");
        CancelDates.Vanished(await plan.HandleAsync(activity, ct), now);
        return await db.TrySaveAsync(ct) ? [] : [new ChangedMeanwhile()];
    }

    /// <summary>
    /// The series ends the day before, and another goes on from there. Dates that stand already on the same days go along, so that who
    /// signed up for one keeps their seat.
    /// </summary>
    private async Task<Activity> GoesOnDifferentlyAsync(Activity before, LocalDate day, Typed typed, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var after = db.Add(new Activity(typed.Source, now)).Entity;
        var planned = typed.When.ToTiming().DatesWithin(CalendarWindow.SeenFrom(now.TodayAt())).ToLookup(p => p.Day);
        foreach (var date in await db.ActivityDates.Where(d => d.Activity == before.Id && d.Day >= day).ToListAsync(ct))
        {
            if (planned[date.Day].FirstOrDefault() is { } on)
                date.GoOnAs(after.Id, on);
        }
        if (WhenItIs.Of(before.Timing) is { } when)
            before.TakesPlace((when with { Last = day.PlusDays(-1) }).ToTiming(), now);
        CancelDates.Vanished(await plan.HandleAsync(before, ct), now);
        return after;
    }

    private static List<Refusal> Refusals(Typed typed, Keeper keeper, Activity? known, Instant now)
    {
        if (known is not null && !keeper.MayKeep(known) || !keeper.MayHostFor(typed.Host))
            return [new NoSuchActivity()];
        if (known?.Source is Source.Feed)
            return [new KeptElsewhere()];
        if (known?.CancelledAt is not null)
            return [new ActivityIsCancelled()];
        return [.. typed.Details.Refusals(), .. typed.When.RefusalSeenFrom(now.TodayAt()) is { } refusal ? [refusal] : Array.Empty<Refusal>()];
    }
}

/// <summary>What was filled in. <paramref name="FromDay"/>: only dates from this day on change; null is all of them.</summary>
public sealed record Typed(ActivityDetails Details, WhenItIs When, OrganisationId Host, Source Source, LocalDate? FromDay = null);
