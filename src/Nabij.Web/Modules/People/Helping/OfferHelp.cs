using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Modules.People.Helping;

/// <summary>Somebody says what they like to do for neighbours, and within which bounds.</summary>
public sealed class OfferHelp(NabijDb db, CurrentPerson current, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(PersonId person, HelpOffer offer, CancellationToken ct)
    {
        var helper = await HelperAsync(person, ct);
        if (helper.Offer(offer.Likes, offer.When, offer.AtMostPerMonth, offer.HasCar, offer.Languages) is { } refusal)
            return refusal;
        return await SaveAsync(person, "Trail.HelpOffered", ct);
    }

    public async Task<Refusal?> RestAsync(PersonId person, LocalDate until, CancellationToken ct)
    {
        var helper = await HelperAsync(person, ct);
        if (helper.Rest(until, clock.GetCurrentInstant().TodayAt()) is { } refusal)
            return refusal;
        return await SaveAsync(person, "Trail.HelperRests", ct);
    }

    public async Task StopRestingAsync(PersonId person, CancellationToken ct)
    {
        (await HelperAsync(person, ct)).StopResting();
        await SaveAsync(person, "Trail.HelperBack", ct);
    }

    /// <summary>Whoever is signed in saw the certificate today.</summary>
    public async Task SeeVogAsync(PersonId person, CancellationToken ct)
    {
        (await HelperAsync(person, ct)).VogSeen(current.Id, clock.GetCurrentInstant().TodayAt());
        await SaveAsync(person, "Trail.VogSeen", ct);
    }

    private async Task<Helper> HelperAsync(PersonId person, CancellationToken ct)
    {
        if (await db.Helpers.SingleOrDefaultAsync(h => h.Person == person, ct) is { } known)
            return known;
        var helper = new Helper(person);
        db.Add(helper);
        return helper;
    }

    private async Task<Refusal?> SaveAsync(PersonId person, string what, CancellationToken ct)
    {
        trail.Note(Subject.Of(person), person, what);
        await db.SaveChangesAsync(ct);
        return null;
    }
}

public sealed record HelpOffer(
    IReadOnlyCollection<HelpKind> Likes,
    DayParts When,
    int AtMostPerMonth,
    bool HasCar,
    IReadOnlyCollection<string> Languages
);
