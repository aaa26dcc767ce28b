using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>A contact from whom nothing is heard: the reserve is asked to step in; without one, or when he cannot, the desk looks.</summary>
public sealed class SilentContacts(IReach reach, IFollowUps followUps, CurrentCommunity community, IClock clock)
{
    public const string StepIn = "StepIn";
    public const string NotMe = "NotMe";

    private static readonly Duration TimeToLook = Duration.FromDays(7);

    /// <summary>Saved by the caller.</summary>
    public async Task ReviewAsync(Circle circle, IReadOnlyCollection<CircleMember> silent, LocalDate today, CancellationToken ct)
    {
        if (!Silent(circle, silent, today).Any())
            await followUps.CloseAsync(Follow.SilentContact(circle.Id), ct);
        else if (circle.Reserve is not { } reserve)
            await DeskLooksAsync(circle, ct);
        else if (circle.AskReserve(today))
            reach.Tell(reserve, new(Follow.StepIn(circle.Id), "Circles.StepIn", Words(circle)) { Answers = [StepIn, NotMe] });
    }

    public Task DeskLooksAsync(Circle circle, CancellationToken ct) =>
        followUps.OpenOnceAsync(
            new(Follow.SilentContact(circle.Id), "Circles.FollowUp.ContactSilent", circle.Name, $"cirkels/{circle.Id.Value}/beheer", clock.GetCurrentInstant() + TimeToLook),
            ct
        );

    /// <summary>The contacts who are silent too long, the longest first.</summary>
    public static IEnumerable<PersonId> Silent(Circle circle, IEnumerable<CircleMember> members, LocalDate today) =>
        members
            .Where(m => circle.IsLookedAfterBy(m.Person) && m.DaysTooSilent(today) >= Silence.DaysUntilReserveIsAsked)
            .OrderBy(m => m.LastHeard)
            .Select(m => m.Person);

    private Dictionary<string, string> Words(Circle circle) =>
        new(StringComparer.Ordinal) { ["circle"] = circle.Name, ["community"] = community.Name, ["phone"] = community.Entered.PhoneNumber };
}

/// <summary>What the reserve answers, by whichever channel.</summary>
public sealed class AnswersOfReserve(NabijDb db, SilentContacts contacts, LookAfterCircle lookAfter, Trail trail, IClock clock) : IReceiveAnswers
{
    public string SubjectKind => Follow.StepInKind;

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        var (id, today) = (new CircleId(about.Id), clock.GetCurrentInstant().TodayAt());
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id && c.Reserve == person, ct) is not { } circle)
            return new AlreadySettledHere();
        if (answer != SilentContacts.StepIn)
            await contacts.DeskLooksAsync(circle, ct);
        else if (SilentContacts.Silent(circle, await db.CircleMembers.Of(id).ToListAsync(ct), today).Select(p => (PersonId?)p).FirstOrDefault() is { } silent)
            await StepInAsync(circle, silent, ct);
        return await db.TrySaveAsync(ct) ? null : new CircleChangedMeanwhile();
    }

    private async Task StepInAsync(Circle circle, PersonId silent, CancellationToken ct)
    {
        circle.StepsBack(silent);
        trail.Note(Subject.Of(circle.Id), silent, "Circles.Trail.SteppedIn");
        await lookAfter.ReviewAsync(circle, ct);
    }
}
