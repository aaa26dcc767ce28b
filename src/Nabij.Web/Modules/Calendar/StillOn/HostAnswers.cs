using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.StillOn;

/// <summary>What a host answers to 'Gaat dit nog door?', by link, text message or telephone.</summary>
public sealed class HostAnswers(NabijDb db, ConfirmActivity confirm, IFollowUps followUps, Trail trail, IClock clock) : IReceiveAnswers
{
    public const string GoesOn = nameof(GoesOn);
    public const string Stopped = nameof(Stopped);

    public static readonly IReadOnlyList<string> All = [GoesOn, Stopped];

    public string SubjectKind => "Activity";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        var id = new ActivityId(about.Id);
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } activity)
            return new NoSuchActivity();
        if (activity.CancelledAt is not null)
            return answer == Stopped ? null : new ActivityIsCancelled();
        if (answer == GoesOn)
            await confirm.ApplyAsync(activity, ConfirmedHow.ByLink, person, ct);
        else
            await StopAsync(activity, person, ct);
        return null;
    }

    private async Task StopAsync(Activity activity, PersonId person, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        activity.CancelAll(now);
        foreach (var date in await db.ActivityDates.Where(d => d.Activity == activity.Id && d.EndsAt > now && d.State != DateState.Cancelled).ToListAsync(ct))
            date.Cancel("", now);
        trail.Note(Subject.Of(activity.Id), null, "Calendar.Trail.AllCancelled", person);
        await followUps.CloseAsync(Subject.Of(activity.Id), ct);
    }
}
