using Nabij.Kernel;

namespace Nabij.Modules.People.Contracts;

/// <summary>Somebody writes themselves down on the screen, without an account: to come to something.</summary>
public interface INewPerson
{
    /// <summary>
    /// Who has this number or mail address and this given name, or else a new person who is reached by it: by mail, by text message or
    /// by telephone. Saved.
    /// </summary>
    Task<(PersonId? Person, Refusal? Refused)> FindOrRecordAsync(string givenName, string familyName, string phoneOrMail, CancellationToken ct);
}
