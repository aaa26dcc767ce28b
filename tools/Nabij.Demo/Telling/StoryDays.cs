using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Demo.Telling;

/// <summary>The days of the story, all reckoned from the day on which it is told.</summary>
public sealed record StoryDays(Instant Now)
{
    public LocalDate Today => Now.TodayAt();

    /// <summary>A quarter past nine today; told earlier in the day, in the afternoon before.</summary>
    public Instant ThisMorning =>
        DaysAgo(0, hour: 9, minute: 15) is var morning && morning < Now ? morning : DaysAgo(1, hour: 16, minute: 10);

    /// <summary>So many days ago, at this time on the clock on the wall; never later than now.</summary>
    public Instant DaysAgo(int days, int hour, int minute = 0) =>
        Instant.Min(Now, Today.PlusDays(-days).InstantAt(new LocalTime(hour, minute)));
}
