using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Showing;

/// <summary>Reads an activity with the dates to come, in two queries.</summary>
public sealed class ReadActivity(NabijDb db, IClock clock)
{
    private const int MostDates = 12;

    /// <summary>The date asked for comes first, also when it is over; null when there is no such activity.</summary>
    public async Task<ActivityView?> HandleAsync(ActivityId id, ActivityDateId? date, CancellationToken ct)
    {
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } activity)
            return null;
        var now = clock.GetCurrentInstant();
        var dates = await db
            .ActivityDates.AsNoTracking()
            .Where(d => d.Activity == id && (d.EndsAt > now || d.Id == date))
            .OrderBy(d => d.StartsAt)
            .ThenBy(d => d.Id)
            .Take(MostDates)
            .ToListAsync(ct);
        var asked = dates.Find(d => d.Id == date);
        if (date is not null && asked is null)
            return null;
        return new(activity, asked ?? dates.Find(d => d.GoesOn) ?? dates.FirstOrDefault(), dates, now);
    }
}

/// <param name="Date">The date asked for, or else the next; null when there is none any more.</param>
public sealed record ActivityView(Activity Activity, ActivityDate? Date, IReadOnlyList<ActivityDate> Dates, Instant Now);
