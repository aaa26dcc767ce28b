using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Data;
using NodaTime;

namespace Nabij.Modules.People.Roles;

/// <summary>Gives a person a role in the whole community, with a stand-in for when they are away.</summary>
public sealed class GiveRole(NabijDb db, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(PersonId person, Role role, PersonId? standIn, CancellationToken ct)
    {
        if (person == standIn)
            return new OwnStandIn();
        var (known, persons) = (db.RoleAssignments.Current, db.Persons);
        if (await persons.CountAsync(p => p.Id == person || p.Id == standIn, ct) < (standIn is null ? 1 : 2))
            return new NoSuchPerson();
        if (await known.AnyAsync(a => a.Person == person && a.Role == role && a.Scope == null, ct))
            return new AlreadyHasRole();

        db.Add(new RoleAssignment(person, role, scope: null, clock.GetCurrentInstant()) { StandIn = standIn });
        trail.Note(Subject.Of(person), person, "Trail.RoleGiven");
        await db.SaveChangesAsync(ct);
        return null;
    }
}

public sealed record OwnStandIn : Refusal;

public sealed record AlreadyHasRole : Refusal;
