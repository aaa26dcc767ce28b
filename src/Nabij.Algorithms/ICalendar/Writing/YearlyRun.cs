using System.Globalization;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Writing;

/// <summary>
/// Changes of the clocks in consecutive years that one yearly rule gives: -1SU of March, 2SU of March.
/// </summary>
internal sealed class YearlyRun
{
    private const int FewestForRule = 3;
    private readonly List<Onset> onsets = [];
    private readonly HashSet<int> ordinals;

    private YearlyRun(Onset first)
    {
        ordinals = [.. OrdinalsOf(first)];
        onsets.Add(first);
    }

    public IReadOnlyList<Onset> Onsets => onsets;

    /// <summary>The rule, where there are enough years to speak of one.</summary>
    public string? Rule =>
        onsets.Count < FewestForRule
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"FREQ=YEARLY;BYMONTH={onsets[0].Date.Month};BYDAY={ordinals.Min()}{ValueText.Of(WeekdayOf(onsets[0]))}"
            );

    /// <summary>Whether it still holds where we stopped looking.</summary>
    public bool IsOpen(int horizon) => onsets[^1].Date.Year >= horizon - 1;

    public static IEnumerable<YearlyRun> Of(IEnumerable<Onset> all)
    {
        YearlyRun? run = null;
        foreach (var onset in all)
        {
            if (run?.TryAdd(onset) == true)
                continue;
            if (run is not null)
                yield return run;
            run = new YearlyRun(onset);
        }

        if (run is not null)
            yield return run;
    }

    private bool TryAdd(Onset next)
    {
        var last = onsets[^1];
        var common = ordinals.Intersect(OrdinalsOf(next)).ToList();
        var fits =
            next.Date.Year == last.Date.Year + 1
            && next.Date.Month == last.Date.Month
            && common.Count > 0
            && WeekdayOf(next) == WeekdayOf(last)
            && LocalSeconds.TimeOf(next.Local) == LocalSeconds.TimeOf(last.Local);
        if (!fits)
            return false;
        ordinals.IntersectWith(common);
        onsets.Add(next);
        return true;
    }

    private static IsoDayOfWeek WeekdayOf(Onset onset) =>
        (IsoDayOfWeek)(CivilDay.Weekday(LocalSeconds.DayOf(onset.Local)) + 1);

    private static IEnumerable<int> OrdinalsOf(Onset onset)
    {
        var (year, month, day) = onset.Date;
        yield return (day + 6) / 7;
        if (day + 7 > CivilDay.DaysInMonth(year, month))
            yield return -1;
    }
}
