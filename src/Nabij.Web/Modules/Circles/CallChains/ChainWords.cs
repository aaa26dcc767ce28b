using Nabij.Kernel.Languages;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

internal static class ChainWords
{
    public static IEnumerable<IsoDayOfWeek> InWeek => Enum.GetValues<IsoDayOfWeek>().Where(d => d is not IsoDayOfWeek.None);

    public static Weekdays Flag(IsoDayOfWeek day) => (Weekdays)(1 << ((int)day - 1));

    /// <summary>'maandag, woensdag', or 'elke dag'.</summary>
    public static string Days(this Texts t, Weekdays days) =>
        InWeek.All(d => days.HasFlag(Flag(d))) ? t["Circles.Chain.EveryDay"] : string.Join(", ", InWeek.Where(d => days.HasFlag(Flag(d))).Select(t.Weekday));
}
