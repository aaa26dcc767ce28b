using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Showing;

internal static class AccessIcons
{
    public static readonly (AccessFacts Fact, string Icon)[] All =
    [
        (AccessFacts.Wheelchair, "disabled"),
        (AccessFacts.SomeoneFetches, "car"),
        (AccessFacts.Quiet, "moon"),
        (AccessFacts.ComeAlone, "mood-smile"),
        (AccessFacts.Toilet, "door-off"),
        (AccessFacts.Lift, "arrows-exchange"),
        (AccessFacts.InductionLoop, "bell"),
    ];

    /// <summary>What matters most when choosing.</summary>
    public static readonly (AccessFacts Fact, string Icon)[] InList = All[..4];
}
