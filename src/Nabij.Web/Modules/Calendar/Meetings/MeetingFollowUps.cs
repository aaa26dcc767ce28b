using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Meetings.Data;
using Nabij.Modules.Calendar.Meetings.Needs;
using Nabij.Modules.Calendar.Meetings.Remarks;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Meetings;

/// <summary>What the organiser has to answer or arrange stands on their desk, with a date. Saved by the caller.</summary>
public sealed class MeetingFollowUps(NabijDb db, IFollowUps followUps, IClock clock)
{
    private static readonly LocalTime Noon = new(12, 0);

    public Task ReviewAsync(Meeting meeting, Activity activity, ActivityDate date, Remark remark, CancellationToken ct) =>
        remark.IsOpen
            ? followUps.OpenAsync(About(meeting, activity, date, Subject.Of(remark.Id), $"Meetings.FollowUp.{remark.Kind}", remark.AnswerBefore(date)), ct)
            : followUps.CloseAsync(Subject.Of(remark.Id), ct);

    /// <param name="meeting">Whose meeting.</param>
    /// <param name="activity">Its activity.</param>
    /// <param name="date">When.</param>
    /// <param name="need">What somebody needs.</param>
    /// <param name="comes">Whether they still come.</param>
    /// <param name="ct">Stops the work.</param>
    public Task ReviewAsync(Meeting meeting, Activity activity, ActivityDate date, MeetingNeed need, bool comes, CancellationToken ct) =>
        need.IsOpen && comes && date.GoesOn && date.StartsAt > clock.GetCurrentInstant()
            ? followUps.OpenAsync(About(meeting, activity, date, Subject.Of(need.Id), "Meetings.FollowUp.Need", date.Day.PlusDays(-1).InstantAt(Noon)), ct)
            : followUps.CloseAsync(Subject.Of(need.Id), ct);

    /// <summary>All that is open of a meeting goes to who leads it now.</summary>
    public async Task GiveAllAsync(Meeting meeting, Activity activity, CancellationToken ct)
    {
        var dates = await db.ActivityDates.Where(d => d.Activity == activity.Id).ToDictionaryAsync(d => d.Id, ct);
        var ids = dates.Keys.ToList();
        foreach (var remark in await db.Remarks.Where(r => r.AnsweredAt == null && ids.Contains(r.Date)).OrderBy(r => r.Id).ToListAsync(ct))
            await ReviewAsync(meeting, activity, dates[remark.Date], remark, ct);
        var coming = await db.SignUps.Open.Where(s => ids.Contains(s.Date)).Select(s => new { s.Date, s.Person }).ToListAsync(ct);
        foreach (var need in await db.MeetingNeeds.Where(n => !n.Arranged && ids.Contains(n.Date)).OrderBy(n => n.Id).ToListAsync(ct))
            await ReviewAsync(meeting, activity, dates[need.Date], need, coming.Any(c => c.Date == need.Date && c.Person == need.Person), ct);
    }

    /// <summary>What was to be arranged for who does not come after all, or for a date that does not go on, is no longer to be done.</summary>
    public async Task LetGoAsync(Meeting meeting, Instant now, CancellationToken ct)
    {
        var (recently, coming) = (now - Duration.FromDays(1), db.SignUps.Open);
        var off = db.ActivityDates.Where(d => d.Activity == meeting.Activity && d.EndsAt > recently && (d.State == DateState.Cancelled || d.StartsAt <= now)).Select(d => d.Id);
        var on = db.ActivityDates.Where(d => d.Activity == meeting.Activity && d.StartsAt > now).Select(d => d.Id);
        var needless = await db
            .MeetingNeeds.Where(n => !n.Arranged && (off.Contains(n.Date) || (on.Contains(n.Date) && !coming.Any(s => s.Date == n.Date && s.Person == n.Person))))
            .OrderBy(n => n.Id)
            .Select(n => n.Id)
            .ToListAsync(ct);
        foreach (var id in needless)
            await followUps.CloseAsync(Subject.Of(id), ct);
    }

    /// <summary>Nothing is left to do about a need or a remark.</summary>
    public Task CloseAsync(Subject about, CancellationToken ct) => followUps.CloseAsync(about, ct);

    private static NewFollowUp About(Meeting meeting, Activity activity, ActivityDate date, Subject about, string reason, Instant before) =>
        new(
            about,
            reason,
            activity.Title,
            $"agenda/beheer/{activity.Id.Value}/{date.Id.Value}/bijeenkomst",
            before,
            meeting.Organiser,
            meeting.StandIn,
            activity.Venue.Buurt is { Length: > 0 } buurt ? buurt : null
        );
}
