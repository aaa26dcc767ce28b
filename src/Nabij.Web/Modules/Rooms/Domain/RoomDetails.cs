using Nabij.Kernel;
using Nabij.Modules.Rooms.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>What is filled in about a room.</summary>
public sealed record RoomDetails(
    OrganisationId Organisation,
    string Name,
    string Where,
    AddressId? Address,
    string? Buurt,
    int People,
    RoomAccess Access,
    int CentsPerHour,
    PersonId? Contact,
    PersonId? Caretaker,
    string KeyWhere,
    string KeyCode,
    OwnersRules Rules
)
{
    private const int MostPeople = 2000;
    private const int MostCents = 100_000;

    public Refusal? RefusalOfDetails() =>
        this switch
        {
            _ when string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > Room.MaxNameLength => new RoomNeedsName(),
            _ when string.IsNullOrWhiteSpace(Where) || Where.Trim().Length > Room.MaxWhereLength => new RoomNeedsPlace(),
            _ when People is < 1 or > MostPeople => new RoomNeedsSize(),
            _ when CentsPerHour is < 0 or > MostCents => new RoomNeedsPrice(),
            _ when KeyWhere.Length > Room.MaxKeyLength || KeyCode.Length > Room.MaxKeyLength => new RoomTextTooLong(),
            _ => Rules.RefusalOfRules(),
        };
}

/// <summary>The owner's rules: in words, and as what can be checked.</summary>
public sealed record OwnersRules(
    string InWords,
    IReadOnlyList<OpenSpan> Hours,
    RoomUse Uses,
    RoomGuests Guests,
    int LeadDays,
    int LongestMinutes,
    int? MostPerYear,
    int NoticeDays,
    bool ClosedInSchoolHolidays,
    bool ClosedOnPublicHolidays,
    bool GoesByItself
)
{
    private const int MostDays = 365;

    public Refusal? RefusalOfRules() =>
        this switch
        {
            _ when InWords.Length > Room.MaxRulesLength => new RoomTextTooLong(),
            _ when Hours.Count == 0 => new RoomNeedsHours(),
            _ when Hours.DistinctBy(h => h.Weekday).Count() < Hours.Count => new RoomHoursAreWrong(),
            _ when Hours.Any(h => h.Until <= h.From || !Quarters.Begin(h.From) || !Quarters.Begin(h.Until)) => new RoomHoursAreWrong(),
            _ when Uses == RoomUse.None => new RoomNeedsUse(),
            _ when LeadDays is < 0 or > MostDays || NoticeDays is < 0 or > MostDays => new RoomDaysAreWrong(),
            _ when LongestMinutes is < 15 or > 24 * 60 => new RoomDaysAreWrong(),
            _ when MostPerYear is < 1 or > MostDays => new RoomDaysAreWrong(),
            _ => null,
        };
}

public sealed record OpenSpan(IsoDayOfWeek Weekday, LocalTime From, LocalTime Until);
