using System.Globalization;
using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.People.Changing;

/// <summary>What is typed about a person, as it was typed.</summary>
public class PersonForm
{
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? BirthYear { get; set; }

    /// <summary>The address in words; <see cref="Home"/> is the front door that was chosen for them.</summary>
    public string? Address { get; set; }
    public string? Home { get; set; }
    public string? Mobile { get; set; }
    public string? Phone { get; set; }
    public string? Mail { get; set; }
    public string? Preferred { get; set; }
    public string? Language { get; set; }

    public static PersonForm Of(Person person, Address? home) =>
        new()
        {
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            BirthYear = person.BirthYear?.ToString(CultureInfo.InvariantCulture),
            Address = home?.InFull,
            Home = home?.Id.Value.ToString(),
            Mobile = person.MobileNumber is { } mobile ? PhoneNumber.Written(mobile) : null,
            Phone = person.PhoneNumber is { } phone ? PhoneNumber.Written(phone) : null,
            Mail = person.MailAddress,
            Preferred = person.Preferred.ToString(),
            Language = person.Language,
        };

    /// <summary>Somebody of whom one thing was typed in the search box: a number, an address, or else a name.</summary>
    public static PersonForm From(string typed)
    {
        if (PhoneNumber.Read(typed) is { } number)
            return PhoneNumber.IsMobile(number) ? new() { Mobile = typed } : new() { Phone = typed };
        if (MailAddress.Read(typed) is { } mail)
            return new() { Mail = mail };
        if (typed.Any(char.IsAsciiDigit))
            return new() { Address = typed };
        return typed.Trim().Split(' ', 2) is [var given, var family]
            ? new() { GivenName = given, FamilyName = family }
            : new() { GivenName = typed };
    }
}
