using Nabij.Kernel;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

public readonly record struct MeetUpId(Guid Value) : ITypedId<MeetUpId>
{
    public static MeetUpId New() => new(Guid.CreateVersion7());

    public static MeetUpId From(Guid value) => new(value);
}

public readonly record struct MeetUpGuestId(Guid Value) : ITypedId<MeetUpGuestId>
{
    public static MeetUpGuestId New() => new(Guid.CreateVersion7());

    public static MeetUpGuestId From(Guid value) => new(value);
}

/// <summary>The neighbours of a circle come together: coffee, a walk, soup.</summary>
public sealed class MeetUp(CircleId circle, string what, string place, LocalDate day, LocalTime time)
{
    public const int MaxWhatLength = 80;

    private readonly List<MeetUpGuest> guests = [];

    public MeetUpId Id { get; private init; } = MeetUpId.New();
    public CircleId Circle { get; private set; } = circle;
    public string What { get; private init; } = what;
    public string Place { get; private init; } = place;
    public LocalDate Day { get; private init; } = day;
    public LocalTime Time { get; private init; } = time;
    public Instant? CancelledAt { get; private set; }

    /// <summary>When who came was counted as heard.</summary>
    public Instant? CountedAt { get; private set; }

    public Instant StartsAt => Day.InstantAt(Time);
    public IReadOnlyList<MeetUpGuest> Guests => guests;

    public static Refusal? RefusalOf(string what, string place, LocalDate? day, LocalTime? time, Instant now) =>
        what.Trim().Length is 0 or > MaxWhatLength || place.Trim().Length is 0 or > MaxWhatLength ? new MeetUpNeedsWords()
        : day is not { } on || time is not { } at ? new MeetUpNeedsMoment()
        : on.InstantAt(at) <= now ? new MeetUpIsPast()
        : null;

    public void Invite(IEnumerable<PersonId> persons) =>
        guests.AddRange(persons.Except(guests.Select(g => g.Person)).Select(p => new MeetUpGuest(Id, p)).ToList());

    public Refusal? Answer(PersonId person, bool comes, Instant now)
    {
        if (CancelledAt is not null)
            return new MeetUpIsCancelled();
        if (StartsAt <= now)
            return new MeetUpIsPast();
        if (guests.Find(g => g.Person == person) is not { } guest)
            return new NotInThisCircle();
        guest.Comes = comes;
        return null;
    }

    public Refusal? Cancel(Instant now)
    {
        if (CancelledAt is not null)
            return new MeetUpIsCancelled();
        if (StartsAt <= now)
            return new MeetUpIsPast();
        CancelledAt = now;
        return null;
    }

    public void Count(Instant now) => CountedAt ??= now;

    public void GoesTo(CircleId other) => Circle = other;
}

/// <summary>Somebody who is invited. <see cref="Comes"/> is null until they said so.</summary>
public sealed class MeetUpGuest(MeetUpId meetUp, PersonId person)
{
    public MeetUpGuestId Id { get; private init; } = MeetUpGuestId.New();
    public MeetUpId MeetUp { get; private init; } = meetUp;
    public PersonId Person { get; private init; } = person;
    public bool? Comes { get; set; }
}

public sealed record MeetUpNeedsWords : Refusal;

public sealed record MeetUpNeedsMoment : Refusal;

public sealed record MeetUpIsPast : Refusal;

public sealed record MeetUpIsCancelled : Refusal;
