using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

[Flags]
public enum Weekdays
{
    None = 0,
    Mon = 1,
    Tue = 2,
    Wed = 4,
    Thu = 8,
    Fri = 16,
    Sat = 32,
    Sun = 64,
}

/// <summary>
/// Neighbours who call each other in a fixed order: the starter calls the first, each calls the next, and the last calls the
/// starter. So everybody is heard, and it ends where it began.
/// </summary>
public sealed class CallChain(CircleId circle)
{
    public const int FewestMinutes = 15;
    public const int MostMinutes = 240;

    private readonly List<ChainLink> links = [];

    public CircleId Circle { get; private init; } = circle;
    public LocalTime StartsAt { get; private set; } = new(9, 0);
    public Weekdays Days { get; private set; }

    /// <summary>So long after the start, who was not heard is a reason for alarm.</summary>
    public int Minutes { get; private set; } = 60;

    /// <summary>Begins when the starter is away.</summary>
    public PersonId? StandInStarter { get; private set; }

    public IReadOnlyList<ChainLink> Links => [.. links.OrderBy(l => l.Place)];

    public bool Runs => Days is not Weekdays.None && links.Count > 1;

    /// <summary>The role of starter has nobody who takes it over.</summary>
    public bool NeedsStandIn => Runs && StandInStarter is null;

    public Refusal? Arrange(ChainPlan plan, IReadOnlySet<PersonId> members)
    {
        if (plan.Links.Count == 1)
            return new ChainOfOne();
        if (plan.Links.Count > 1 && plan.Days is Weekdays.None)
            return new ChainWithoutDays();
        if (plan.Minutes is < FewestMinutes or > MostMinutes)
            return new ChainTimeOutOfBounds();
        if (plan.StandInStarter is { } standIn && plan.Links is [var starter, ..] && standIn == starter.Person)
            return new StandInIsTheStarter();
        if (plan.Links.Any(l => l.KeyHolder == l.Person))
            return new OwnKeyHolder();
        if (!plan.Persons.All(members.Contains))
            return new NotInThisCircle();

        (StartsAt, Days, Minutes, StandInStarter) = (plan.StartsAt, plan.Days, plan.Minutes, plan.StandInStarter);
        Link(plan.Links);
        return null;
    }

    public bool RunsOn(LocalDate day) => Runs && Days.HasFlag((Weekdays)(1 << ((int)day.DayOfWeek - 1)));

    /// <summary>Somebody goes: who called them calls the next.</summary>
    public void Leaves(PersonId person)
    {
        Link([.. Links.Where(l => l.Person != person).Select(l => l.KeyHolder == person ? new(l.Person, null) : new PlannedLink(l.Person, l.KeyHolder))]);
        if (StandInStarter == person)
            StandInStarter = null;
    }

    /// <summary>These come from another chain, after who is here, in the order they had there.</summary>
    public void TakesIn(CallChain other, IReadOnlyCollection<PersonId> persons)
    {
        var coming = other.Links.Where(l => persons.Contains(l.Person)).Select(l => new PlannedLink(l.Person, l.KeyHolder));
        if (links.Count == 0)
            (StartsAt, Days, Minutes) = (other.StartsAt, other.Days, other.Minutes);
        if (StandInStarter is null && other.StandInStarter is { } standIn && persons.Contains(standIn) && standIn != Links.Select(l => l.Person).FirstOrDefault())
            StandInStarter = standIn;
        Link([.. Links.Select(l => new PlannedLink(l.Person, l.KeyHolder)), .. coming]);
        if (Links.Select(l => (PersonId?)l.Person).FirstOrDefault() == StandInStarter)
            StandInStarter = null;
    }

    private void Link(IReadOnlyList<PlannedLink> planned)
    {
        var wanted = planned.DistinctBy(l => l.Person).ToList();
        links.RemoveAll(l => wanted.TrueForAll(w => w.Person != l.Person));
        foreach (var (place, plan) in wanted.Index())
        {
            var link = links.Find(l => l.Person == plan.Person);
            if (link is null)
                links.Add(link = new(Circle, plan.Person));
            (link.Place, link.KeyHolder) = (place + 1, plan.KeyHolder);
        }
        if (links.Count < 2 && Links.Select(l => (PersonId?)l.Person).FirstOrDefault() == StandInStarter)
            StandInStarter = null;
    }
}

/// <summary>A neighbour's place in the chain, and who has a key and looks when nobody answers.</summary>
public sealed class ChainLink(CircleId circle, PersonId person)
{
    public CircleId Circle { get; private init; } = circle;
    public PersonId Person { get; private init; } = person;
    public int Place { get; set; }
    public PersonId? KeyHolder { get; set; }
}

public sealed record PlannedLink(PersonId Person, PersonId? KeyHolder);

/// <summary>How a chain is to be.</summary>
public sealed record ChainPlan(LocalTime StartsAt, Weekdays Days, int Minutes, PersonId? StandInStarter, IReadOnlyList<PlannedLink> Links)
{
    public IEnumerable<PersonId> Persons => Links.SelectMany(l => new[] { l.Person, l.KeyHolder ?? l.Person }).Concat(StandInStarter is { } s ? [s] : []);
}

public sealed record ChainOfOne : Refusal;

public sealed record ChainWithoutDays : Refusal;

public sealed record ChainTimeOutOfBounds : Refusal;

public sealed record StandInIsTheStarter : Refusal;

public sealed record OwnKeyHolder : Refusal;
