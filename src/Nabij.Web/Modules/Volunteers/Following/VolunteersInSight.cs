using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Following;

/// <summary>Whose volunteers somebody looks after: the desk everybody, who keeps the page of an organisation its members.</summary>
public sealed class VolunteersInSight(NabijDb db, CurrentPerson current)
{
    public bool IsDesk => current.Is(Role.DistrictSupporter);

    /// <summary>The organisations whose page they keep.</summary>
    public IReadOnlyList<OrganisationId?> Organisations => [.. current.ScopesOf(Role.Editor).Select(s => (OrganisationId?)new OrganisationId(s))];

    public IQueryable<Volunteer> Kept => db.Volunteers.OfOrganisations(IsDesk ? null : Organisations);

    /// <summary>The same, and oneself.</summary>
    public IQueryable<Volunteer> OwnOrKept
    {
        get
        {
            var (me, all, own) = (current.IdOrNone, IsDesk, Organisations);
            return db.Volunteers.Where(v => all || v.Person == me || own.Contains(v.Organisation));
        }
    }

    public IQueryable<HoursEntry> KeptHours => db.VolunteerHours.OfOrganisations(IsDesk ? null : Organisations);

    /// <summary>Whether they may make somebody a member of this one; null is the neighbourhood itself.</summary>
    public bool MayPlaceAt(OrganisationId? organisation) => IsDesk || organisation is { } id && Organisations.Contains(id);
}
