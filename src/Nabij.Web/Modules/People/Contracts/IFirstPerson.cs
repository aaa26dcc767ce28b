using Nabij.Kernel;

namespace Nabij.Modules.People.Contracts;

/// <summary>Writes down the person with whom a community begins: nobody is there yet to do it for them.</summary>
public interface IFirstPerson
{
    /// <summary>The new person, reached by mail; or why not.</summary>
    Task<(PersonId? Person, Refusal? Refused)> RecordAsync(string givenName, string familyName, string mailAddress, CancellationToken ct);
}
