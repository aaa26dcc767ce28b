using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Gaps;

public readonly record struct GapPlanId(Guid Value) : ITypedId<GapPlanId>
{
    public static GapPlanId New() => new(Guid.CreateVersion7());

    public static GapPlanId From(Guid value) => new(value);
}

public enum GapPlanState
{
    /// <summary>Somebody is looking for a host, a room and a first date.</summary>
    Open,

    /// <summary>It became an activity.</summary>
    Filled,

    /// <summary>It is not to be; the reason was talked over.</summary>
    Dropped,
}

/// <summary>
/// Something is missed, and somebody sees to it: with a stand-in and a next date, until it is an activity in the calendar.
/// </summary>
public sealed class GapPlan(Theme theme, DayParts part, string buurt, AccessFacts access, Instant openedAt)
{
    /// <summary>How long somebody may look before it is late.</summary>
    public const int DaysToLook = 14;

    public GapPlanId Id { get; private init; } = GapPlanId.New();
    public Theme Theme { get; private init; } = theme;
    public DayParts Part { get; private init; } = part;
    public string Buurt { get; private init; } = buurt;
    public AccessFacts Access { get; private init; } = access;
    public Instant OpenedAt { get; private init; } = openedAt;
    public PersonId? Owner { get; private set; }
    public PersonId? StandIn { get; private set; }
    public LocalDate NextDate { get; private set; } = openedAt.TodayAt().PlusDays(DaysToLook);
    public GapPlanState State { get; private set; }
    public Instant StateSince { get; private set; } = openedAt;

    /// <summary>The activity that it becomes, and the booking of its room: made known before, so that trying again makes no second.</summary>
    public ActivityId Activity { get; private init; } = ActivityId.New();
    public Guid Booking { get; private init; } = Guid.CreateVersion7();

    public bool IsOpen => State == GapPlanState.Open;

    /// <summary>Who sees to it, who when they are away, and when the next step is to be done.</summary>
    public Refusal? GiveTo(PersonId? owner, PersonId? standIn, LocalDate next, LocalDate today)
    {
        if (!IsOpen)
            return new GapPlanIsClosed();
        if (next < today)
            return new GapPlanNeedsDate();
        (Owner, StandIn, NextDate) = (owner, standIn, next);
        return null;
    }

    public Refusal? Fill(Instant now) => Become(GapPlanState.Filled, now);

    public Refusal? Drop(Instant now) => Become(GapPlanState.Dropped, now);

    /// <summary>Somebody is gone: the plan stays, for whoever runs the desk.</summary>
    public void Loses(PersonId person)
    {
        Owner = Owner == person ? null : Owner;
        StandIn = StandIn == person ? null : StandIn;
    }

    private GapPlanIsClosed? Become(GapPlanState next, Instant now)
    {
        if (!IsOpen)
            return new GapPlanIsClosed();
        (State, StateSince) = (next, now);
        return null;
    }
}

public sealed record GapPlanIsClosed : Refusal;

public sealed record GapPlanNeedsDate : Refusal;

public sealed record GapPlanNeedsRoom : Refusal;

public sealed record GapPlanNeedsHost : Refusal;

public sealed record MissIsIncomplete : Refusal;

public sealed record NoSuchGapPlan : Refusal;
