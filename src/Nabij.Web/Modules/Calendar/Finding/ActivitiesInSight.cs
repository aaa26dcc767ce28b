using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Finding;

public sealed class ActivitiesInSight(NabijDb db, IClock clock) : IActivities
{
    public async Task<IReadOnlyList<ActivityCard>> ComingAsync(LocalDate from, LocalDate until, int limit, CancellationToken ct)
    {
        var sure = db.Activities.Sure;
        var now = clock.GetCurrentInstant();
        var found = await (
            from date in db.ActivityDates.Between(@from, until).Where(d => d.State != DateState.Cancelled && d.EndsAt > now)
            join activity in sure on date.Activity equals activity.Id
            orderby date.Day, date.StartsAt, date.Id
            select new { date, activity.Title, activity.Venue }
        )
            .Take(limit)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. found.Select(f => Card(f.date, f.Title, f.Venue))];
    }

    private static ActivityCard Card(ActivityDate date, string title, Venue venue) =>
        new(date.Activity, date.Id, title, date.Day, date.StartsAt, date.EndsAt, date.WholeDay, venue.InWords, venue.At);
}
