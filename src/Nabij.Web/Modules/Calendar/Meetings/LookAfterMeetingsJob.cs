using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Meetings.Data;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Meetings;

/// <summary>
/// Asks who came to a meeting how it was, once; and takes off the desk what was to be arranged for who does not come after all.
/// </summary>
public sealed class LookAfterMeetingsJob(NabijDb db, MeetingFollowUps followUps, IReach reach, CurrentCommunity community, IClock clock) : ICommunityJob
{
    private static readonly Duration RestAfter = Duration.FromHours(2);
    private static readonly Duration StillOfUse = Duration.FromDays(7);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var meeting in await db.Meetings.OrderBy(m => m.Id).ToListAsync(ct))
        {
            var activity = await db.Activities.IgnoreAutoIncludes().SingleAsync(a => a.Id == meeting.Activity, ct);
            await AskAsync(meeting, activity, now, ct);
            await followUps.LetGoAsync(meeting, now, ct);
            if (!await db.TrySaveAsync(ct))
                db.ChangeTracker.Clear(); // another node looks after it
        }
    }

    private async Task AskAsync(Meeting meeting, Activity activity, Instant now, CancellationToken ct)
    {
        var (from, until) = (Instant.Max(meeting.AskedThrough, now - StillOfUse), now - RestAfter);
        if (from >= until)
            return;
        var past = db.ActivityDates.Where(d => d.Activity == activity.Id && d.State != DateState.Cancelled && d.EndsAt > from && d.EndsAt <= until);
        var signUps = db.SignUps;
        var came = await (
            from date in past
            join signUp in signUps on date.Id equals signUp.Date
            where signUp.State == SignUpState.Comes || signUp.State == SignUpState.Came
            orderby signUp.Id
            select new { Date = date.Id, signUp.Person }
        ).ToListAsync(ct);
        foreach (var guest in came)
            reach.Tell(guest.Person, new(Subject.Of(guest.Date), "Meetings.HowWasIt", Words(activity)) { NotAfter = now + StillOfUse, MayWait = true });
        meeting.AskedUntil(until);
    }

    private Dictionary<string, string> Words(Activity activity) =>
        new(StringComparer.Ordinal) { ["title"] = activity.Title, ["community"] = community.Name, ["phone"] = community.Entered.PhoneNumber };
}
