using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Courses;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using Nabij.Modules.Volunteers.Leaving;
using Nabij.Modules.Volunteers.Shifts;

namespace Nabij.Modules.Volunteers.Persons;

/// <summary>Somebody is forgotten: their shifts are open again, and what was written and told about them is blanked.</summary>
public sealed class ForgetVolunteer(NabijDb db, IReach reach, IFollowUps followUps, EndLending end, Changes changes)
{
    public async Task HandleAsync(PersonId person, CancellationToken ct)
    {
        await FreeShiftsAsync(person, ct);
        var theirs = await db.Volunteers.Where(v => v.Person == person).ToListAsync(ct);
        foreach (var volunteer in theirs.Where(v => v.IsOpen))
            await EndAsync(volunteer, ct);
        await WhatWasSaidOfAsync(theirs, ct);
        foreach (var volunteer in theirs)
            volunteer.Forget(changes.Now);
        foreach (var volunteer in await db.Volunteers.Where(v => v.Mentor == person || v.MentorStandIn == person).ToListAsync(ct))
            volunteer.LosesMentor(person);
    }

    /// <summary>Nothing is open about them any more. Saved by the caller.</summary>
    public async Task EndAsync(Volunteer volunteer, CancellationToken ct)
    {
        volunteer.Leave(changes.Now);
        await reach.CancelAsync(Subject.Of(volunteer.Id), ct);
        await changes.FollowAsync(volunteer, "", ct);
        foreach (var about in Beside(volunteer.Id))
            await followUps.CloseAsync(about, ct);
    }

    /// <summary>What was told about them, and what the desk wrote beside it.</summary>
    public async Task WhatWasSaidOfAsync(IReadOnlyCollection<Volunteer> volunteers, CancellationToken ct)
    {
        Guid[] ids = [.. volunteers.Select(v => v.Id.Value)];
        await reach.ForgetAsync(nameof(Volunteer), ids, ct);
        await followUps.ForgetAsync(nameof(Volunteer), ids, ct);
        foreach (var beside in Beside(default))
            await followUps.ForgetAsync(beside.Kind, ids, ct);
    }

    private static IEnumerable<Subject> Beside(VolunteerId volunteer) =>
        [WatchRefreshersJob.Vog(volunteer), WatchRefreshersJob.Again(volunteer), HandOverWork.About(volunteer)];

    private async Task FreeShiftsAsync(PersonId person, CancellationToken ct)
    {
        var lendings = await db.Lendings.Where(l => l.Person == person).Select(l => new { l.Id, l.Shift, l.State }).ToListAsync(ct);
        var open = lendings.Where(l => l.State is LendingState.Offered or LendingState.Lent).Select(l => l.Shift).ToList();
        foreach (var shift in await db.Shifts.Include(s => s.Lendings).Where(s => EF.Parameter(open).Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(ct))
            await end.ForgetAsync(shift, ct);
        await reach.ForgetAsync(nameof(Lending), [.. lendings.Select(l => l.Id.Value)], ct);
    }
}
