using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Importing;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Keeping;

/// <summary>An activity vanished from its calendar, and somebody asked: it goes on all the same, or it does not.</summary>
public sealed class AnswerGone(NabijDb db, FollowDates dates, FeedFollowUps followUps, AnswerNote note)
{
    public async Task<Refusal?> HandleAsync(FeedId id, ActivityId activityId, GoneAnswer answer, CancellationToken ct)
    {
        var feed = await db.Feeds.SingleOrDefaultAsync(f => f.Id == id, ct);
        var entries = await db.FeedEntries.Where(e => e.Feed == id && e.GoneSince != null && e.Answer == null).ToListAsync(ct);
        if (feed is null || entries.Find(e => e.Activity == activityId) is not { } entry)
            return new NoSuchActivity();
        var activity = await db.Activities.SingleAsync(a => a.Id == activityId, ct);
        entry.Answered(answer);
        note.Answered(activity, answer);
        if (answer is GoneAnswer.IsOff)
            await dates.HandleAsync([activity], ct);
        feed.HasToAsk(entries.Count(e => e.IsToAsk), note.Now);
        await followUps.KeepAsync(feed, null, ct);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }
}

/// <summary>Writes down who answered, when and what.</summary>
public sealed class AnswerNote(CurrentPerson person, Trail trail, IClock clock)
{
    public Instant Now => clock.GetCurrentInstant();

    public void Answered(Activity activity, GoneAnswer answer)
    {
        trail.Note(Subject.Of(activity.Id), null, $"Calendar.Feed.Trail.Gone.{answer}");
        if (answer is GoneAnswer.IsOff)
            activity.CancelAll(Now);
        else
            activity.Confirm(ConfirmedHow.ByPhone, person.IdOrNone, Now);
    }
}
