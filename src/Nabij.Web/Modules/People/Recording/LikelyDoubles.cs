using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Recording;

/// <summary>Finds, in one query, who a newcomer may be: by number, by name as it sounds, and by front door.</summary>
public sealed class LikelyDoubles(NabijDb db, SensitiveText sensitive)
{
    private const int Compared = 60;

    public async Task<IReadOnlyList<LikelyDouble>> OfAsync(PersonId newcomer, PersonDetails details, CancellationToken ct)
    {
        var prints = new[] { details.Ways.Mail, details.Ways.Mobile, details.Ways.Phone }
            .OfType<string>()
            .Select(sensitive.Fingerprint)
            .ToHashSet(StringComparer.Ordinal);
        var likeness = new Likeness(details.GivenName, details.FamilyName, details.BirthYear, details.Home, prints);
        var found = await Compare(details, [.. prints]).ToListAsync(ct);
        return
        [
            .. found
                .Select(known => new LikelyDouble(
                    known.Id,
                    $"{known.GivenName} {known.FamilyName}",
                    known.BirthYear,
                    known.Home,
                    Resemblances.Of(likeness, known.Likeness)
                ))
                .Where(likely => likely.Why is not Resemblance.None),
        ];
    }

    private IQueryable<Known> Compare(PersonDetails details, string[] prints)
    {
        var (home, names) = (details.Home, db.Set<PersonName>());
        var (given, family) = (NameSound.WordsOf(details.GivenName), NameSound.WordsOf(details.FamilyName));
        var namesakes = names
            .Where(n => given.Contains(n.Word) && names.Any(f => f.Person == n.Person && family.Contains(f.Word)))
            .Select(n => n.Person);
        return db
            .Persons.Where(p =>
                namesakes.Contains(p.Id)
                || (home != null && p.Home == home)
                || prints.Contains(p.MailFingerprint)
                || prints.Contains(p.MobileFingerprint)
                || prints.Contains(p.PhoneFingerprint)
            )
            .OrderBy(p => p.Id)
            .Take(Compared)
            .Select(p => new Known(
                p.Id, p.GivenName, p.FamilyName, p.BirthYear, p.Home, p.MailFingerprint, p.MobileFingerprint, p.PhoneFingerprint));
    }

    private sealed record Known(
        PersonId Id,
        string GivenName,
        string FamilyName,
        int? BirthYear,
        AddressId? Home,
        string? Mail,
        string? Mobile,
        string? Phone
    )
    {
        public Likeness Likeness =>
            new(
                GivenName,
                FamilyName,
                BirthYear,
                Home,
                new[] { Mail, Mobile, Phone }.OfType<string>().ToHashSet(StringComparer.Ordinal)
            );
    }
}

/// <summary>Somebody who is here already and may be the one that is being written down.</summary>
public sealed record LikelyDouble(PersonId Id, string FullName, int? BirthYear, AddressId? Home, Resemblance Why);
