using Nabij.Kernel;

namespace Nabij.Modules.People.Domain;

/// <summary>Why somebody who is about to be written down may be here already.</summary>
public enum Resemblance
{
    None,
    SameContact,
    SameName,
    SameHomeAndGivenName,
}

/// <summary>The rule by which likely doubles are recognised; a person always has the last word.</summary>
public static class Resemblances
{
    public static Resemblance Of(Likeness newcomer, Likeness known)
    {
        if (newcomer.Contacts.Overlaps(known.Contacts))
            return Resemblance.SameContact;
        if (!SoundAlike(newcomer.GivenName, known.GivenName))
            return Resemblance.None;
        if (SoundAlike(newcomer.FamilyName, known.FamilyName) && MayBeOfOneAge(newcomer, known))
            return Resemblance.SameName;
        return newcomer.Home is not null && newcomer.Home == known.Home
            ? Resemblance.SameHomeAndGivenName
            : Resemblance.None;
    }

    private static bool SoundAlike(string one, string other) =>
        NameSound.WordsOf(one).Intersect(NameSound.WordsOf(other), StringComparer.Ordinal).Any();

    // a year is easily misheard by one
    private static bool MayBeOfOneAge(Likeness one, Likeness other) =>
        one.BirthYear is not { } year || other.BirthYear is not { } otherYear || Math.Abs(year - otherYear) <= 1;
}

/// <summary>What of a person is compared. <paramref name="Contacts"/>: fingerprints of their numbers and mail address.</summary>
public sealed record Likeness(
    string GivenName,
    string FamilyName,
    int? BirthYear,
    AddressId? Home,
    IReadOnlySet<string> Contacts
);
