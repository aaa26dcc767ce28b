using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Meeting;

/// <summary>The first meeting: planned, told, and noted what came of it. Later: asked how it goes, and who to turn to.</summary>
public sealed class MeetVolunteer(VolunteersInSight inSight, VolunteerNews news, IReach reach, Changes changes, CurrentPerson current)
{
    public async Task<Refusal?> PlanAsync(VolunteerId id, Instant at, string where, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        if (volunteer.PlanMeeting(at, where, changes.Now) is { } refusal)
            return refusal;
        await reach.CancelAsync(Subject.Of(id), ct);
        await news.TellAsync(volunteer, "Volunteers.Meeting", ct);
        return await SaveAsync(volunteer, ct);
    }

    public async Task<Refusal?> StartAsync(VolunteerId id, AgreedAtMeeting agreed, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } volunteer || !inSight.MayPlaceAt(agreed.Organisation))
            return new NoSuchVolunteer();
        return volunteer.Start(agreed, changes.Now) ?? await SaveAsync(volunteer, ct);
    }

    public async Task<Refusal?> NotNowAsync(VolunteerId id, string note, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        if (volunteer.NotNow(note, changes.Now) is { } refusal)
            return refusal;
        await reach.CancelAsync(Subject.Of(id), ct);
        return await SaveAsync(volunteer, ct);
    }

    public async Task<Refusal?> TalkedAsync(VolunteerId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        if (volunteer.Talked(changes.Today) is { } refusal)
            return refusal;
        changes.Note(id, volunteer.Person, "VolunteerChange.Talked");
        return await SaveAsync(volunteer, ct);
    }

    /// <summary>Whoever is signed in is the person to turn to from now on; who was so before stands in.</summary>
    public async Task<Refusal?> LookAfterAsync(VolunteerId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { IsOpen: true } volunteer)
            return new NoSuchVolunteer();
        volunteer.TurnsTo(current.Id, volunteer.Mentor == current.Id ? volunteer.MentorStandIn : volunteer.Mentor ?? volunteer.MentorStandIn);
        changes.Note(id, volunteer.Person, "VolunteerChange.OtherMentor");
        return await SaveAsync(volunteer, ct);
    }

    private Task<Volunteer?> FindAsync(VolunteerId id, CancellationToken ct) => inSight.Kept.SingleOrDefaultAsync(v => v.Id == id, ct);

    private async Task<Refusal?> SaveAsync(Volunteer volunteer, CancellationToken ct)
    {
        await changes.FollowAsync(volunteer, await news.NameOfAsync(volunteer.Person, ct), ct);
        return await changes.TrySaveAsync(ct) ? null : new VolunteerChangedMeanwhile();
    }
}
