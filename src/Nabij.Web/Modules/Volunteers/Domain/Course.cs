using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Volunteers.Domain;

public enum CourseKind
{
    Course,

    /// <summary>Volunteers talk with each other about what they meet with; nobody outside is named, nothing is written down.</summary>
    Intervisie,
}

public enum CourseState
{
    Planned,

    /// <summary>Who came was ticked.</summary>
    Held,
    CalledOff,
}

/// <summary>A course or intervisie on a day, and who comes. Open until somebody ticked who came, or it was called off.</summary>
public sealed class Course
{
    public const int MaxTitleLength = 80;
    public const int MaxWhereLength = 120;
    public const int MaxMonths = 120;

    private readonly List<CoursePlace> places = [];

    private Course() { }

    public Course(CourseId id, CoursePlan plan)
    {
        Id = id;
        (Kind, Title, Where) = (plan.Kind, plan.Title.Trim(), plan.Where.Trim());
        (Day, From, AgainAfterMonths) = (plan.Day, plan.From, plan.AgainAfterMonths);
    }

    public CourseId Id { get; private init; }
    public CourseKind Kind { get; private init; }
    public string Title { get; private init; } = "";
    public string Where { get; private init; } = "";
    public LocalDate Day { get; private init; }
    public LocalTime From { get; private init; }

    /// <summary>After so many months it is to be followed again; null is never.</summary>
    public int? AgainAfterMonths { get; private init; }
    public CourseState State { get; private set; }

    public IReadOnlyList<CoursePlace> Places => places;

    public LocalDate? AgainOn => AgainAfterMonths is { } months ? Day.PlusMonths(months) : null;

    public bool Has(PersonId person) => places.Exists(p => p.Person == person);

    public Refusal? Join(PersonId person)
    {
        if (State != CourseState.Planned)
            return new CourseIsPast();
        if (!Has(person))
            places.Add(new CoursePlace(Id, person));
        return null;
    }

    public Refusal? Cancel(PersonId person)
    {
        if (State != CourseState.Planned)
            return new CourseIsPast();
        places.RemoveAll(p => p.Person == person);
        return null;
    }

    /// <summary>Who was ticked came; who was not stayed away. It may be put right later.</summary>
    public Refusal? Tick(IReadOnlySet<PersonId> came, LocalDate today)
    {
        if (State == CourseState.CalledOff || Day > today)
            return new CourseIsToCome();
        places.ForEach(p => p.Tick(came.Contains(p.Person)));
        State = CourseState.Held;
        return null;
    }

    public Refusal? CallOff()
    {
        if (State != CourseState.Planned)
            return new CourseIsPast();
        State = CourseState.CalledOff;
        return null;
    }

    /// <summary>Somebody is forgotten: their place goes while it is to come, and stays without them once it was held.</summary>
    public void GoesOnWithout(PersonId person)
    {
        if (State == CourseState.Planned)
            places.RemoveAll(p => p.Person == person);
    }
}

/// <summary>Somebody comes to a course, and whether they came.</summary>
public sealed class CoursePlace(CourseId course, PersonId person)
{
    public CourseId Course { get; private init; } = course;
    public PersonId Person { get; private init; } = person;
    public bool? Came { get; private set; }

    public void Tick(bool came) => Came = came;
}

public sealed record CoursePlan(CourseKind Kind, string Title, string Where, LocalDate Day, LocalTime From, int? AgainAfterMonths)
{
    public Refusal? RefusalOn(LocalDate today) =>
        this switch
        {
            _ when Title.Trim().Length is 0 or > Course.MaxTitleLength => new CourseNeedsTitle(),
            _ when Where.Trim().Length is 0 or > Course.MaxWhereLength => new CourseNeedsPlace(),
            _ when Day < today => new CourseDayIsPast(),
            { AgainAfterMonths: < 1 or > Course.MaxMonths } => new CourseMonthsUnlikely(),
            _ => null,
        };
}

public sealed record NoSuchCourse : Refusal;

public sealed record CourseNeedsTitle : Refusal;

public sealed record CourseNeedsPlace : Refusal;

public sealed record CourseNeedsMoment : Refusal;

public sealed record CourseDayIsPast : Refusal;

public sealed record CourseMonthsUnlikely : Refusal;

public sealed record CourseIsPast : Refusal;

public sealed record CourseIsToCome : Refusal;
