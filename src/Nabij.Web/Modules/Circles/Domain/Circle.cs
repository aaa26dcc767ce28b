using System.ComponentModel.DataAnnotations.Schema;
using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

/// <summary>Neighbours who look after each other a little. Two of them are its contacts; a reserve steps in.</summary>
public sealed class Circle(string name, Instant startedAt)
{
    public const int MaxNameLength = 60;
    public const int MaxHouseRulesLength = 1000;
    public const int MaxHouseRules = 8;

    public CircleId Id { get; init; } = CircleId.New();
    public string Name { get; private set; } = name;
    public Instant StartedAt { get; private init; } = startedAt;
    public PersonId? FirstContact { get; private set; }
    public PersonId? SecondContact { get; private set; }
    public PersonId? Reserve { get; private set; }

    /// <summary>One plain sentence a line; empty when the circle keeps to the usual ones.</summary>
    public string OwnHouseRules { get; private set; } = "";

    /// <summary>Around its front doors, for the map: longitude and latitude in millionths of degrees.</summary>
    public string Outline { get; private set; } = "";

    /// <summary>When it became part of another circle.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>When who looks after it last got the news of the week.</summary>
    public LocalDate? DigestOn { get; private set; }

    /// <summary>When the reserve was last asked to step in for a contact who is silent.</summary>
    public LocalDate? ReserveAskedOn { get; private set; }

    public bool NeedsContacts => FirstContact is null || SecondContact is null;

    public IReadOnlyList<PersonId> Contacts => [.. new[] { FirstContact, SecondContact }.OfType<PersonId>()];

    public bool IsLookedAfterBy(PersonId person) => person == FirstContact || person == SecondContact;

    public static Refusal? RefusalOfName(string name) =>
        name.Trim().Length switch
        {
            0 => new CircleHasNoName(),
            > MaxNameLength => new CircleNameTooLong(),
            _ => null,
        };

    /// <summary>Another name, or other rules of the house.</summary>
    public Refusal? Describe(string name, string houseRules)
    {
        var rules = LinesOf(houseRules);
        if (RefusalOfName(name) is { } refusal)
            return refusal;
        if (rules.Count > MaxHouseRules || string.Join('\n', rules).Length > MaxHouseRulesLength)
            return new TooManyHouseRules();
        (Name, OwnHouseRules) = (name.Trim(), string.Join('\n', rules));
        return null;
    }

    public IReadOnlyList<string> HouseRules => LinesOf(OwnHouseRules);

    /// <summary>Who looks after the circle. Each is somebody else, and one of its members.</summary>
    public Refusal? NameContacts(PersonId? first, PersonId? second, PersonId? reserve, IReadOnlySet<PersonId> members)
    {
        var named = new[] { first, second, reserve }.OfType<PersonId>().ToList();
        if (named.Distinct().Count() < named.Count)
            return new ContactNamedTwice();
        if (!named.All(members.Contains))
            return new ContactIsNoMember();
        if (first is null)
            (first, second) = (second, null);
        (FirstContact, SecondContact, Reserve) = (first, second, reserve);
        return null;
    }

    /// <summary>Somebody leaves the circle. When it was a contact, the reserve takes over.</summary>
    public void StepsBack(PersonId person)
    {
        if (Reserve == person)
            Reserve = null;
        if (!IsLookedAfterBy(person))
            return;
        if (FirstContact == person)
            FirstContact = SecondContact;
        (SecondContact, Reserve) = (Reserve, null);
        if (FirstContact is null)
            (FirstContact, SecondContact) = (SecondContact, null);
    }

    /// <summary>The circle goes on as part of another one; nobody looks after it any more.</summary>
    public void End(Instant now)
    {
        EndedAt ??= now;
        (FirstContact, SecondContact, Reserve) = (null, null, null);
    }

    public void ComesBack() => EndedAt = null;

    /// <summary>Looked after by whoever of these is among its members, in their order: two contacts, then the reserve.</summary>
    public void IsLedBy(IEnumerable<PersonId?> named, IReadOnlySet<PersonId> members)
    {
        var able = named.OfType<PersonId>().Where(members.Contains).Distinct().Select(p => (PersonId?)p).Take(3).ToList();
        (FirstContact, SecondContact, Reserve) = (able.ElementAtOrDefault(0), able.ElementAtOrDefault(1), able.ElementAtOrDefault(2));
    }

    public void HadDigest(LocalDate today) => DigestOn = today;

    /// <summary>Whether the reserve is to be asked now: once a month at most.</summary>
    public bool AskReserve(LocalDate today)
    {
        if (ReserveAskedOn is { } asked && asked.PlusDays(Silence.DaysBetweenAsking) > today)
            return false;
        ReserveAskedOn = today;
        return true;
    }

    /// <summary>The circle has these front doors now.</summary>
    public void Surrounds(IEnumerable<GeoPoint> doors) => Outline = Domain.Outline.Write(Domain.Outline.Around(doors));

    private static List<string> LinesOf(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>Who looks after a circle, and who steps in.</summary>
[ComplexType]
public sealed record CircleLead(PersonId? First, PersonId? Second, PersonId? Reserve)
{
    public IReadOnlyList<PersonId?> InOrder => [First, Second, Reserve];
}

public static class LeadOfCircle
{
    extension(Circle circle)
    {
        public CircleLead Lead => new(circle.FirstContact, circle.SecondContact, circle.Reserve);
    }
}
