namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>
/// By what an instance of a series is recognised, in EXDATE and RECURRENCE-ID: its original start as a moment, or as a
/// day for a series of dates. A time without zone is one in the zone of the series.
/// </summary>
internal sealed class InstanceKeys(CalendarEvent master, Clocks clocks)
{
    private readonly ZoneClock clock = clocks.Of(master.Start.Zone);

    public bool AreDays => master.Start.IsDate;

    public long Of(long local) => AreDays ? local : clock.ToUtc(local);

    public long Of(in CalendarTime time)
    {
        if (AreDays)
            return time.Seconds - LocalSeconds.TimeOf(time.Seconds);
        return time.Zone.Zone is null ? clock.ToUtc(time.Seconds) : clocks.ToUtc(time);
    }
}
