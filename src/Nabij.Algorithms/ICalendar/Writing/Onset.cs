using NodaTime.TimeZones;

namespace Nabij.Algorithms.ICalendar.Writing;

/// <summary>One change of the clocks, on the wall before it.</summary>
internal sealed record Onset(long Local, int From, int To, string Name, bool IsDaylight)
{
    public static Onset Between(ZoneInterval before, ZoneInterval after) =>
        new(
            after.Start.ToUnixTimeSeconds() + before.WallOffset.Seconds,
            before.WallOffset.Seconds,
            after.WallOffset.Seconds,
            after.Name,
            after.Savings != NodaTime.Offset.Zero
        );

    public (int Year, int Month, int Day) Date => CivilDay.ToDate(LocalSeconds.DayOf(Local));
}
