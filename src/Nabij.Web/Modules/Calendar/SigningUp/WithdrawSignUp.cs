using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>Somebody does not come after all: their lift is called off, and whoever waits longest is offered the place.</summary>
public sealed class WithdrawSignUp(NabijDb db, SignUpNews news, IReach reach, IAskForHelp help, Trail trail, IClock clock)
{
    /// <summary>How long a place that came free is kept for who was offered it.</summary>
    public static readonly Duration TimeToTake = Duration.FromHours(24);

    public async Task<Refusal?> HandleAsync(ActivityDateId date, PersonId person, CancellationToken ct)
    {
        if (await db.SignUps.Open.SingleOrDefaultAsync(s => s.Date == date && s.Person == person, ct) is not { } signUp)
            return new NotSignedUp();
        await ApplyAsync(signUp, ct);
        return await db.TrySaveAsync(ct) ? null : new ChangedMeanwhile();
    }

    /// <summary>Saved by the caller, unless a lift was called off with it: that is saved together.</summary>
    public async Task<Refusal?> ApplyAsync(SignUp signUp, CancellationToken ct)
    {
        var date = await db.ActivityDates.SingleAsync(d => d.Id == signUp.Date, ct);
        var activity = await db.Activities.SingleAsync(a => a.Id == date.Activity, ct);
        var lift = signUp.Lift;
        if (signUp.HoldsSeats)
            date.Free(signUp.Seats);
        signUp.Withdraw();
        trail.Note(Subject.Of(signUp.Id), signUp.Person, "Calendar.Trail.Withdrew", signUp.Person);
        await reach.CancelAsync(Subject.Of(signUp.Id), ct);
        await OfferAsync(activity, date, ct);
        if (lift is { } request)
            await help.StopAsync(request, ct);
        return null;
    }

    /// <summary>Offers what came free to who waits longest and fits in.</summary>
    private async Task OfferAsync(Activity activity, ActivityDate date, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (!date.GoesOn || date.StartsAt <= now)
            return;
        var waiting = await db
            .SignUps.Where(s => s.Date == date.Id && s.State == SignUpState.Waiting)
            .OrderBy(s => s.At)
            .ThenBy(s => s.Id)
            .ToListAsync(ct);
        foreach (var next in waiting.Where(w => date.HasRoomFor(w.Seats, activity.SignUp)))
        {
            date.Take(next.Seats);
            next.Offer(Instant.Min(now + TimeToTake, date.StartsAt));
            await reach.CancelAsync(Subject.Of(next.Id), ct);
            await news.TellAsync("Calendar.PlaceFree", next, activity, date, SignUpAnswers.ToAnOffer, ct, next.OfferedUntil);
        }
    }
}
