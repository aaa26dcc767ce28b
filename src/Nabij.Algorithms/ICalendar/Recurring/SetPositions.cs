namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>BYSETPOS: which of the instances of one period, counted from 1 or from the end.</summary>
internal static class SetPositions
{
    /// <summary>Indexes from 0, ascending, each once.</summary>
    public static IEnumerable<long> Of(ValueList<int> positions, long count) =>
        positions.Select(p => p > 0 ? p - 1 : count + p).Where(index => index >= 0 && index < count).Distinct().Order();
}
