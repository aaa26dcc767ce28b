using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>Brings the dates in the table in line with what the calendar says.</summary>
public static class DatePlan
{
    /// <summary>
    /// What is to be added and taken away; dates that stay are changed where they stand. A coming date that vanished is cancelled,
    /// not taken away, when people had signed up for it: they are to hear of it.
    /// </summary>
    public static DateChanges Follow(Activity activity, IReadOnlyCollection<ActivityDate> known, Instant now, LocalDate today)
    {
        var window = CalendarWindow.SeenFrom(today);
        var planned = activity.Timing.DatesWithin(window).ToDictionary(d => d.PlannedFor);
        List<ActivityDate> added = [], removed = [], vanished = [];
        foreach (var date in known)
        {
            if (planned.Remove(date.PlannedFor, out var plan))
                date.Follow(activity.CancelledAt is null ? plan : plan with { Cancelled = plan.Cancelled || plan.EndsAt > now });
            else if (date.StartsAt > now && !date.ChangedByHand)
                (date.SeatsTaken > 0 ? vanished : removed).Add(date);
        }
        foreach (var plan in planned.Values)
        {
            var date = new ActivityDate(activity.Id, plan.PlannedFor);
            date.Follow(activity.CancelledAt is null ? plan : plan with { Cancelled = true });
            added.Add(date);
        }
        activity.PlannedTo(activity.Timing.Recurs ? window.End : LocalDate.MaxIsoValue);
        return new(added, removed, vanished);
    }
}

/// <param name="Vanished">No longer in the calendar, but people had signed up: to be cancelled.</param>
public sealed record DateChanges(IReadOnlyList<ActivityDate> Added, IReadOnlyList<ActivityDate> Removed, IReadOnlyList<ActivityDate> Vanished);
