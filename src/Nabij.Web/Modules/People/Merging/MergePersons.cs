using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Forgetting;

namespace Nabij.Modules.People.Merging;

/// <summary>Two records turn out to be one person. Nothing that pointed at either is lost; it cannot be undone.</summary>
public sealed class MergePersons(
    NabijDb db,
    IEnumerable<IAnswerForPersons> answers,
    MoveReferences move,
    SensitiveText sensitive,
    Trail trail
)
{
    /// <summary>Both records; nobody goes when it is one and the same.</summary>
    public async Task<(Person? Stays, Person? Goes)> FindAsync(PersonId stays, PersonId goes, CancellationToken ct)
    {
        var both = await db.Persons.Known.Where(p => p.Id == stays || p.Id == goes).ToListAsync(ct);
        return (both.Find(p => p.Id == stays), both.Find(p => p.Id == goes && p.Id != stays));
    }

    /// <param name="stays">The record that stays.</param>
    /// <param name="goes">The record that goes.</param>
    /// <param name="fromOther">The fields that are kept as the record that goes has them.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Refusal?> HandleAsync(PersonId stays, PersonId goes, IReadOnlySet<PersonField> fromOther, CancellationToken ct)
    {
        if (stays == goes)
            return new SameRecord();
        if (await FindAsync(stays, goes, ct) is not ({ } one, { } other))
            return new NoSuchPerson();
        var details = MergedDetails.Of(one, other, fromOther);
        if (details.Ways.RefusalFor(details.Home) is { } refusal)
            return refusal;

        await using var all = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await MakeRoomAsync(goes, stays, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new PersonIsBusy();
        }
        await move.HandleAsync(goes, stays, ct);
        await BecomeOneAsync(stays, goes, details, ct);
        await all.CommitAsync(ct);
        return null;
    }

    private async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        foreach (var module in answers.Reverse())
        {
            await module.MakeRoomAsync(goes, stays, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task BecomeOneAsync(PersonId stays, PersonId goes, PersonDetails details, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var (one, other) = await FindAsync(stays, goes, ct);
        one!.Change(details, sensitive.Fingerprint);
        db.Remove(other!);
        trail.Note(Subject.Of(stays), stays, "Trail.PersonMerged");
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>A record cannot be joined with itself.</summary>
public sealed record SameRecord : Refusal;
