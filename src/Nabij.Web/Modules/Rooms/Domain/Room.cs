using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>A room of a school, a club or a church, with the rules of who lends it: in words, and as what can be checked.</summary>
public sealed class Room
{
    public const int MaxNameLength = 80;
    public const int MaxWhereLength = 160;
    public const int MaxRulesLength = 1000;
    public const int MaxKeyLength = 400;

    private readonly List<OpenHours> hours = [];
    private readonly List<Closure> closures = [];

    public RoomId Id { get; private init; } = RoomId.New();
    public OrganisationId Organisation { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>'Schoolstraat 11, 1611 AB Bovenkarspel'</summary>
    public string Where { get; private set; } = "";
    public AddressId? Address { get; private set; }
    public string? Buurt { get; private set; }
    public int People { get; private set; }
    public RoomAccess Access { get; private set; }
    public int CentsPerHour { get; private set; }

    /// <summary>Who says yes or no for the owner; null is the contact person of the organisation.</summary>
    public PersonId? Contact { get; private set; }

    /// <summary>Who brings the key and looks after the room.</summary>
    public PersonId? Caretaker { get; private set; }

    /// <summary>The owner's rules as the owner says them.</summary>
    public string Rules { get; private set; } = "";
    public RoomUse Uses { get; private set; }
    public RoomGuests Guests { get; private set; }

    /// <summary>How many days before, it must be asked for.</summary>
    public int LeadDays { get; private set; }
    public int LongestMinutes { get; private set; }

    /// <summary>On how many days a year the same people may have it; null is as often as they like.</summary>
    public int? MostPerYear { get; private set; }

    /// <summary>How many days before, the owner may take it back.</summary>
    public int NoticeDays { get; private set; }
    public bool ClosedInSchoolHolidays { get; private set; }
    public bool ClosedOnPublicHolidays { get; private set; }

    /// <summary>What keeps the rules is confirmed at once: nobody has to say yes.</summary>
    public bool GoesByItself { get; private set; }

    /// <summary>Where the key is, and with whom.</summary>
    public string KeyWhere { get; private set; } = "";

    /// <summary>The code of the door or the key box; only for who has the room, on the day itself.</summary>
    public string KeyCode { get; private set; } = "";
    public Instant? LeftAt { get; private set; }

    public IReadOnlyList<OpenHours> Hours => hours;
    public IReadOnlyList<Closure> Closures => closures;

    /// <summary>Takes over what the owner says about it.</summary>
    public Refusal? Describe(RoomDetails details)
    {
        if (details.RefusalOfDetails() is { } refusal)
            return refusal;
        (Organisation, Name, Where) = (details.Organisation, details.Name.Trim(), details.Where.Trim());
        (Address, Buurt) = (details.Address, details.Buurt);
        (People, Access, CentsPerHour) = (details.People, details.Access, details.CentsPerHour);
        (Contact, Caretaker) = (details.Contact, details.Caretaker);
        (KeyWhere, KeyCode) = (details.KeyWhere.Trim(), details.KeyCode.Trim());
        Take(details.Rules);
        return null;
    }

    /// <summary>Nobody can ask for it any more; what was confirmed stays.</summary>
    public void Leave(Instant now) => LeftAt ??= now;

    /// <summary>Somebody no longer answers for it, or brings no key any more: where the key is then, is to be said anew.</summary>
    public void Loses(PersonId person)
    {
        if (Caretaker == person)
            (Caretaker, KeyWhere) = (null, "");
        if (Contact == person)
            Contact = null;
    }

    public Refusal? Close(LocalDate first, LocalDate last, string why)
    {
        if (last < first)
            return new RoomClosureEndsBeforeItBegins();
        closures.Add(new Closure(Id, first, last, why.Trim()[..Math.Min(why.Trim().Length, Closure.MaxWhyLength)]));
        return null;
    }

    public void Reopen(Guid closure) => closures.RemoveAll(c => c.Id == closure);

    public Closure? ClosureOn(LocalDate date) => closures.Find(c => c.First <= date && date <= c.Last);

    /// <summary>The hours of this day, whatever else is the matter with it.</summary>
    public OpenHours? HoursOn(LocalDate date) => hours.Find(h => h.Weekday == date.DayOfWeek);

    /// <summary>Why the room is not lent on this whole day; null is lent.</summary>
    public Refusal? ClosedOn(LocalDate date, HolidayRegion? region) =>
        this switch
        {
            _ when ClosureOn(date) is { } closure => new RoomIsClosed(closure.Why),
            { ClosedOnPublicHolidays: true } when PublicHolidays.On(date) is not null => new RoomClosedOnPublicHoliday(),
            { ClosedInSchoolHolidays: true } when region is { } r && SchoolHolidays.On(date, r) is not null => new RoomClosedInSchoolHoliday(),
            _ when HoursOn(date) is null => new RoomNotOpenThen(),
            _ => null,
        };

    private void Take(OwnersRules rules)
    {
        (Rules, Uses, Guests) = (rules.InWords.Trim(), rules.Uses, rules.Guests);
        (LeadDays, LongestMinutes, MostPerYear, NoticeDays) = (rules.LeadDays, rules.LongestMinutes, rules.MostPerYear, rules.NoticeDays);
        (ClosedInSchoolHolidays, ClosedOnPublicHolidays) = (rules.ClosedInSchoolHolidays, rules.ClosedOnPublicHolidays);
        GoesByItself = rules.GoesByItself;
        hours.RemoveAll(h => rules.Hours.All(span => span.Weekday != h.Weekday));
        foreach (var span in rules.Hours)
        {
            if (hours.Find(h => h.Weekday == span.Weekday) is { } known)
                known.Become(span);
            else
                hours.Add(new OpenHours(Id, span));
        }
    }
}

/// <summary>Who may have a room.</summary>
public enum RoomGuests
{
    Everybody,
    OrganisationsOnly,
}

/// <summary>When a room is lent on a day of the week.</summary>
public sealed class OpenHours
{
    private OpenHours() { }

    public OpenHours(RoomId room, OpenSpan span)
    {
        (Room, Weekday) = (room, span.Weekday);
        Become(span);
    }

    public RoomId Room { get; private init; }
    public IsoDayOfWeek Weekday { get; private init; }
    public LocalTime From { get; private set; }
    public LocalTime Until { get; private set; }

    internal void Become(OpenSpan span) => (From, Until) = (span.From, span.Until);
}

/// <summary>Days on which the owner needs the room, or it is painted.</summary>
public sealed class Closure(RoomId room, LocalDate first, LocalDate last, string why)
{
    public const int MaxWhyLength = 120;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public RoomId Room { get; private init; } = room;
    public LocalDate First { get; private init; } = first;
    public LocalDate Last { get; private init; } = last;
    public string Why { get; private init; } = why;
}
