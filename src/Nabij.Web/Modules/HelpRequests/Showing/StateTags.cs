using Nabij.Kernel.Ui;
using Nabij.Modules.HelpRequests.Contracts;

namespace Nabij.Modules.HelpRequests.Showing;

/// <summary>How a state looks; its word says the same.</summary>
public static class StateTags
{
    public static TagKind Look(this HelpState state) =>
        state switch
        {
            HelpState.OnDesk => TagKind.Urgent,
            HelpState.Searching or HelpState.AskedAfterwards => TagKind.Warm,
            HelpState.Found or HelpState.HandedOver or HelpState.Thanked => TagKind.Good,
            _ => TagKind.Neutral,
        };
}
