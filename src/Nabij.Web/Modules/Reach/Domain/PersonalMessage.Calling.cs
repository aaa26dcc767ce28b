using Nabij.Kernel;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Reach.Domain;

/// <summary>On the telephone and at the door.</summary>
public sealed partial class PersonalMessage
{
    /// <summary>A line that was taken and of which nothing was heard is for others after this.</summary>
    public static readonly Duration LineIsKeptFor = Duration.FromMinutes(10);

    /// <summary>After so many calls, or so many times at a closed door, it goes another way.</summary>
    public const int MostCalls = 3;

    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime Evening = new(17, 0);

    public bool IsTakenByAnother(PersonId person, Instant now) => LockedBy is { } holder && holder != person && LockedUntil > now;

    /// <summary>Why this person cannot take the line now, or null.</summary>
    public Refusal? RefusalOfTaking(PersonId person, Instant now) =>
        this switch
        {
            { State: not (MessageState.OnCallList or MessageState.ToVisit) } => new LineIsDone(),
            _ when IsTakenByAnother(person, now) => new LineIsTaken(),
            _ => null,
        };

    public Refusal? Take(PersonId person, Instant now)
    {
        if (RefusalOfTaking(person, now) is { } refusal)
            return refusal;
        (LockedBy, LockedUntil) = (person, now + LineIsKeptFor);
        return null;
    }

    /// <summary>The person was spoken to.</summary>
    public Refusal? Spoken(PersonId by, Instant now)
    {
        if (RefusalOfTaking(by, now) is { } refusal)
            return refusal;
        Become(State is MessageState.ToVisit ? MessageState.Visited : MessageState.Called, now);
        return null;
    }

    /// <summary>Nobody answered: again in another part of the day, and after three times another way.</summary>
    public Refusal? NotReached(PersonId by, Instant now)
    {
        if (RefusalOfTaking(by, now) is { } refusal)
            return refusal;
        Tries++;
        (LockedBy, LockedUntil) = (null, null);
        if (Tries < MostCalls)
            DueAt = InAnotherPartOfTheDay(now);
        else
            GiveUpThisWay(now);
        return null;
    }

    /// <summary>Somebody else has this number.</summary>
    public Refusal? WrongNumber(PersonId by, Instant now)
    {
        if (RefusalOfTaking(by, now) is { } refusal)
            return refusal;
        GiveUpThisWay(now);
        return null;
    }

    public Refusal? Print(Instant now)
    {
        if (State is not MessageState.ToPrint)
            return new LineIsDone();
        Become(MessageState.Printed, now);
        return null;
    }

    /// <summary>After a morning the evening, after an afternoon the next morning, after an evening the next afternoon.</summary>
    private static Instant InAnotherPartOfTheDay(Instant now)
    {
        var local = now.InZone(DutchTime.Zone);
        return local.TimeOfDay switch
        {
            var time when time < Noon => local.Date.InstantAt(new(18, 0)),
            var time when time < Evening => local.Date.PlusDays(1).InstantAt(new(10, 0)),
            _ => local.Date.PlusDays(1).InstantAt(new(14, 0)),
        };
    }
}

public sealed record LineIsDone : Refusal;

public sealed record LineIsTaken : Refusal;

public sealed record NoSuchLine : Refusal;
