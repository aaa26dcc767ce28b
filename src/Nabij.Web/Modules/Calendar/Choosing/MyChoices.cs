using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Choosing;

/// <summary>What somebody chose for their own calendar, and what they signed up for.</summary>
public sealed class MyChoices(NabijDb db, IClock clock)
{
    private const int DaysBack = 7;
    private const int WeeksAhead = 26;
    private const int Most = 400;

    public Task<bool> HasAsync(PersonId person, ActivityId activity, CancellationToken ct) =>
        db.ChosenActivities.AnyAsync(c => c.Person == person && c.Activity == activity, ct);

    /// <summary>Puts it in, or takes it out again; pressed twice it stays as it was chosen.</summary>
    public async Task<Refusal?> ChooseAsync(PersonId person, ActivityId activity, bool wanted, CancellationToken ct)
    {
        var chosen = await db.ChosenActivities.SingleOrDefaultAsync(c => c.Person == person && c.Activity == activity, ct);
        if (wanted && chosen is null)
        {
            if (!await db.Activities.Shown.AnyAsync(a => a.Id == activity, ct))
                return new NoSuchActivity();
            db.Add(new ChosenActivity(person, activity, clock.GetCurrentInstant()));
        }
        else if (!wanted && chosen is not null)
        {
            db.Remove(chosen);
        }
        await db.TrySaveAsync(ct); // twice at the same moment is once
        return null;
    }

    /// <summary>The dates of what they chose, and those that they signed up for, soonest first. Cancelled ones show as cancelled.</summary>
    public async Task<IReadOnlyList<ChosenDate>> DatesAsync(PersonId person, CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var (chosen, signUps, merged) = (db.ChosenActivities, db.SignUps, db.Activities.IgnoreAutoIncludes());
        return await (
            from date in db.ActivityDates.Between(today.PlusDays(-DaysBack), today.PlusWeeks(WeeksAhead))
            join activity in db.Activities.IgnoreAutoIncludes() on date.Activity equals activity.Id
            where
                signUps.Any(s => s.Person == person && s.Date == date.Id && (s.State == SignUpState.Comes || s.State == SignUpState.Came || s.State == SignUpState.CalledOff))
                || activity.MergedInto == null
                    && chosen.Any(c => c.Person == person && (c.Activity == activity.Id || merged.Any(m => m.Id == c.Activity && m.MergedInto == activity.Id)))
            orderby date.Day, date.StartsAt, date.Id
            select new ChosenDate
            {
                Date = date,
                Activity = activity,
                IsSignedUp = signUps.Any(s => s.Person == person && s.Date == date.Id && s.State == SignUpState.Comes),
            }
        )
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(ct);
    }
}

public sealed class ChosenDate
{
    public ActivityDate Date { get; init; } = null!;
    public Activity Activity { get; init; } = null!;
    public bool IsSignedUp { get; init; }
}
