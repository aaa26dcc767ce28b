using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Meetings.Data;
using Nabij.Modules.Calendar.Meetings.Needs;
using Nabij.Modules.Calendar.Meetings.Remarks;
using NodaTime;

namespace Nabij.Modules.Calendar.Meetings;

/// <summary>Which meetings somebody leads, what they need to come, and what they asked or said with their name.</summary>
public sealed class MeetingsOfPersons(NabijDb db, MeetingFollowUps followUps, Texts texts, IClock clock) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.MeetingLead, "meetings", ["Organiser", "StandIn"]),
        new(Retention.MeetingNeed, "meeting_needs", ["Person"], "Words"),
        new(Retention.Remark, "remarks", ["AnsweredBy", "From"], "Answer", "Words"),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [
            new(Retention.MeetingNeed, (before, ct) => PastNeeds(before).CountAsync(ct), (before, ct) => PastNeeds(before).ExecuteDeleteAsync(ct)),
            new(Retention.Remark, (before, ct) => PastRemarks(before).CountAsync(ct), ForgetRemarksAsync),
        ];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var (meetings, activities, dates) = (db.Meetings.Where(m => m.Organiser == person || m.StandIn == person), db.Activities, db.ActivityDates);
        var led = await activities.Where(a => meetings.Any(m => m.Activity == a.Id)).OrderBy(a => a.Title).ThenBy(a => a.Id).Select(a => a.Title).ToListAsync(ct);
        var needs = await db.MeetingNeeds.AsNoTracking().Where(n => n.Person == person).Join(dates, n => n.Date, d => d.Id, (n, d) => new { Need = n, d.Day }).OrderBy(n => n.Day).ThenBy(n => n.Need.Id).ToListAsync(ct);
        var remarks = await db.Remarks.AsNoTracking().Where(r => r.From == person).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        return
        [
            .. led.Select(title => new KeptRecord(Retention.MeetingLead, null, ("Kept.Fact.Activity", title))),
            .. needs.Select(n => new KeptRecord(Retention.MeetingNeed, null, ("Kept.Fact.Day", texts.DayWithYear(n.Day)), ("Kept.Fact.What", texts.NeedsInWords(n.Need.Needs)), ("Kept.Fact.Details", n.Need.Words))),
            .. remarks.Select(r => new KeptRecord(Retention.Remark, r.At, ("Kept.Fact.What", r.Words), ("Kept.Fact.Reply", r.Answer))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        foreach (var meeting in await db.Meetings.Where(m => m.Organiser == person || m.StandIn == person).ToListAsync(ct))
            meeting.Loses(person);
        foreach (var need in await db.MeetingNeeds.Where(n => n.Person == person).ToListAsync(ct))
        {
            await followUps.CloseAsync(Subject.Of(need.Id), ct);
            db.Remove(need);
        }
        foreach (var remark in await db.Remarks.Where(r => r.From == person || r.AnsweredBy == person).ToListAsync(ct))
        {
            if (remark.From == person)
                await followUps.CloseAsync(Subject.Of(remark.Id), ct);
            remark.Forgets(person, clock.GetCurrentInstant());
        }
    }

    /// <summary>On one date somebody says once what they need; nobody stands in for themselves.</summary>
    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var needs = db.MeetingNeeds;
        foreach (var twice in await needs.Where(n => n.Person == goes && needs.Any(s => s.Person == stays && s.Date == n.Date)).ToListAsync(ct))
        {
            await followUps.CloseAsync(Subject.Of(twice.Id), ct);
            db.Remove(twice);
        }
        foreach (var meeting in await db.Meetings.Where(m => (m.Organiser == goes && m.StandIn == stays) || (m.Organiser == stays && m.StandIn == goes)).ToListAsync(ct))
            meeting.Loses(goes);
    }

    private IQueryable<MeetingNeed> PastNeeds(Instant before)
    {
        var past = db.ActivityDates.Where(d => d.EndsAt < before);
        return db.MeetingNeeds.Where(n => past.Any(d => d.Id == n.Date));
    }

    private IQueryable<Remark> PastRemarks(Instant before) => db.Remarks.Where(r => r.ForgottenAt == null && r.AnsweredAt < before);

    private async Task ForgetRemarksAsync(Instant before, CancellationToken ct)
    {
        foreach (var past in await PastRemarks(before).ToListAsync(ct))
            past.Forget(clock.GetCurrentInstant());
        await db.SaveChangesAsync(ct);
    }
}
