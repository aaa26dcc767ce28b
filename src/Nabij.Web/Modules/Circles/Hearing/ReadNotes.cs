using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Showing;
using NodaTime;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>Hands out the notes of a circle to who looks after it and to the desk; whoever they are about finds in their trail who read them.</summary>
public sealed class ReadNotes(NabijDb db, CircleInSight circles, CurrentPerson person, Trail trail, IClock clock)
{
    private const string What = "Circles.Trail.NotesRead";

    public async Task<IReadOnlyList<NoteLine>?> OfAsync(CircleId id, CancellationToken ct)
    {
        if (await circles.FindAsync(id, ct) is not { } view || !person.MaySeeNumbers(view.Circle))
            return null;
        var persons = view.Neighbours.Select(n => n.Person).ToList();
        var notes = await db.CircleNotes.AsNoTracking().Where(n => persons.Contains(n.Person)).OrderByDescending(n => n.On).ThenByDescending(n => n.Id).ToListAsync(ct);
        var (who, since) = (person.Id, clock.GetCurrentInstant() - Duration.FromHours(1));
        if (notes.Count > 0 && !await trail.Of(Subject.Of(id)).AnyAsync(e => e.Who == who && e.What == What && e.At > since, ct))
        {
            foreach (var about in notes.Select(n => n.Person).Distinct().Where(p => p != who))
                trail.Note(Subject.Of(id), about, What);
            await db.SaveChangesAsync(ct);
        }
        return [.. notes.Select(n => new NoteLine(n.On, view.Find(n.Person)!.Name, n.Kind))];
    }
}

public sealed record NoteLine(LocalDate On, string Name, NoteKind Kind);
