using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Meetings;

public readonly record struct MeetingId(Guid Value) : ITypedId<MeetingId>
{
    public static MeetingId New() => new(Guid.CreateVersion7());

    public static MeetingId From(Guid value) => new(value);
}

/// <summary>
/// An activity is a meeting: who comes says what they need, asks beforehand, and says afterwards how it was. One person answers all of
/// it, with a stand-in.
/// </summary>
public sealed class Meeting(ActivityId activity, Instant askedThrough)
{
    public MeetingId Id { get; private init; } = MeetingId.New();
    public ActivityId Activity { get; private init; } = activity;
    public PersonId? Organiser { get; private set; }
    public PersonId? StandIn { get; private set; }

    /// <summary>Of all dates that ended before this moment, who came was asked how it was.</summary>
    public Instant AskedThrough { get; private set; } = askedThrough;

    public bool IsLedBy(PersonId person) => Organiser == person || StandIn == person;

    public Refusal? LedBy(PersonId? organiser, PersonId? standIn)
    {
        if (organiser is null)
            return new MeetingNeedsOrganiser();
        if (organiser == standIn)
            return new MeetingNeedsOther();
        (Organiser, StandIn) = (organiser, standIn);
        return null;
    }

    public void AskedUntil(Instant moment) => AskedThrough = moment;

    /// <summary>This person is gone: the stand-in leads it, or else whoever runs the desk.</summary>
    public void Loses(PersonId person)
    {
        if (Organiser == person)
            (Organiser, StandIn) = (StandIn, null);
        if (StandIn == person)
            StandIn = null;
    }
}

public sealed record MeetingNeedsOrganiser : Refusal;

public sealed record MeetingNeedsOther : Refusal;

public sealed record NoSuchMeeting : Refusal;
