using Nabij.Modules.HelpRequests.Contracts;
using static Nabij.Modules.HelpRequests.Contracts.HelpState;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>One line of the table: from, to, and why, as a text key that the history shows.</summary>
public sealed record Change(HelpState From, HelpState To, string Reason);

/// <summary>Every change that a request for help can go through. What is not here does not happen.</summary>
public static class AllowedChanges
{
    public static readonly IReadOnlyList<Change> All =
    [
        new(Searching, Found, "HelpChange.NeighbourSaidYes"),
        new(Searching, HandedOver, "HelpChange.OrganisationSaidYes"),
        new(Searching, OnDesk, "HelpChange.NobodyFound"),
        new(Searching, Withdrawn, "HelpChange.NoLongerNeeded"),
        new(Searching, Expired, "HelpChange.DayPassedWhileSearching"),
        new(OnDesk, Searching, "HelpChange.SearchedAgain"),
        new(OnDesk, Found, "HelpChange.NeighbourSaidYesLater"),
        new(OnDesk, HandedOver, "HelpChange.DeskFoundOrganisation"),
        new(OnDesk, Withdrawn, "HelpChange.NoLongerNeeded"),
        new(OnDesk, Expired, "HelpChange.DayPassedOnDesk"),
        new(Found, Searching, "HelpChange.HelperDroppedOut"),
        new(Found, AskedAfterwards, "HelpChange.DayIsPast"),
        new(Found, Withdrawn, "HelpChange.StoppedAfterFound"),
        new(HandedOver, Searching, "HelpChange.HandedBack"),
        new(HandedOver, AskedAfterwards, "HelpChange.OrganisationHelped"),
        new(HandedOver, Withdrawn, "HelpChange.StoppedAfterHandOver"),
        new(AskedAfterwards, Thanked, "HelpChange.ItWorked"),
        new(AskedAfterwards, Found, "HelpChange.WorkedAndGoesOn"),
        new(AskedAfterwards, Searching, "HelpChange.DidNotWork"),
        new(AskedAfterwards, Closed, "HelpChange.NobodyAnswered"),
        new(AskedAfterwards, Withdrawn, "HelpChange.StoppedAfterwards"),
    ];

    public static Change? Find(HelpState from, HelpState to) => All.FirstOrDefault(c => c.From == from && c.To == to);

    /// <summary>A state that nothing follows is an end; all others are open.</summary>
    public static bool IsEnd(HelpState state) => All.All(c => c.From != state);

    public static IReadOnlyList<HelpState> OpenStates { get; } = [.. Enum.GetValues<HelpState>().Where(s => !IsEnd(s))];
}
