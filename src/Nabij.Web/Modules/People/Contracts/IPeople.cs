using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.People.Contracts;

/// <summary>What other modules may ask about the people of the current community.</summary>
public interface IPeople
{
    Task<PersonCard?> FindAsync(PersonId id, CancellationToken ct);

    Task<IReadOnlyDictionary<PersonId, PersonCard>> FindAsync(IEnumerable<PersonId> ids, CancellationToken ct);

    /// <summary>How to reach these people. Only for Reach and for who has agreed to help each other.</summary>
    Task<IReadOnlyDictionary<PersonId, Reachable>> ReachAsync(IEnumerable<PersonId> ids, CancellationToken ct);

    /// <summary>The people with this telephone number or mail address, as typed.</summary>
    Task<IReadOnlyList<PersonCard>> WithContactAsync(string phoneOrMail, CancellationToken ct);

    /// <summary>Everybody who likes to give this kind of help and is not resting on this day, with what is known for choosing.</summary>
    Task<IReadOnlyList<WillingHelper>> WillingAsync(HelpKind kind, LocalDate on, CancellationToken ct);

    /// <summary>Who is away on this day, and so has their stand-in work for them.</summary>
    Task<IReadOnlySet<PersonId>> AwayAsync(LocalDate on, CancellationToken ct);

    /// <summary>The same, for use inside another query.</summary>
    IQueryable<PersonId> AwayOn(LocalDate on);

    /// <summary>Who is away on any of these days, and from when until when.</summary>
    Task<IReadOnlyList<Absence>> AbsencesAsync(LocalDate from, LocalDate until, CancellationToken ct);

    /// <summary>
    /// Homes of helpers and of residents born in this year or before, with how many of each: to count by the door, not to know who.
    /// </summary>
    Task<IReadOnlyList<HomeCount>> CountAtHomesAsync(int bornAtLatest, CancellationToken ct);

    /// <summary>Who lives at these addresses, by name, as far as they are known here.</summary>
    Task<IReadOnlyList<PersonCard>> LivingAtAsync(IEnumerable<AddressId> homes, CancellationToken ct);

    /// <summary>The helper no longer wants to be asked for this kind of help. Saved by the caller.</summary>
    Task StopAskingAsync(PersonId helper, HelpKind kind, CancellationToken ct);
}

/// <summary>A person in few words. <paramref name="Language"/>: 'nl', 'en'.</summary>
public sealed record PersonCard(PersonId Id, string GivenName, string FamilyName, AddressId? Home, string Language)
{
    /// <summary>'Riet Bakker'</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>'Riet B.': what neighbours see of each other before both sides have agreed.</summary>
    public string ShortName => FamilyName.Length == 0 ? GivenName : $"{GivenName} {FamilyName.Split(' ')[^1][0]}.";
}

/// <summary>Somebody is away, from the first of these days to the last.</summary>
public sealed record Absence(PersonId Person, LocalDate From, LocalDate Until)
{
    public bool Holds(LocalDate date) => From <= date && date <= Until;
}

/// <summary>How many of the people at a home are as old as was asked, and how many like to help.</summary>
public readonly record struct HomeCount(AddressId Home, int Elderly, int Helpers);

/// <summary>How somebody wants to hear from us; by their own choice.</summary>
public enum Channel
{
    Mail,
    TextMessage,
    Call,
    Letter,
    Visit,
}

/// <summary>
/// The addresses that somebody can be reached at. Null where there is none. Numbers are as <see cref="PhoneNumber"/> keeps
/// them: <c>+31612345678</c>; <see cref="PhoneNumber.Written"/> makes them readable.
/// </summary>
public sealed record Reachable(
    PersonId Person,
    Channel Preferred,
    string? MailAddress,
    string? MobileNumber,
    string? PhoneNumber,
    AddressId? Home,
    string Language
)
{
    /// <summary>The number to call: the landline first, people are at home with it.</summary>
    public string? NumberToCall => PhoneNumber ?? MobileNumber;
}

/// <summary>
/// Somebody who likes to give a kind of help. <paramref name="AtMostPerMonth"/>: how often they want to help at most.
/// </summary>
public sealed record WillingHelper(
    PersonId Person,
    AddressId? Home,
    int AtMostPerMonth,
    bool HasCar,
    bool HasVog,
    IReadOnlyCollection<string> Languages,
    DayParts When
);

/// <summary>When somebody can help.</summary>
[Flags]
public enum DayParts
{
    None = 0,
    WeekdayMorning = 1,
    WeekdayAfternoon = 2,
    WeekdayEvening = 4,
    Weekend = 8,
    Always = WeekdayMorning | WeekdayAfternoon | WeekdayEvening | Weekend,
}
