using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>Somebody does not come after all: their lift is called off, and whoever waits longest is offered the place.</summary>
public sealed class WithdrawSignUp(NabijDb db, OfferPlaces offer, IReach reach, IAskForHelp help, Trail trail)
{
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
        await offer.HandleAsync(activity, date, ct);
        if (lift is { } request)
            await help.StopAsync(request, ct);
        return null;
    }
}
