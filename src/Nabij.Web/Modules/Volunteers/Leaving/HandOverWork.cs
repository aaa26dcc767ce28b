using Nabij.Kernel;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Courses;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using Nabij.Modules.Volunteers.Shifts;
using NodaTime;

namespace Nabij.Modules.Volunteers.Leaving;

/// <summary>What somebody still did goes on without them. Saved by the caller.</summary>
public sealed class HandOverWork(EndLending end, IFollowUps followUps, IPeople people, Changes changes)
{
    private static readonly Duration ToHandOver = Duration.FromDays(7);

    public static Subject About(VolunteerId volunteer) => new("VolunteerHandOver", volunteer.Value);

    public async Task HandleAsync(Volunteer volunteer, StillDone still, CancellationToken ct)
    {
        foreach (var shift in still.Shifts)
            await end.FreeAsync(shift, (s, now) => s.DropOut(now), volunteer.Person, ct);
        foreach (var course in still.Courses)
            course.Cancel(volunteer.Person);
        foreach (var kind in Enum.GetValues<HelpKind>())
            await people.StopAskingAsync(volunteer.Person, kind, ct);
        await followUps.CloseAsync(WatchRefreshersJob.Vog(volunteer.Id), ct);
        await followUps.CloseAsync(WatchRefreshersJob.Again(volunteer.Id), ct);
        if (!still.NeedsHandingOver)
            return;
        var name = (await people.FindAsync(volunteer.Person, ct))?.FullName ?? "";
        await followUps.OpenAsync(
            new(About(volunteer.Id), "Volunteers.FollowUp.HandOver", name, $"{Changes.PathOf(volunteer.Id)}/stoppen", changes.Now + ToHandOver, volunteer.Mentor, volunteer.MentorStandIn),
            ct
        );
    }
}
