using Nabij.Algorithms.ICalendar.Reading;
using Nabij.Algorithms.ICalendar.Recurring;
using NodaTime;
using NodaTime.TimeZones;

namespace Nabij.Algorithms.ICalendar.Zones;

/// <summary>
/// A zone as a VTIMEZONE describes it: its rules followed to a list of intervals, searched by halves. Before the first
/// onset, and after the last where onsets were only listed, it says nothing; there the zone database speaks if it knows
/// the name.
/// </summary>
internal sealed class DescribedZone : DateTimeZone
{
    private const int LastYear = 2100;
    private const int MostOnsets = 2_000;
    private readonly ZoneInterval[] intervals;

    private DescribedZone(string id, ZoneInterval[] intervals)
        : base(id, intervals.Length == 1, intervals.Min(i => i.WallOffset), intervals.Max(i => i.WallOffset)) =>
        this.intervals = intervals;

    public static DescribedZone? Of(
        string id,
        List<Observance> observances,
        DateTimeZone? known,
        int line,
        ProblemList problems
    )
    {
        var changes = new SortedDictionary<long, Change>();
        var budget = new Budget(MostOnsets * 2, MostOnsets * 2);
        foreach (var observance in observances)
        {
            foreach (var local in Onsets(observance, budget))
                changes[local - observance.From] = Change.To(observance);
        }

        if (changes.Count > MostOnsets)
        {
            problems.Add(
                ProblemKind.TooMuchCounting,
                line,
                $"Time zone '{id}' changes its clocks more than {MostOnsets} times; its name is used."
            );
            return null;
        }

        var before = observances.MinBy(o => o.Start.Seconds - o.From)!;
        var first = new Change(before.From, before.Name, 0);
        if (known is not null)
            first = AddKnown(changes, known, IsOnlyListed(observances));
        return new DescribedZone(id, Intervals(changes, first));
    }

    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var (low, high) = (0, intervals.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (intervals[middle].Start <= instant)
                low = middle;
            else
                high = middle - 1;
        }

        return intervals[low];
    }

    /// <summary>Wall seconds, by the offset before the onset.</summary>
    private static IEnumerable<long> Onsets(Observance observance, Budget budget)
    {
        yield return observance.Start.Seconds;
        foreach (var date in observance.Dates)
            yield return date.Zone.Zone == Utc ? date.Seconds + observance.From : date.Seconds;
        var end = (long)CivilDay.Of(LastYear, 1, 1) * LocalSeconds.Day;
        foreach (var rule in observance.Rules)
        {
            var until = UntilOf(rule, observance.From);
            var walker = new RuleWalker(rule, observance.Start.Seconds, isDate: false, Math.Min(end, until), budget);
            while (walker.Next(out var local))
                yield return local;
        }
    }

    private static long UntilOf(RecurrenceRule rule, int offset) =>
        rule.Until switch
        {
            null => long.MaxValue,
            { IsDate: true } date => date.Seconds + LocalSeconds.Day - 1,
            { Zone.Zone: { } } utc => utc.Seconds + offset,
            { } local => local.Seconds,
        };

    private static bool IsOnlyListed(List<Observance> observances) =>
        observances.Count > 1 && observances.All(o => o.Rules.All(r => r.Count is not null || r.Until is not null));

    /// <summary>
    /// Adds what the zone database says about the time outside the description; returns how it begins.
    /// </summary>
    private static Change AddKnown(SortedDictionary<long, Change> changes, DateTimeZone known, bool isOnlyListed)
    {
        var (first, last) = (changes.Keys.First(), isOnlyListed ? changes.Keys.Last() : long.MaxValue);
        var end = Instant.FromUtc(LastYear, 1, 1, 0, 0);
        var begin = known.GetZoneInterval(Instant.MinValue);
        foreach (var interval in known.GetZoneIntervals(Instant.FromUtc(1800, 1, 1, 0, 0), end))
        {
            var start = interval.HasStart ? interval.Start.ToUnixTimeSeconds() : long.MaxValue;
            if (start < first || (start > last && start != long.MaxValue))
                changes.TryAdd(start, Change.To(interval));
        }

        return Change.To(begin);
    }

    private static ZoneInterval[] Intervals(SortedDictionary<long, Change> changes, Change first)
    {
        var found = new List<ZoneInterval>(changes.Count + 1);
        var (start, now) = ((Instant?)null, first);
        foreach (var (utc, change) in changes)
        {
            var onset = LocalSeconds.ToInstant(utc);
            if (change.Wall != now.Wall)
            {
                found.Add(Between(start, onset, now));
                start = onset;
            }

            now = change;
        }

        found.Add(Between(start, null, now));
        return [.. found];
    }

    private static ZoneInterval Between(Instant? start, Instant? end, Change now) =>
        new(now.Name, start, end, Offset.FromSeconds(now.Wall), Offset.FromSeconds(Math.Min(now.Savings, 18 * 3_600)));

    /// <summary>What clocks show from some moment on.</summary>
    private readonly record struct Change(int Wall, string Name, int Savings)
    {
        public static Change To(Observance o) => new(o.To, o.Name, o.IsDaylight ? Math.Max(0, o.To - o.From) : 0);

        public static Change To(ZoneInterval i) => new(i.WallOffset.Seconds, i.Name, i.Savings.Seconds);
    }
}
