using Nabij.Demo.Cast;
using Nabij.Demo.Residents;
using Nabij.Demo.Towns;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Demo.Telling;

/// <summary>What the teller of a story knows of a place and its people.</summary>
/// <param name="Town">Which place.</param>
/// <param name="Script">Who they are and do.</param>
/// <param name="Stage">Where the story is told.</param>
/// <param name="Random">What comes about by chance; the same each time.</param>
/// <param name="Cast">Who have a name in the story.</param>
/// <param name="Residents">Everybody who lives there, door by door, the cast too.</param>
/// <param name="Doors">The streets of the platform, in the order of a walk past all of them.</param>
public sealed record Neighbourhood(
    Town Town,
    CastOfTown Script,
    Stage Stage,
    Random Random,
    IReadOnlyDictionary<string, Resident> Cast,
    IReadOnlyList<Resident> Residents,
    IReadOnlyList<Address> Doors
)
{
    /// <summary>The first of the story with this role.</summary>
    public Actor First(Role role)
    {
        var key = Script.Members.First(m => m.Role == role).Key;
        return new(Id(key), Cast[key].Name.Given, new HeldRole(role, null));
    }

    public PersonId Id(string key) => Cast[key].Id;
}
