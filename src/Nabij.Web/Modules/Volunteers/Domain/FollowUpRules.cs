using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Volunteers.Domain;

/// <summary>What is to be followed up of a volunteer in a state, and by when.</summary>
public sealed record VolunteerRule(VolunteerState State, string Reason, Func<Volunteer, Instant> NextDate);

/// <summary>What is to be followed up of a shift in a state, and by when.</summary>
public sealed record ShiftRule(ShiftState State, string Reason, Func<Shift, Instant> NextDate);

/// <summary>Nothing open is silent: each open state has its line.</summary>
public static class FollowUpRules
{
    private static readonly Duration ToPlanMeeting = Duration.FromDays(7);
    private static readonly Duration AfterMeeting = Duration.FromDays(1);
    private static readonly Duration ToFindSomebody = Duration.FromDays(7);
    private static readonly Duration ToSayYes = Duration.FromDays(3);
    private static readonly LocalTime Morning = new(9, 0);

    public static readonly IReadOnlyList<VolunteerRule> OfVolunteers =
    [
        new(VolunteerState.SignedUp, "Volunteers.FollowUp.PlanMeeting", v => v.StateSince + ToPlanMeeting),
        new(VolunteerState.MeetingPlanned, "Volunteers.FollowUp.Meet", v => v.MeetingAt!.Value + AfterMeeting),
        new(VolunteerState.Active, "Volunteers.FollowUp.HowIsIt", v => v.TalkOn!.Value.InstantAt(Morning)),
    ];

    public static readonly IReadOnlyList<ShiftRule> OfShifts =
    [
        new(ShiftState.Open, "Volunteers.FollowUp.FindSomebody", s => BeforeIt(s, s.StateSince + ToFindSomebody)),
        new(ShiftState.Offered, "Volunteers.FollowUp.WaitForYes", s => BeforeIt(s, s.StateSince + ToSayYes)),
        new(ShiftState.Lent, "Volunteers.FollowUp.Lent", s => s.Last.PlusDays(1).InstantAt(Morning)),
    ];

    public static VolunteerRule? Of(VolunteerState state) => OfVolunteers.FirstOrDefault(rule => rule.State == state);

    public static ShiftRule? Of(ShiftState state) => OfShifts.FirstOrDefault(rule => rule.State == state);

    /// <summary>In time, and at the latest when it begins; what begins today is to be done now.</summary>
    private static Instant BeforeIt(Shift shift, Instant usual) =>
        Instant.Max(shift.StateSince, Instant.Min(usual, shift.First.InstantAt(shift.From ?? Morning)));
}
