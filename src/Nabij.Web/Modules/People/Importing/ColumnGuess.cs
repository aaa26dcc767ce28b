using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Importing;

/// <summary>What a column probably holds: by its name, else by what stands in it. A person has the last word.</summary>
public static class ColumnGuess
{
    private static readonly (ImportColumn Column, string[] Names)[] Known =
    [
        (ImportColumn.GivenName, ["voornaam", "roepnaam", "voornamen", "firstname", "givenname", "naamvoor"]),
        (ImportColumn.FamilyName, ["achternaam", "familienaam", "lastname", "surname", "familyname"]),
        (ImportColumn.FullName, ["naam", "volledigenaam", "name", "fullname", "vrijwilliger", "lid"]),
        (ImportColumn.BirthYear, ["geboortejaar", "geboortedatum", "geboren", "birthyear", "dateofbirth", "gebdatum"]),
        (ImportColumn.Address, ["adres", "straat", "address", "woonadres", "straatenhuisnummer"]),
        (ImportColumn.Phone, ["telefoon", "telefoonnummer", "tel", "mobiel", "mobielnummer", "phone", "mobile", "gsm", "06"]),
        (ImportColumn.Mail, ["email", "mail", "emailadres", "mailadres", "e-mail"]),
    ];

    public static IReadOnlyList<ImportColumn> Of(Sheet sheet)
    {
        var guessed = new List<ImportColumn>();
        for (var at = 0; at < sheet.Headers.Count; at++)
        {
            var guess = ByName(sheet.Headers[at]) ?? ByContent([.. sheet.Rows.Take(20).Select(r => r.Fields.ElementAtOrDefault(at) ?? "")]);
            guessed.Add(guess is { } column && !guessed.Contains(column) ? column : ImportColumn.None);
        }
        return guessed;
    }

    private static ImportColumn? ByName(string header)
    {
        var plain = string.Concat(header.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c)));
        return Known.Where(k => k.Names.Contains(plain, StringComparer.Ordinal)).Select(k => (ImportColumn?)k.Column).FirstOrDefault();
    }

    private static ImportColumn? ByContent(IReadOnlyList<string> values)
    {
        var filled = values.Where(v => v.Length > 0).ToList();
        if (filled.Count == 0)
            return null;
        if (filled.TrueForAll(v => MailAddress.Read(v) is not null))
            return ImportColumn.Mail;
        return filled.TrueForAll(v => PhoneNumber.Read(v) is not null) ? ImportColumn.Phone : null;
    }
}
