using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Planning;

/// <summary>Puts the dates of an activity in the table, as its calendar and the holidays have them.</summary>
public sealed class PlanDates(NabijDb db, IClock clock)
{
    /// <summary>
    /// Saved by the caller. Returns the dates that vanished while people had signed up: the caller cancels them, so that those people
    /// hear of it.
    /// </summary>
    public async Task<IReadOnlyList<ActivityDate>> HandleAsync(Activity activity, CancellationToken ct) =>
        (await HandleAsync([activity], ct)).GetValueOrDefault(activity, []);

    /// <summary>The same for many at once, with one query.</summary>
    public async Task<IReadOnlyDictionary<Activity, IReadOnlyList<ActivityDate>>> HandleAsync(
        IReadOnlyCollection<Activity> activities,
        CancellationToken ct
    )
    {
        var now = clock.GetCurrentInstant();
        var today = now.TodayAt();
        var ids = activities.Select(a => a.Id).ToList();
        var first = CalendarWindow.SeenFrom(today).Start;
        var known = await db.ActivityDates.Where(d => ids.Contains(d.Activity) && d.Day >= first).ToListAsync(ct);
        // what the caller changed and has not saved yet counts as well
        var byActivity = known.Union(db.ActivityDates.Local).ToLookup(d => d.Activity);
        var vanished = new Dictionary<Activity, IReadOnlyList<ActivityDate>>();
        foreach (var activity in activities)
        {
            var changes = DatePlan.Follow(activity, [.. byActivity[activity.Id]], now, today);
            db.AddRange(changes.Added);
            db.RemoveRange(changes.Removed);
            if (changes.Vanished.Count > 0)
                vanished[activity] = changes.Vanished;
        }
        return vanished;
    }
}
