using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Leaving;

/// <summary>What somebody still does for others: each of it goes on with somebody else, or is told.</summary>
public sealed record StillDone(IReadOnlyList<HelpCard> Promised, IReadOnlyList<CircleCard> ContactOf, IReadOnlyList<Shift> Shifts, IReadOnlyList<Course> Courses)
{
    public bool IsNothing => Promised.Count + ContactOf.Count + Shifts.Count + Courses.Count == 0;

    /// <summary>What does not go by itself: people are to be spoken with.</summary>
    public bool NeedsHandingOver => Promised.Count + ContactOf.Count > 0;
}

public sealed class ReadStillDone(NabijDb db, IHelpRequests help, ICircles circles)
{
    public async Task<StillDone> OfAsync(PersonId person, CancellationToken ct)
    {
        var lendings = db.Lendings.Open.Where(l => l.Person == person).Select(l => l.Shift);
        return new(
            await help.PromisedByAsync(person, ct),
            await ContactOfAsync(person, ct),
            await db.Shifts.Include(s => s.Lendings).Where(s => lendings.Contains(s.Id)).OrderBy(s => s.First).ThenBy(s => s.Id).ToListAsync(ct),
            await db.Courses.Where(c => c.State == CourseState.Planned && c.Places.Any(p => p.Person == person)).OrderBy(c => c.Day).ThenBy(c => c.Id).ToListAsync(ct)
        );
    }

    private async Task<IReadOnlyList<CircleCard>> ContactOfAsync(PersonId person, CancellationToken ct) =>
        await circles.Of(person).Cast<CircleId?>().SingleOrDefaultAsync(ct) is { } id
        && await circles.FindAsync(id, ct) is { } circle
        && (circle.FirstContact == person || circle.SecondContact == person || circle.Reserve == person)
            ? [circle]
            : [];
}
