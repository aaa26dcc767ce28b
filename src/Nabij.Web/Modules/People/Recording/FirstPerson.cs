using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Recording;

/// <summary>Somebody who writes themselves down on the screen, and so agrees to it.</summary>
public sealed class FirstPerson(RecordPerson record) : IFirstPerson
{
    public async Task<(PersonId? Person, Refusal? Refused)> RecordAsync(
        string givenName,
        string familyName,
        string mailAddress,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(givenName) || givenName.Trim().Length > Person.MaxNameLength || familyName.Trim().Length > Person.MaxNameLength)
            return (null, new FirstPersonNeedsName());
        if (MailAddress.Read(mailAddress) is not { } mail)
            return (null, new FirstPersonNeedsMail());

        var ways = new WaysToReach(Channel.Mail, mail);
        var details = new PersonDetails(givenName.Trim(), familyName.Trim(), BirthYear: null, Home: null, "nl", ways);
        return await record.HandleAsync(details, ConsentWay.Screen, givenFor: null, ct);
    }
}

public sealed record FirstPersonNeedsName : Refusal;

public sealed record FirstPersonNeedsMail : Refusal;
