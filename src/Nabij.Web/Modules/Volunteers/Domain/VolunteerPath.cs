using static Nabij.Modules.Volunteers.Domain.VolunteerState;

namespace Nabij.Modules.Volunteers.Domain;

public enum VolunteerState
{
    /// <summary>Said that they want to; a first meeting is to be planned.</summary>
    SignedUp,

    /// <summary>The first meeting has a day and an hour.</summary>
    MeetingPlanned,
    Active,

    /// <summary>Not now, from either side; whoever wants to later signs up anew.</summary>
    NotNow,
    Left,
}

/// <summary>One line of the table: from, to, and why, as a text key that the history shows.</summary>
public sealed record VolunteerChange(VolunteerState From, VolunteerState To, string Reason);

/// <summary>Every step that a volunteer can take. What is not here does not happen.</summary>
public static class VolunteerPath
{
    public static readonly IReadOnlyList<VolunteerChange> All =
    [
        new(SignedUp, MeetingPlanned, "VolunteerChange.MeetingPlanned"),
        new(MeetingPlanned, MeetingPlanned, "VolunteerChange.MeetingMoved"),
        new(MeetingPlanned, Active, "VolunteerChange.BecameHelper"),
        new(SignedUp, NotNow, "VolunteerChange.NotNow"),
        new(MeetingPlanned, NotNow, "VolunteerChange.NotNowAfterMeeting"),
        new(SignedUp, Left, "VolunteerChange.Withdrew"),
        new(MeetingPlanned, Left, "VolunteerChange.WithdrewBeforeMeeting"),
        new(Active, Left, "VolunteerChange.Left"),
    ];

    public static VolunteerChange? Find(VolunteerState from, VolunteerState to) => All.FirstOrDefault(c => c.From == from && c.To == to);

    /// <summary>A state that nothing follows is an end; all others are open.</summary>
    public static bool IsEnd(VolunteerState state) => All.All(c => c.From != state);

    public static IReadOnlyList<VolunteerState> OpenStates { get; } = [.. Enum.GetValues<VolunteerState>().Where(s => !IsEnd(s))];
}
