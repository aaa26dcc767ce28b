using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Showing;
using NodaTime;

namespace Nabij.Modules.Circles.Paper;

/// <summary>
/// Hands out the telephone numbers of a circle, and notes for each neighbour on the list who read it; once an hour at most. Saved by
/// the caller.
/// </summary>
public sealed class ReadNumbers(CircleInSight circles, CurrentPerson person, Trail trail, IClock clock)
{
    private const string What = "Circles.Trail.NumbersRead";

    public async Task<IReadOnlyDictionary<PersonId, string>> HandleAsync(CircleView view, CancellationToken ct)
    {
        var numbers = await circles.NumbersAsync(view.Neighbours, ct);
        var (subject, who, since) = (Subject.Of(view.Circle.Id), person.IdOrNone, clock.GetCurrentInstant() - Duration.FromHours(1));
        if (await trail.Of(subject).AnyAsync(e => e.Who == who && e.What == What && e.At > since, ct))
            return numbers;
        foreach (var neighbour in numbers.Keys.Where(n => n != who))
            trail.Note(subject, neighbour, What);
        return numbers;
    }
}
