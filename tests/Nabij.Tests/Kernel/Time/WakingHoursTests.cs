using FsCheck;
using FsCheck.Fluent;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Tests.Kernel.Time;

public sealed class WakingHoursTests
{
    private static readonly LocalDate Tuesday = new(2026, 6, 2);

    [Fact]
    public void Nobody_is_bothered_before_nine_or_after_eight() =>
        Assert.Equal(
            [false, true, true, false],
            new LocalTime[] { new(8, 59), new(9, 0), new(19, 59), new(20, 0) }.Select(t => WakingHours.Usual.Include(Tuesday.InstantAt(t)))
        );

    [Fact]
    public void Four_hours_given_at_six_in_the_evening_end_at_eleven_the_next_morning() =>
        Assert.Equal(
            Tuesday.PlusDays(1).InstantAt(new(11, 0)),
            WakingHours.Usual.After(Tuesday.InstantAt(new(18, 0)), Duration.FromHours(4))
        );

    [Fact]
    public void What_is_given_at_night_starts_to_count_in_the_morning() =>
        Assert.Equal(Tuesday.InstantAt(new(10, 0)), WakingHours.Usual.After(Tuesday.InstantAt(new(3, 0)), Duration.FromHours(1)));

    [Fact]
    public void The_night_in_which_the_clock_goes_back_takes_no_waking_time()
    {
        var saturday = new LocalDate(2026, 10, 24);

        Assert.Equal(
            saturday.PlusDays(1).InstantAt(new(10, 0)),
            WakingHours.Usual.After(saturday.InstantAt(new(19, 0)), Duration.FromHours(2))
        );
    }

    [Fact]
    public void Waking_time_is_what_remains_of_the_clock_without_the_nights() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                (from minutes in Gen.Choose(0, 60 * 24 * 14) from given in Gen.Choose(1, 60 * 30) select (minutes, given)).ToArbitrary(),
                c =>
                {
                    var start = Tuesday.InstantAt(LocalTime.Midnight) + Duration.FromMinutes(c.minutes);
                    var end = WakingHours.Usual.After(start, Duration.FromMinutes(c.given));
                    return Minutes(start, end).Count(WakingHours.Usual.Include) == c.given;
                }
            )
        );

    private static IEnumerable<Instant> Minutes(Instant from, Instant until)
    {
        for (var at = from; at < until; at += Duration.FromMinutes(1))
            yield return at;
    }
}
