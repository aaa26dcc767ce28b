using Nabij.Kernel;

namespace Nabij.Modules.People.Contracts;

/// <summary>Writes down a neighbour who told another neighbour that they want to belong; they said yes to it aloud.</summary>
public interface IRecordNeighbour
{
    /// <summary>
    /// The neighbour, who is called, or visited when there is no number. Who has this number and name is known already, and is
    /// not written down twice. Saved by the caller.
    /// </summary>
    Task<(PersonId? Person, Refusal? Refused)> RecordAsync(NewNeighbour neighbour, CancellationToken ct);
}

/// <param name="GivenName">As neighbours call them.</param>
/// <param name="FamilyName">May be empty.</param>
/// <param name="Home">Behind which front door.</param>
/// <param name="Number">As <see cref="PhoneNumber"/> keeps it; null is none.</param>
public sealed record NewNeighbour(string GivenName, string FamilyName, AddressId Home, string? Number);
