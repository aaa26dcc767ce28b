using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Roles;

namespace Nabij.Modules.People.Forgetting;

/// <summary>
/// Forgets who somebody was. What is open of them ends, their words and name are gone, and all that is counted stays
/// counted. It cannot be undone; that it was done, by whom and when, is on the trail.
/// </summary>
public sealed class ForgetPerson(NabijDb db, IEnumerable<IAnswerForPersons> answers, BlackenWords blacken, Trail trail)
{
    /// <summary>Why this person cannot be forgotten now, or null. The page asks too.</summary>
    public async Task<Refusal?> RefusalForAsync(PersonId person, CancellationToken ct)
    {
        if (!await db.Persons.AnyAsync(p => p.Id == person && p.ForgottenAt == null, ct))
            return new NoSuchPerson();
        var running = await db
            .RoleAssignments.Current.Where(a => a.Role == Role.DistrictSupporter)
            .Select(a => a.Person)
            .Distinct()
            .ToListAsync(ct);
        return running is [var last] && last == person ? new LastDistrictSupporter() : null;
    }

    public async Task<Refusal?> HandleAsync(PersonId id, CancellationToken ct)
    {
        if (await RefusalForAsync(id, ct) is { } refusal)
            return refusal;
        await using var all = await db.Database.BeginTransactionAsync(ct);
        var person = await db.Persons.SingleAsync(p => p.Id == id, ct);
        var traces = Traces.Of(person, await HasNamesakeAsync(person, ct));
        try
        {
            await ForgetAsync(id, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new PersonIsBusy();
        }
        await blacken.HandleAsync(traces, ct);
        await all.CommitAsync(ct);
        await OverwriteWhatIsDeleted.EmptyLogAsync(db.Database, ct);
        return null;
    }

    /// <summary>From the module that knows most to the one that keeps the record itself.</summary>
    private async Task ForgetAsync(PersonId id, CancellationToken ct)
    {
        foreach (var module in answers.Reverse())
        {
            await module.ForgetAsync(id, ct);
            await db.SaveChangesAsync(ct);
        }
        trail.Note(Subject.Of(id), id, "Trail.PersonForgotten");
        await db.SaveChangesAsync(ct);
    }

    private Task<bool> HasNamesakeAsync(Person person, CancellationToken ct) =>
        db.Persons.AnyAsync(p => p.Id != person.Id && p.GivenName == person.GivenName && p.FamilyName == person.FamilyName, ct);
}

/// <summary>Somebody changed something of theirs at this very moment.</summary>
public sealed record PersonIsBusy : Refusal;
