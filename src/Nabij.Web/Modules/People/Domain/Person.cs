using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.People.Domain;

/// <summary>Somebody in the community, written down because they said yes to it. Most have no account.</summary>
public sealed class Person
{
    public const int MaxNameLength = 80;
    public const int EarliestBirthYear = 1900;

    private readonly List<PersonName> names = [];

    public Person(string givenName, string familyName, Consent consent)
    {
        Consent = consent;
        Rename(givenName, familyName);
    }

    private Person() => Consent = null!; // for the database, which fills it

    /// <summary>What stands in place of the name of somebody who was forgotten.</summary>
    public const string Somebody = "Iemand";

    public PersonId Id { get; init; } = PersonId.New();
    public string GivenName { get; private set; } = "";
    public string FamilyName { get; private set; } = "";
    public int? BirthYear { get; private set; }
    public AddressId? Home { get; set; }

    /// <summary>Of what we send: 'nl', 'en'.</summary>
    public string Language { get; private set; } = "nl";
    public Consent Consent { get; private set; }

    public Channel Preferred { get; private set; } = Channel.Call;
    public string? MailAddress { get; private set; }
    public string? MobileNumber { get; private set; }
    public string? PhoneNumber { get; private set; }
    public string? MailFingerprint { get; private set; }
    public string? MobileFingerprint { get; private set; }
    public string? PhoneFingerprint { get; private set; }

    /// <summary>First and last day on which a stand-in does their work for the neighbourhood.</summary>
    public LocalDate? AwayFrom { get; private set; }
    public LocalDate? AwayUntil { get; private set; }

    /// <summary>Since when nothing is known any more of who this was. The record stays, so that counts stay true.</summary>
    public Instant? ForgottenAt { get; private set; }

    /// <summary>Under which the list sorts them.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>The words by which they are found.</summary>
    public IReadOnlyList<PersonName> Names => names;

    public string FullName => $"{GivenName} {FamilyName}".Trim();

    public WaysToReach Ways => new(Preferred, MailAddress, MobileNumber, PhoneNumber);

    public void Rename(string givenName, string familyName)
    {
        (GivenName, FamilyName) = (givenName, familyName);
        SortName = NameSound.SortKey(familyName, givenName);
        var heard = NameSound.WordsOf(givenName).Union(NameSound.WordsOf(familyName), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        names.RemoveAll(name => !heard.Contains(name.Word));
        names.AddRange(heard.Except(names.Select(name => name.Word), StringComparer.Ordinal).Select(word => new PersonName(Id, word)));
    }

    /// <summary>
    /// Keeps where and how this person is reached. <paramref name="fingerprint"/> makes of a number or address the sign by
    /// which the same one is recognised, since they themselves are kept encrypted.
    /// </summary>
    public Refusal? ReachBy(WaysToReach ways, Func<string, string> fingerprint)
    {
        if (ways.RefusalFor(Home) is { } refusal)
            return refusal;

        Preferred = ways.Preferred;
        (MailAddress, MobileNumber, PhoneNumber) = (ways.Mail, ways.Mobile, ways.Phone);
        MailFingerprint = ways.Mail is null ? null : fingerprint(ways.Mail);
        MobileFingerprint = ways.Mobile is null ? null : fingerprint(ways.Mobile);
        PhoneFingerprint = ways.Phone is null ? null : fingerprint(ways.Phone);
        return null;
    }

    /// <summary>Changes all details at once, as a form does; refused, it changes none.</summary>
    public Refusal? Change(PersonDetails details, Func<string, string> fingerprint)
    {
        if (details.Ways.RefusalFor(details.Home) is { } refusal)
            return refusal;

        Rename(details.GivenName, details.FamilyName);
        (BirthYear, Home, Language) = (details.BirthYear, details.Home, details.Language);
        return ReachBy(details.Ways, fingerprint);
    }

    public Refusal? GoAway(LocalDate from, LocalDate until)
    {
        if (until < from)
            return new AwayEndsBeforeItStarts();
        (AwayFrom, AwayUntil) = (from, until);
        return null;
    }

    public void ComeBack() => (AwayFrom, AwayUntil) = (null, null);

    /// <summary>Nothing remains but that there was somebody.</summary>
    public void Forget(Instant now)
    {
        (GivenName, FamilyName, SortName, ForgottenAt) = (Somebody, "", "", now);
        names.Clear();
        (BirthYear, Home, AwayFrom, AwayUntil) = (null, null, null, null);
        (MailAddress, MobileNumber, PhoneNumber) = (null, null, null);
        (MailFingerprint, MobileFingerprint, PhoneFingerprint) = (null, null, null);
        Consent = Consent with { GivenFor = null };
    }

    public bool IsAway(LocalDate on) => AwayFrom <= on && on <= AwayUntil;
}

/// <summary>A word of a person's name, as it sounds.</summary>
public sealed record PersonName(PersonId Person, string Word);

public sealed record AwayEndsBeforeItStarts : Refusal;
