using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Courses;

/// <summary>The desk plans a course or intervisie, calls it off, or ticks who came on the sheet.</summary>
public sealed class KeepCourse(NabijDb db, IFollowUps followUps, CourseNews news, VolunteersInSight inSight, Changes changes)
{
    private static readonly LocalTime Morning = new(9, 0);

    public async Task<Refusal?> PlanAsync(CourseId id, CoursePlan plan, CancellationToken ct)
    {
        if (!inSight.IsDesk)
            return new NoSuchCourse();
        if (plan.RefusalOn(changes.Today) is { } refusal)
            return refusal;
        if (await db.Courses.AnyAsync(c => c.Id == id, ct))
            return null;
        var course = new Course(id, plan);
        db.Add(course);
        changes.Note(id, null, "Volunteers.Trail.CoursePlanned");
        var dayAfter = course.Day.PlusDays(1).InstantAt(Morning);
        await followUps.OpenAsync(new(Subject.Of(id), "Volunteers.FollowUp.TickCourse", course.Title, PathOf(id), dayAfter), ct);
        return await changes.TrySaveAsync(ct) ? null : new CourseIsPast();
    }

    public async Task<Refusal?> TickAsync(CourseId id, IReadOnlySet<PersonId> came, CancellationToken ct)
    {
        if (!inSight.IsDesk || await db.Courses.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } course)
            return new NoSuchCourse();
        if (course.Tick(came, changes.Today) is { } refusal)
            return refusal;
        return await EndAsync(course, "Volunteers.Trail.CourseTicked", ct);
    }

    public async Task<Refusal?> CallOffAsync(CourseId id, CancellationToken ct)
    {
        if (!inSight.IsDesk || await db.Courses.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } course)
            return new NoSuchCourse();
        if (course.CallOff() is { } refusal)
            return refusal;
        await news.TellAllAsync(course, "Volunteers.CourseOff", ct);
        return await EndAsync(course, "Volunteers.Trail.CourseOff", ct);
    }

    public static string PathOf(CourseId id) => $"vrijwilligers/cursussen/{id.Value}";

    private async Task<Refusal?> EndAsync(Course course, string what, CancellationToken ct)
    {
        changes.Note(course.Id, null, what);
        await followUps.CloseAsync(Subject.Of(course.Id), ct);
        return await changes.TrySaveAsync(ct) ? null : new CourseIsPast();
    }
}
