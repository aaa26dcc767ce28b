using Nabij.Demo.Residents;
using Nabij.Demo.Towns;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using NodaTime;

namespace Nabij.Demo.Telling;

/// <summary>What the teller of a story knows of a place and its people.</summary>
/// <param name="Town">Which place.</param>
/// <param name="Stage">Where the story is told.</param>
/// <param name="Random">What comes about by chance; the same each time.</param>
/// <param name="Cast">Who have a name in the story.</param>
/// <param name="Residents">Everybody who lives there, door by door, the cast too.</param>
public sealed record Neighbourhood(
    Town Town,
    Stage Stage,
    Random Random,
    IReadOnlyDictionary<string, Resident> Cast,
    IReadOnlyList<Resident> Residents
)
{
    public Actor AtTheDesk(string key) =>
        new(Cast[key].Id, Cast[key].Name.Given, new HeldRole(Role.DistrictSupporter, null));

    public PersonId Id(string key) => Cast[key].Id;
}
