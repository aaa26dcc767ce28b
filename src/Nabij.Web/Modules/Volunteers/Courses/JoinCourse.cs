using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Courses;

/// <summary>A volunteer comes to a course, or not after all: said by themselves, or by who looks after them.</summary>
public sealed class JoinCourse(NabijDb db, VolunteersInSight inSight, CourseNews news, Changes changes, CurrentPerson current)
{
    public async Task<Refusal?> HandleAsync(CourseId id, PersonId person, CancellationToken ct)
    {
        if (await FindAsync(id, person, ct) is not { } course)
            return new NoSuchCourse();
        if (course.Has(person))
            return null;
        if (course.Join(person) is { } refusal)
            return refusal;
        changes.Note(id, person, "Volunteers.Trail.CourseJoined");
        await news.TellAsync(course, person, "Volunteers.CourseJoined", ct);
        return await changes.TrySaveAsync(ct) ? null : new CourseIsPast();
    }

    public async Task<Refusal?> CancelAsync(CourseId id, PersonId person, CancellationToken ct)
    {
        if (await FindAsync(id, person, ct) is not { } course)
            return new NoSuchCourse();
        if (course.Cancel(person) is { } refusal)
            return refusal;
        changes.Note(id, person, "Volunteers.Trail.CourseCancelled");
        return await changes.TrySaveAsync(ct) ? null : new CourseIsPast();
    }

    private async Task<Course?> FindAsync(CourseId id, PersonId person, CancellationToken ct)
    {
        var who = current.IdOrNone == person ? db.Volunteers : inSight.Kept;
        return await who.Active.AnyAsync(v => v.Person == person, ct) ? await db.Courses.SingleOrDefaultAsync(c => c.Id == id, ct) : null;
    }
}
