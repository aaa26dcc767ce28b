using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;

namespace Nabij.Modules.Calendar.Meetings.Needs;

public readonly record struct MeetingNeedId(Guid Value) : ITypedId<MeetingNeedId>
{
    public static MeetingNeedId New() => new(Guid.CreateVersion7());

    public static MeetingNeedId From(Guid value) => new(value);
}

/// <summary>What somebody needs to be able to come.</summary>
[Flags]
public enum MeetingNeeds
{
    None = 0,

    /// <summary>A lift in the building.</summary>
    Lift = 1,
    HearingLoop = 2,

    /// <summary>Somebody comes for them.</summary>
    Fetched = 4,
    Taxi = 8,
    Language = 16,
    Food = 32,
}

/// <summary>
/// What one person needs on one date. The organiser sees how many need what; a name only where something is arranged for that person.
/// </summary>
public sealed class MeetingNeed(ActivityDateId date, PersonId person)
{
    public const int MaxWordsLength = 200;

    /// <summary>What is arranged for a person: for these the organiser sees who it is.</summary>
    public const MeetingNeeds Personal = MeetingNeeds.Fetched | MeetingNeeds.Taxi | MeetingNeeds.Language;

    public MeetingNeedId Id { get; private init; } = MeetingNeedId.New();
    public ActivityDateId Date { get; private init; } = date;
    public PersonId Person { get; private init; } = person;
    public MeetingNeeds Needs { get; private set; }

    /// <summary>Which language, what they do not eat: in their words.</summary>
    public string Words { get; private set; } = "";
    public bool Arranged { get; private set; }

    /// <summary>Whether the organiser has to arrange something for this very person.</summary>
    public bool IsPersonal => (Needs & Personal) != MeetingNeeds.None;

    public bool IsOpen => IsPersonal && !Arranged;

    public Refusal? Say(MeetingNeeds needs, string words)
    {
        if (words.Trim().Length > MaxWordsLength)
            return new NeedWordsTooLong();
        Arranged = Arranged && needs == Needs;
        (Needs, Words) = (needs, words.Trim());
        return null;
    }

    public void IsArranged() => Arranged = true;
}

public sealed record NeedWordsTooLong : Refusal;
