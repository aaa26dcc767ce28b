using Nabij.Demo.Telling;
using Nabij.Kernel.Identity;
using NodaTime;

namespace Nabij.Demo.Cast;

/// <summary>Who does what for the whole neighbourhood, with their stand-ins. Connectors get their circle when it is drawn.</summary>
public static class RolesOfTheCast
{
    public static IEnumerable<RoleAssignment> Of(CastOfTown cast, Neighbourhood place, Instant since) =>
        cast.Members.Where(m => m.Role is not (null or Role.Connector))
            .Select(m => new RoleAssignment(place.Id(m.Key), m.Role!.Value, scope: null, since)
            {
                StandIn = m.StandIn is { } standIn ? place.Id(standIn) : null,
            });
}
