using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Volunteers.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.SigningUp;

/// <summary>Somebody wants to do something for the neighbourhood: they hear who calls them, and that stands on the desk.</summary>
public sealed class SignUpVolunteer(NabijDb db, Mentors mentors, VolunteerNews news, Changes changes)
{
    /// <param name="id">Made when the form was shown: sent twice, they are signed up once.</param>
    /// <param name="person">Who.</param>
    /// <param name="wish">What they would like.</param>
    /// <param name="via">By which way it came in.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<(VolunteerId? Volunteer, Refusal? Refused)> HandleAsync(
        VolunteerId id,
        PersonId person,
        VolunteerWish wish,
        VolunteerVia via,
        CancellationToken ct
    )
    {
        if (wish.InWords.Trim().Length > Volunteer.MaxWishLength)
            return (null, new VolunteerTextTooLong());
        if (await KnownAsync(id, person, ct) is { } known)
            return (known, null);

        var volunteer = new Volunteer(id, person, wish, via, changes.Now);
        var (mentor, standIn) = await mentors.NextAsync(ct);
        volunteer.TurnsTo(mentor, standIn);
        db.Add(volunteer);
        db.Publish(new SomebodyVolunteered(person, id.Value), changes.Now);
        await news.TellAsync(volunteer, "Volunteers.Welcome", ct);
        await changes.FollowAsync(volunteer, await news.NameOfAsync(person, ct), ct);
        return await changes.TrySaveAsync(ct) || await KnownAsync(id, person, ct) is not null ? (id, null) : (null, new VolunteerChangedMeanwhile());
    }

    /// <summary>Who is a volunteer already, does not become one twice.</summary>
    private Task<VolunteerId?> KnownAsync(VolunteerId id, PersonId person, CancellationToken ct) =>
        db.Volunteers.Where(v => v.Id == id || (v.Person == person && v.EndedAt == null)).OrderBy(v => v.Id).Select(v => (VolunteerId?)v.Id).FirstOrDefaultAsync(ct);
}
