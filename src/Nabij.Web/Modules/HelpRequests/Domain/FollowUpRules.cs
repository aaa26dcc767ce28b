using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>What is to be followed up in a state, by when, and by whom: the contacts of the circle or the desk.</summary>
public sealed record FollowUpRule(HelpState State, string Reason, bool ByCircle, Func<HelpRequest, Instant> NextDate);

/// <summary>Nothing open is silent: each open state has its line.</summary>
public static class FollowUpRules
{
    /// <summary>A late drop-out is on the desk at once, whatever the search does.</summary>
    public const string LateDropOut = "FollowUp.LateDropOut";

    private static readonly Duration Slack = Duration.FromDays(1);

    public static readonly IReadOnlyList<FollowUpRule> All =
    [
        new(HelpState.Searching, "FollowUp.Searching", ByCircle: true, EndOfSearch),
        new(HelpState.OnDesk, "FollowUp.NobodyFound", ByCircle: false, DeskLooksAgain),
        new(HelpState.Found, "FollowUp.HelperFound", ByCircle: true, r => r.DueAt + Slack),
        new(HelpState.HandedOver, "FollowUp.HandedOver", ByCircle: false, r => r.DueAt + Slack),
        new(HelpState.AskedAfterwards, "FollowUp.AskedAfterwards", ByCircle: true, r => r.DueAt + Slack),
    ];

    public static FollowUpRule? Of(HelpState state) => All.FirstOrDefault(rule => rule.State == state);

    private static Instant EndOfSearch(HelpRequest request) =>
        Widening.EndsBy(request.StateSince, request.Urgency, request.Readers) + Duration.FromHours(1);

    private static Instant DeskLooksAgain(HelpRequest request) =>
        Widening.Waking.After(
            request.StateSince,
            Duration.FromHours(
                request.Urgency switch
                {
                    Urgency.Today => 1,
                    Urgency.ThisWeek => 4,
                    _ => 11,
                }
            )
        );
}
