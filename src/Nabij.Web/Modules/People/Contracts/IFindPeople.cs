using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.People.Contracts;

/// <summary>
/// One box finds people by what is known of them on the telephone: a name as it sounds, a number in any notation, a mail
/// address, or where they live. For the desk.
/// </summary>
public interface IFindPeople
{
    Task<IReadOnlyList<FoundPerson>> FindAsync(string typed, int limit, CancellationToken ct);
}

/// <summary>Somebody who was found, with what tells them from a namesake.</summary>
public sealed record FoundPerson(PersonCard Person, int? BirthYear, Address? Address);
