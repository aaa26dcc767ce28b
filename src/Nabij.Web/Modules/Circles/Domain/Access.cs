using Nabij.Kernel;
using Nabij.Kernel.Identity;

namespace Nabij.Modules.Circles.Domain;

/// <summary>Who may see and change what of a circle.</summary>
public static class Access
{
    /// <summary>The page of the circle: its members and the district supporter.</summary>
    public static bool MaySee(this CurrentPerson person, bool isMember) => isMember || person.MayKeep();

    /// <summary>All telephone numbers: who looks after the circle, and the district supporter.</summary>
    public static bool MaySeeNumbers(this CurrentPerson person, Circle circle) =>
        (person.IdOrNone is { } id && circle.IsLookedAfterBy(id)) || person.MayKeep();

    /// <summary>Name, area, members, contacts and neighbours of a circle.</summary>
    public static bool MayKeep(this CurrentPerson person) => person.Is(Role.DistrictSupporter);
}
