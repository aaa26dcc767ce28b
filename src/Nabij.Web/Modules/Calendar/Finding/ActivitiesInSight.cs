using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Searching;
using NodaTime;

namespace Nabij.Modules.Calendar.Finding;

public sealed class ActivitiesInSight(NabijDb db, MeantWords meant, IClock clock) : IActivities
{
    private const int WeeksToSignUp = 8;

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

    public async Task<IReadOnlyList<ActivityCard>> ForSignUpAsync(string typed, int limit, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (today, wanted) = (now.TodayAt(), db.Activities.Sure.Where(a => a.SignUp.Wanted));
        var dates = db.ActivityDates.Between(today, today.PlusWeeks(WeeksToSignUp)).Where(d => d.State != DateState.Cancelled && d.StartsAt > now);
        foreach (var words in await meant.HandleAsync(typed, ct))
        {
            var known = db.ActivityWords;
            dates = dates.Where(d => known.Any(w => w.Activity == d.Activity && words.Contains(w.Word)));
        }
        var found = await (
            from date in dates
            join activity in wanted on date.Activity equals activity.Id
            orderby date.Day, date.StartsAt, date.Id
            select new { date, activity.Title, activity.Venue, activity.SignUp }
        )
            .Take(limit)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. found.Where(f => f.date.RefusalOfSigningUp(f.SignUp, now) is null).Select(f => Card(f.date, f.Title, f.Venue))];
    }

    private static ActivityCard Card(ActivityDate date, string title, Venue venue) =>
        new(date.Activity, date.Id, title, date.Day, date.StartsAt, date.EndsAt, date.WholeDay, venue.InWords, venue.At);
}
