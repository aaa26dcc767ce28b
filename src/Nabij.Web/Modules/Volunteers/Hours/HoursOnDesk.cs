using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Hours;

/// <summary>Hours that wait for somebody stand on the desk, once for each volunteer, until they are settled. Saved by the caller.</summary>
public sealed class HoursOnDesk(NabijDb db, IFollowUps followUps, VolunteerNews news, Changes changes)
{
    private const string Kind = "VolunteerHours";
    private static readonly Duration ToApprove = Duration.FromDays(14);

    public static Subject About(PersonId person) => new(Kind, person.Value);

    /// <param name="person">Whose hours.</param>
    /// <param name="states">How their open hours stand once this is saved.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task ReviewAsync(PersonId person, IReadOnlyCollection<HoursState> states, CancellationToken ct)
    {
        if (!states.Any(HoursEntry.OpenStates.Contains))
        {
            await followUps.CloseAsync(About(person), ct);
            return;
        }
        var mentor = await db.Volunteers.Where(v => v.Person == person).OrderByDescending(v => v.SignedUpAt).ThenBy(v => v.Id).Select(v => new { v.Mentor, v.MentorStandIn }).FirstOrDefaultAsync(ct);
        var reason = states.Contains(HoursState.Entered) ? "Volunteers.FollowUp.ApproveHours" : "Volunteers.FollowUp.HoursSentBack";
        await followUps.OpenOnceAsync(
            new(About(person), reason, await news.NameOfAsync(person, ct), "vrijwilligers/uren", changes.Now + ToApprove, mentor?.Mentor, mentor?.MentorStandIn),
            ct
        );
    }

    /// <summary>The same, where these were changed and the others are as the database has them.</summary>
    public async Task ReviewAsync(PersonId person, IReadOnlyList<HoursEntry> changed, CancellationToken ct)
    {
        var ids = changed.Select(h => h.Id).ToList();
        var others = await db.VolunteerHours.Where(h => h.Person == person && !EF.Parameter(ids).Contains(h.Id)).Select(h => h.State).Distinct().ToListAsync(ct);
        await ReviewAsync(person, [.. others, .. changed.Select(h => h.State)], ct);
    }
}
