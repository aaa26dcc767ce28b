using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>Offers places that came free to who waits longest and fits in, and keeps them for a day. Saved by the caller.</summary>
public sealed class OfferPlaces(NabijDb db, SignUpNews news, WaitingFollowUps followUps, IReach reach, IClock clock)
{
    /// <summary>How long a place is kept for who was offered it.</summary>
    public static readonly Duration TimeToTake = Duration.FromHours(24);

    public async Task HandleAsync(Activity activity, ActivityDate date, CancellationToken ct)
    {
        if (date.GoesOn && date.StartsAt > clock.GetCurrentInstant())
        {
            var waiting = await db
                .SignUps.Where(s => s.Date == date.Id && s.State == SignUpState.Waiting)
                .OrderBy(s => s.At)
                .ThenBy(s => s.Id)
                .ToListAsync(ct);
            foreach (var next in waiting.Where(w => w.State is SignUpState.Waiting && date.HasRoomFor(w.Seats, activity.SignUp)))
            {
                next.Offer(Keep(date));
                await TellAsync("Calendar.PlaceFree", next, activity, date, ct);
            }
        }
        await followUps.FollowAsync(activity, date, ct);
    }

    /// <summary>It was off and goes on after all: whoever was to come is asked whether they still do, as far as there is room.</summary>
    public async Task OfferAgainAsync(SignUp calledOff, Activity activity, ActivityDate date, CancellationToken ct)
    {
        if (date.HasRoomFor(calledOff.Seats, activity.SignUp))
        {
            calledOff.OfferAgain(Keep(date), date.StartsAt);
            await TellAsync("Calendar.OnAgain", calledOff, activity, date, ct);
        }
        else
        {
            calledOff.WaitAgain(date.StartsAt);
            await news.TellAsync("Calendar.OnWaitingList", calledOff, activity, date, SignUpAnswers.OfWhoComes, ct);
        }
        await followUps.FollowAsync(activity, date, ct);
    }

    public async Task TakeAsync(SignUp offered, CancellationToken ct)
    {
        offered.TakePlace();
        var date = await db.ActivityDates.SingleAsync(d => d.Id == offered.Date, ct);
        await followUps.FollowAsync(await db.Activities.SingleAsync(a => a.Id == date.Activity, ct), date, ct);
    }

    private Instant Keep(ActivityDate date) => Instant.Min(clock.GetCurrentInstant() + TimeToTake, date.StartsAt);

    private async Task TellAsync(string reason, SignUp offered, Activity activity, ActivityDate date, CancellationToken ct)
    {
        date.Take(offered.Seats);
        await reach.CancelAsync(Subject.Of(offered.Id), ct);
        await news.TellAsync(reason, offered, activity, date, SignUpAnswers.ToAnOffer, ct, offered.OfferedUntil);
    }
}
