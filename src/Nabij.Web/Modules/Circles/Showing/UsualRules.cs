using Nabij.Kernel.Languages;

namespace Nabij.Modules.Circles.Showing;

/// <summary>How the circle does it together: in its own words, or as usual.</summary>
internal static class UsualRules
{
    public static IReadOnlyList<string> Of(CircleView view, Texts t) =>
        view.Circle.HouseRules is { Count: > 0 } own
            ? own
            : [t["Circles.Rule.Stays"], t["Circles.Rule.No"], t["Circles.Rule.Worry", ("name", view.Contacts.Select(c => c.Name).FirstOrDefault() ?? t["Circles.TheDesk"])]];
}
