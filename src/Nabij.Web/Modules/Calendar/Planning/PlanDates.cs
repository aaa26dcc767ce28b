using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Meetings.Data;
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
        var changes = activities.ToDictionary(a => a, a => DatePlan.Follow(a, [.. byActivity[a.Id]], now, today));
        var said = await SaidSomethingAboutAsync([.. changes.Values.SelectMany(c => c.Removed).Select(d => d.Id)], ct);
        db.AddRange(changes.Values.SelectMany(c => c.Added));
        db.RemoveRange(changes.Values.SelectMany(c => c.Removed).Where(d => !said.Contains(d.Id)));
        return changes
            .Select(c => KeyValuePair.Create(c.Key, (IReadOnlyList<ActivityDate>)[.. c.Value.Vanished, .. c.Value.Removed.Where(d => said.Contains(d.Id))]))
            .Where(v => v.Value.Count > 0)
            .ToDictionary();
    }

    /// <summary>Of these dates those to which somebody once signed up, or about which somebody asked or said something.</summary>
    private async Task<HashSet<ActivityDateId>> SaidSomethingAboutAsync(IReadOnlyList<ActivityDateId> dates, CancellationToken ct) =>
        dates.Count == 0
            ? []
            :
            [
                .. await db
                    .SignUps.Select(s => s.Date)
                    .Concat(db.Remarks.Select(r => r.Date))
                    .Where(d => dates.Contains(d))
                    .Distinct()
                    .ToListAsync(ct),
            ];
}
