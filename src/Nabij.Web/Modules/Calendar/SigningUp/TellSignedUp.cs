using Nabij.Kernel;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>Tells who signed up what became of their date. Saved by the caller.</summary>
public sealed class TellSignedUp(SignUpNews news, OfferPlaces offer, IReach reach, IAskForHelp help, IClock clock)
{
    public async Task IsOffAsync(SignedUp one, CancellationToken ct)
    {
        if (one.SignUp.HoldsSeats)
            one.Date.Free(one.SignUp.Seats);
        var lift = one.SignUp.Lift;
        one.SignUp.CallOff();
        await reach.CancelAsync(Subject.Of(one.SignUp.Id), ct);
        await news.TellAsync("Calendar.DateOff", one.SignUp, one.Activity, one.Date, [], ct);
        await offer.HandleAsync(one.Activity, one.Date, ct);
        if (lift is { } request)
            await help.StopAsync(request, ct);
    }

    public async Task IsOnAgainAsync(SignedUp one, CancellationToken ct)
    {
        await reach.CancelAsync(Subject.Of(one.SignUp.Id), ct);
        await offer.OfferAgainAsync(one.SignUp, one.Activity, one.Date, ct);
    }

    public async Task IsMovedAsync(SignedUp one, CancellationToken ct)
    {
        one.SignUp.KnowsOf(one.Date.StartsAt);
        await reach.CancelAsync(Subject.Of(one.SignUp.Id), ct);
        await news.TellAsync("Calendar.OtherTime", one.SignUp, one.Activity, one.Date, SignUpAnswers.OfWhoComes, ct);
    }

    public async Task IsTomorrowAsync(SignedUp one, CancellationToken ct)
    {
        one.SignUp.Reminded(clock.GetCurrentInstant());
        await news.TellAsync("Calendar.Tomorrow", one.SignUp, one.Activity, one.Date, SignUpAnswers.OfWhoComes, ct, one.Date.StartsAt);
    }
}
