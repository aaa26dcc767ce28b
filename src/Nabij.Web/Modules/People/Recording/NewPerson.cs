using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Recording;

/// <summary>Somebody who writes themselves down on the screen, and so agrees to it.</summary>
public sealed class NewPerson(RecordPerson record, IPeople people) : INewPerson
{
    public async Task<(PersonId? Person, Refusal? Refused)> FindOrRecordAsync(
        string givenName,
        string familyName,
        string phoneOrMail,
        CancellationToken ct
    )
    {
        var (given, family) = (givenName.Trim(), familyName.Trim());
        if (given.Length is 0 or > Person.MaxNameLength || family.Length > Person.MaxNameLength)
            return (null, new FirstPersonNeedsName());
        if (WaysFrom(phoneOrMail) is not { } ways)
            return (null, new NewPersonNeedsContact());
        var known = await people.WithContactAsync(phoneOrMail, ct);
        if (known.FirstOrDefault(p => string.Equals(p.GivenName, given, StringComparison.OrdinalIgnoreCase)) is { } here)
            return (here.Id, null);
        return await record.HandleAsync(new(given, family, BirthYear: null, Home: null, "nl", ways), ConsentWay.Screen, givenFor: null, ct);
    }

    private static WaysToReach? WaysFrom(string typed) =>
        (MailAddress.Read(typed), PhoneNumber.Read(typed)) switch
        {
            ({ } mail, _) => new(Channel.Mail, mail),
            (_, { } mobile) when PhoneNumber.IsMobile(mobile) => new(Channel.TextMessage, Mobile: mobile),
            (_, { } phone) => new(Channel.Call, Phone: phone),
            _ => null,
        };
}

public sealed record NewPersonNeedsContact : Refusal;
