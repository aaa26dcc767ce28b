using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Calendar.Meetings.Data;
using NodaTime;

namespace Nabij.Modules.Calendar.Meetings;

/// <summary>One date of a meeting.</summary>
public sealed record MeetingView(Meeting Meeting, Activity Activity, ActivityDate Date, Instant Now)
{
    public bool IsOver => Date.EndsAt <= Now;
    public bool MayStillAsk => Date.GoesOn && Now < Date.StartsAt;

    /// <summary>The page on which everybody reads and asks, within the community.</summary>
    public string Path => $"agenda/{Activity.Id.Value}/{Date.Id.Value}/bijeenkomst";

    /// <summary>The page of who leads it.</summary>
    public string LeadPath => $"agenda/beheer/{Activity.Id.Value}/{Date.Id.Value}/bijeenkomst";

    /// <summary>Who leads it: its organiser and stand-in, and who keeps the activity.</summary>
    public bool IsLedBy(CurrentPerson person) =>
        person.IdOrNone is { } id && (Meeting.IsLedBy(id) || person.AsKeeper().MayKeep(Activity));
}

/// <summary>Reads a date of a meeting, in one query.</summary>
public sealed class ReadMeeting(NabijDb db, IClock clock)
{
    /// <summary>Null when this date is of no meeting.</summary>
    public async Task<MeetingView?> HandleAsync(ActivityDateId date, CancellationToken ct)
    {
        var (dates, activities) = (db.ActivityDates, db.Activities);
        var found = await (
            from meeting in db.Meetings
            join activity in activities on meeting.Activity equals activity.Id
            join day in dates on activity.Id equals day.Activity
            where day.Id == date
            select new { Meeting = meeting, Activity = activity, Date = day }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.Meeting, found.Activity, found.Date, clock.GetCurrentInstant());
    }
}
