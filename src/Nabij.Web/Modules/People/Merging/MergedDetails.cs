using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Merging;

/// <summary>What two records of one person may say differently.</summary>
public enum PersonField
{
    Name,
    BirthYear,
    Home,
    Phone,
    Mobile,
    Mail,
    Preferred,
    Language,
}

/// <summary>Which value of two records is kept. A person chooses; without a choice the record that stays wins, unless it is empty there.</summary>
public static class MergedDetails
{
    public static readonly IReadOnlyList<PersonField> Fields = Enum.GetValues<PersonField>();

    public static PersonDetails Of(Person stays, Person goes, IReadOnlySet<PersonField> fromOther)
    {
        Person From(PersonField field) => fromOther.Contains(field) ? goes : stays;
        return new(
            From(PersonField.Name).GivenName,
            From(PersonField.Name).FamilyName,
            From(PersonField.BirthYear).BirthYear,
            From(PersonField.Home).Home,
            From(PersonField.Language).Language,
            new(
                From(PersonField.Preferred).Preferred,
                From(PersonField.Mail).MailAddress,
                From(PersonField.Mobile).MobileNumber,
                From(PersonField.Phone).PhoneNumber
            )
        );
    }

    /// <summary>What only the other record knows.</summary>
    public static IReadOnlySet<PersonField> OnlyKnownOf(Person goes, Person stays) =>
        Fields.Where(field => ValueOf(stays, field) is null && ValueOf(goes, field) is not null).ToHashSet();

    public static bool Differ(Person one, Person other, PersonField field) => !Equals(ValueOf(one, field), ValueOf(other, field));

    public static object? ValueOf(Person person, PersonField field) =>
        field switch
        {
            PersonField.Name => person.FullName,
            PersonField.BirthYear => person.BirthYear,
            PersonField.Home => person.Home,
            PersonField.Phone => person.PhoneNumber,
            PersonField.Mobile => person.MobileNumber,
            PersonField.Mail => person.MailAddress,
            PersonField.Preferred => person.Preferred,
            _ => person.Language,
        };
}
