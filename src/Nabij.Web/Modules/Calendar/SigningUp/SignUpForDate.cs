using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>
/// Somebody comes to a date. The seats are a number on the date that two cannot both raise from the same value: of those who are too
/// late for the last one, each looks again and finds the waiting list.
/// </summary>
public sealed class SignUpForDate(NabijDb db, IAskForHelp help, AfterSignUp after, IClock clock)
{
    private const int MinutesOfALift = 30;

    public async Task<(SignUpState? State, Refusal? Refused)> HandleAsync(
        ActivityDateId id,
        PersonId person,
        Coming coming,
        bool wantsLift,
        CancellationToken ct
    )
    {
        if (coming.Question.Length > SignUp.MaxQuestionLength)
            return (null, new QuestionTooLong());
        while (true)
        {
            var date = await db.ActivityDates.SingleOrDefaultAsync(d => d.Id == id, ct);
            var activity = date is null ? null : await db.Activities.SingleAsync(a => a.Id == date.Activity, ct);
            if (activity is null || activity.MergedInto is not null)
                return (null, new NoSuchActivity());
            if (date!.RefusalOfSigningUp(activity.SignUp, clock.GetCurrentInstant()) is { } refusal)
                return (null, refusal);
            var signUp = await db.SignUps.SingleOrDefaultAsync(s => s.Date == id && s.Person == person, ct);
            if (signUp?.IsOpen == true)
                return (signUp.State, null); // pressed twice: they are on the list
            signUp ??= db.Add(new SignUp(id, person, clock.GetCurrentInstant())).Entity;
            if (await TrySaveAsync(activity, date!, signUp, coming, wantsLift, ct))
                return (signUp.State, null);
            db.ChangeTracker.Clear(); // somebody took a seat at the same moment: look again
        }
    }

    private async Task<bool> TrySaveAsync(Activity activity, ActivityDate date, SignUp signUp, Coming coming, bool wantsLift, CancellationToken ct)
    {
        var waits = !date.HasRoomFor(1 + coming.Companions, activity.SignUp);
        var lift = wantsLift && !waits ? HelpRequestId.New() : (HelpRequestId?)null;
        signUp.Comes(coming with { Lift = lift }, waits, date.StartsAt, clock.GetCurrentInstant());
        if (!waits)
            date.Take(signUp.Seats);
        await after.FollowAsync(signUp, activity, date, ct);
        db.Publish(new SomebodySignedUp(activity.Id, date.Id, signUp.Person), clock.GetCurrentInstant());
        if (lift is not { } request)
            return await db.TrySaveAsync(ct);
        var local = date.StartsAt.InZone(DutchTime.Zone);
        var title = await after.LiftTitleAsync(signUp, activity, ct);
        return await help.AskAsync(new(request, HelpKind.Transport, title, date.Day, local.TimeOfDay, MinutesOfALift, signUp.Person), ct);
    }
}
