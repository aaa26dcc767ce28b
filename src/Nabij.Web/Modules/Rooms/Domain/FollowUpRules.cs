using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>What is to be followed up in a state, and by when.</summary>
public sealed record FollowUpRule(BookingState State, Func<Booking, string> Reason, Func<Booking, Instant> NextDate);

/// <summary>Nothing open is silent: each open state has its line.</summary>
public static class FollowUpRules
{
    private static readonly Duration Slack = Duration.FromHours(2);

    public static readonly IReadOnlyList<FollowUpRule> All =
    [
        new(BookingState.Asked, b => b.PhonedSince is null ? "Rooms.FollowUp.AskOwner" : "Rooms.FollowUp.OwnerSilent", b => b.DueAt),
        new(BookingState.Confirmed, _ => "Rooms.FollowUp.Booked", b => b.DueAt + Slack),
    ];

    public static FollowUpRule? Of(BookingState state) => All.FirstOrDefault(rule => rule.State == state);
}
