using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Accounts.SigningIn;

/// <summary>The people who get mail at this address, or text messages at this number; mostly one, sometimes a couple.</summary>
public sealed class WhoHasContact(IPeople people)
{
    public async Task<IReadOnlyList<PersonCard>> AnswersToAsync(string contact, CancellationToken ct)
    {
        var known = await people.WithContactAsync(contact, ct);
        var ways = await people.ReachAsync(known.Select(person => person.Id), ct);
        return
        [
            .. known.Where(person => ways.TryGetValue(person.Id, out var way) && (way.MailAddress == contact || way.MobileNumber == contact)),
        ];
    }
}
