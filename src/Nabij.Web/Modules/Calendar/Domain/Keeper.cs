using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>Who keeps activities true: the desk all of them, an editor those of the own organisations.</summary>
public sealed record Keeper(bool OfTheDesk, IReadOnlyList<OrganisationId> Organisations)
{
    public bool MayKeep(Activity activity) =>
        OfTheDesk || activity.Hosts.Any(h => h.Through is null && Organisations.Contains(h.Organisation));

    public bool MayHostFor(OrganisationId organisation) => OfTheDesk || Organisations.Contains(organisation);
}
