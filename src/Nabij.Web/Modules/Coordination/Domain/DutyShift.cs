using Nabij.Kernel;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Coordination.Domain;

public readonly record struct DutyShiftId(Guid Value) : ITypedId<DutyShiftId>
{
    public static DutyShiftId New() => new(Guid.CreateVersion7());

    public static DutyShiftId From(Guid value) => new(value);
}

/// <summary>Hours of the week in which the one number is answered, by whom, and who when they are away.</summary>
public sealed class DutyShift(IsoDayOfWeek weekday, LocalTime from, LocalTime until, PersonId? person, PersonId? standIn)
{
    public DutyShiftId Id { get; private init; } = DutyShiftId.New();
    public IsoDayOfWeek Weekday { get; private init; } = weekday;
    public LocalTime From { get; private init; } = from;
    public LocalTime Until { get; private init; } = until;
    public PersonId? Person { get; private set; } = person;
    public PersonId? StandIn { get; private set; } = standIn;

    public static Refusal? RefusalOf(LocalTime? from, LocalTime? until, PersonId? person, PersonId? standIn) =>
        from is null || until is null || until <= from ? new DutyHoursUnclear()
        : person is not null && person == standIn ? new DutyNeedsTwo()
        : null;

    public void IsFor(PersonId? person, PersonId? standIn) => (Person, StandIn) = (person, standIn);

    /// <summary>This person is gone: their stand-in has it, or nobody yet.</summary>
    public void Loses(PersonId person)
    {
        if (Person == person)
            (Person, StandIn) = (StandIn, null);
        if (StandIn == person)
            StandIn = null;
    }
}

/// <summary>
/// One date on which a shift differs: somebody else does it, or the telephone is closed. One that says neither keeps that somebody is
/// looked for.
/// </summary>
public sealed class DutyChange(DutyShiftId shift, LocalDate date)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public DutyShiftId Shift { get; private init; } = shift;
    public LocalDate Date { get; private init; } = date;
    public PersonId? Person { get; private set; }
    public bool Closed { get; private set; }

    public Subject About => new(nameof(DutyChange), Id);

    public void IsDoneBy(PersonId? person) => (Person, Closed) = (person, false);

    public void IsClosed() => (Person, Closed) = (null, true);

    public void Loses(PersonId person) => Person = Person == person ? null : Person;
}

/// <summary>A shift on one date. <paramref name="Who"/>: null is nobody yet, unless it is closed.</summary>
public sealed record DutyOfDay(DutyShift Shift, LocalDate Date, PersonId? Who, bool Closed)
{
    public bool NeedsSomebody => Who is null && !Closed;
    public Instant StartsAt => Date.InstantAt(Shift.From);
    public Instant EndsAt => Date.InstantAt(Shift.Until);

    public bool IsOn(Instant moment) => !Closed && StartsAt <= moment && moment < EndsAt;
}

/// <summary>Who answers the one number when.</summary>
public static class Rota
{
    /// <summary>On most of these days nobody works; on Good Friday and 5 May most people do.</summary>
    public static bool Rests(LocalDate date) =>
        PublicHolidays.On(date) is { } feast && feast is not (PublicHoliday.GoodFriday or PublicHoliday.LiberationDay);

    /// <summary>The shifts of a date in the order of the day: who was named for the date, else who has it every week, else the stand-in.</summary>
    public static IReadOnlyList<DutyOfDay> On(LocalDate date, IEnumerable<DutyShift> shifts, IEnumerable<DutyChange> changes, IReadOnlyCollection<PersonId> away) =>
        [
            .. shifts
                .Where(s => s.Weekday == date.DayOfWeek)
                .OrderBy(s => s.From)
                .ThenBy(s => s.Until)
                .ThenBy(s => s.Id.Value)
                .Select(s => Of(s, date, changes.FirstOrDefault(c => c.Shift == s.Id && c.Date == date), away)),
        ];

    private static DutyOfDay Of(DutyShift shift, LocalDate date, DutyChange? change, IReadOnlyCollection<PersonId> away)
    {
        PersonId?[] candidates = change?.Person is { } named ? [named] : [shift.Person, shift.StandIn];
        return change is { Closed: true } || (change?.Person is null && Rests(date))
            ? new(shift, date, null, Closed: true)
            : new(shift, date, Array.Find(candidates, c => c is { } who && !away.Contains(who)), Closed: false);
    }
}

public sealed record DutyHoursUnclear : Refusal;

public sealed record DutyNeedsTwo : Refusal;

public sealed record DutyNeedsDate : Refusal;

public sealed record NoSuchDuty : Refusal;
