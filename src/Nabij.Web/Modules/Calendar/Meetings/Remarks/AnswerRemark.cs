using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Meetings.Data;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Calendar.Meetings.Remarks;

/// <summary>Says what was done with a remark; whoever gave it hears it in their own way.</summary>
public sealed class AnswerRemark(NabijDb db, ReadMeeting read, MeetingFollowUps followUps, IReach reach, Trail trail, CurrentPerson current, CurrentCommunity community)
{
    public async Task<Refusal?> HandleAsync(ActivityDateId date, RemarkId id, string answer, bool shown, CancellationToken ct)
    {
        if (await read.HandleAsync(date, ct) is not { } view || await db.Remarks.SingleOrDefaultAsync(r => r.Id == id && r.Date == date, ct) is not { } remark)
            return new NoSuchRemark();
        if (remark.IsAnswered(answer, shown, current.Id, view.Now) is { } refusal)
            return refusal;
        if (remark.From is { } from)
            reach.Tell(from, new(Subject.Of(id), $"Meetings.Answered.{remark.Kind}", Words(view, remark)));
        await followUps.ReviewAsync(view.Meeting, view.Activity, view.Date, remark, ct);
        trail.Note(Subject.Of(id), remark.From, "Meetings.Trail.Answered");
        return await db.TrySaveAsync(ct) ? null : new RemarkIsAnswered();
    }

    private Dictionary<string, string> Words(MeetingView view, Remark remark) =>
        new(StringComparer.Ordinal)
        {
            ["title"] = view.Activity.Title,
            ["said"] = remark.Words,
            ["answer"] = remark.Answer,
            ["community"] = community.Name,
            ["phone"] = community.Entered.PhoneNumber,
        };
}
