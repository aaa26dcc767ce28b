using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Keeping;

internal static class Keepers
{
    extension(CurrentPerson person)
    {
        public Keeper AsKeeper() => new(person.Is(Role.DistrictSupporter), [.. person.ScopesOf(Role.Editor).Select(Kernel.OrganisationId.From)]);
    }
}
