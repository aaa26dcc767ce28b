using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>How often what was missed is to be, seen from its first date.</summary>
public enum GapRhythm
{
    EveryWeek,
    EveryOtherWeek,
    EveryMonth,
}

internal static class GapRhythms
{
    /// <summary>Once a month is on the same weekday of the month as the first date: the second Tuesday, or the last.</summary>
    public static RepeatEvery From(this GapRhythm rhythm, LocalDate first) =>
        rhythm switch
        {
            GapRhythm.EveryWeek => RepeatEvery.Week,
            GapRhythm.EveryOtherWeek => RepeatEvery.OtherWeek,
            _ when first.Day > 28 => RepeatEvery.LastOfMonth,
            _ => RepeatEvery.FirstOfMonth + (first.Day - 1) / 7,
        };
}
