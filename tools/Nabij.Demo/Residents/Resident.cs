using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Demo.Residents;

/// <summary>Somebody of the story, as far as its teller must remember.</summary>
public sealed record Resident(PersonId Id, FullName Name, int Age, Address Home, Channel Channel)
{
    public override string ToString() => $"{Name.Given} {Name.Family}";
}
