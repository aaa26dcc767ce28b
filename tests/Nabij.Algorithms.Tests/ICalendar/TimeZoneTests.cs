using Nabij.Algorithms.ICalendar;
using NodaTime;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>Clocks in Amsterdam go forward on 29 March 2026 at two and back on 25 October at three.</summary>
public sealed class TimeZoneTests
{
    private const string AmsterdamDescribed = """
        BEGIN:VTIMEZONE
        TZID:Buurttijd
        BEGIN:DAYLIGHT
        DTSTART:19810329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    [Fact]
    public void A_time_that_the_clocks_skip_counts_by_the_offset_before() =>
        Assert.Equal(
            [
                "2026-03-28T01:30:00Z/2026-03-28T02:30:00Z",
                "2026-03-29T01:30:00Z/2026-03-29T02:30:00Z",
                "2026-03-30T00:30:00Z/2026-03-30T01:30:00Z",
            ],
            Moments(
                "DTSTART;TZID=Europe/Amsterdam:20260328T023000\nDTEND;TZID=Europe/Amsterdam:20260328T033000\nRRULE:FREQ=DAILY;COUNT=3"
            )
        );

    [Fact]
    public void Of_a_time_that_comes_twice_the_first_is_meant() =>
        Assert.Equal(
            ["2026-10-25T00:30:00Z/2026-10-25T00:30:00Z"],
            Moments("DTSTART;TZID=Europe/Amsterdam:20261025T023000")
        );

    [Fact]
    public void Every_hour_through_the_night_the_clocks_go_forward_names_no_moment_twice() =>
        Assert.Equal(
            ["2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"],
            Moments("DTSTART;TZID=Europe/Amsterdam:20260329T010000\nRRULE:FREQ=HOURLY;COUNT=4").Select(m => m[..20])
        );

    [Theory]
    [InlineData("DURATION:P1D", "2026-03-28T11:00:00Z/2026-03-29T10:00:00Z")]
    [InlineData("DURATION:PT24H", "2026-03-28T11:00:00Z/2026-03-29T11:00:00Z")]
    [InlineData("DURATION:P1DT1H", "2026-03-28T11:00:00Z/2026-03-29T11:00:00Z")]
    public void A_day_is_as_long_as_that_day_and_an_hour_always_sixty_minutes(string duration, string expected) =>
        Assert.Equal([expected], Moments($"DTSTART;TZID=Europe/Amsterdam:20260328T120000\n{duration}"));

    [Fact]
    public void With_an_end_every_night_shift_has_the_same_exact_length() =>
        Assert.Equal(
            ["2026-10-24T20:00:00Z/2026-10-25T05:00:00Z", "2026-10-25T21:00:00Z/2026-10-26T06:00:00Z"],
            Moments(
                "DTSTART;TZID=Europe/Amsterdam:20261024T220000\nDTEND;TZID=Europe/Amsterdam:20261025T060000\nRRULE:FREQ=DAILY;COUNT=2"
            )
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_zone_may_be_described_before_or_after_the_events_that_use_it(bool before)
    {
        const string Entry =
            "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Buurttijd:20260701T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;TZID=Buurttijd:20261201T100000\nEND:VEVENT";
        var feed = Calendars.Calendar(before ? $"{AmsterdamDescribed}\n{Entry}" : $"{Entry}\n{AmsterdamDescribed}");
        Assert.Empty(feed.Problems);
        Assert.Equal(
            ["2026-07-01T08:00:00Z", "2026-12-01T09:00:00Z"],
            feed.Moments("2026-01-01", "2027-01-01").Select(m => m[..20])
        );
    }

    [Theory]
    [InlineData("W. Europe Standard Time")]
    [InlineData("/citadel.org/20190914_1/Europe/Amsterdam")]
    [InlineData("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome\"")]
    [InlineData("Europe/Amsterdam")]
    [InlineData("\"Europe/Amsterdam\"")]
    public void A_zone_without_description_is_known_by_many_names(string tzid)
    {
        var feed = Calendars.Event($"DTSTART;TZID={tzid}:20260701T100000");
        Assert.Equal(["2026-07-01T08:00:00Z/2026-07-01T08:00:00Z"], feed.Moments("2026-01-01", "2027-01-01"));
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_a_problem_and_its_times_are_local()
    {
        var feed = Calendars.Event("DTSTART;TZID=Mars/Olympus:20260701T100000");
        Assert.Equal((ProblemKind.UnknownZone, 6), Assert.Single(feed.Problems) is var p ? (p.Kind, p.Line) : default);
        Assert.Equal(["2026-07-01 10:00"], feed.Starts("2026-01-01", "2027-01-01"));
        Assert.Equal("2026-07-01T08:00:00Z", feed.Moments("2026-01-01", "2027-01-01")[0][..20]);
    }

    [Fact]
    public void Floating_times_are_taken_where_the_reader_is_unless_the_calendar_lives_elsewhere()
    {
        const string Entry = "BEGIN:VEVENT\nUID:1\nDTSTART:20260701T100000\nEND:VEVENT";
        Assert.StartsWith(
            "2026-07-01T08",
            Calendars.Calendar(Entry).Moments("2026-01-01", "2027-01-01")[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "2026-07-01T09",
            Calendars.Calendar("X-WR-TIMEZONE:Europe/London\n" + Entry).Moments("2026-01-01", "2027-01-01")[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Before_the_first_onset_of_a_description_the_zone_of_that_name_holds()
    {
        var feed = Calendars.Calendar(
            AmsterdamDescribed
                .Replace("Buurttijd", "Europe/Amsterdam", StringComparison.Ordinal)
                .Replace("19810329", "20270328", StringComparison.Ordinal)
                .Replace("19961027", "20271031", StringComparison.Ordinal)
                + "\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Amsterdam:20260701T100000\nEND:VEVENT"
        );
        Assert.StartsWith("2026-07-01T08", feed.Moments("2026-01-01", "2027-01-01")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Until_in_universal_time_ends_a_series_in_local_time() =>
        Assert.Equal(
            ["2026-03-27 09:00", "2026-03-28 09:00", "2026-03-29 09:00"],
            Calendars
                .Event("DTSTART;TZID=Europe/Amsterdam:20260327T090000\nRRULE:FREQ=DAILY;UNTIL=20260329T070000Z")
                .Starts("2026-01-01", "2027-01-01")
        );

    [Fact]
    public void Whole_days_stay_whole_days_in_every_zone()
    {
        var day = Assert.Single(
            Calendars.Event("DTSTART;VALUE=DATE:20260329\nDTEND;VALUE=DATE:20260331").Expand("2026-01-01", "2027-01-01")
        );
        Assert.Equal(
            (new LocalDate(2026, 3, 29), new LocalDate(2026, 3, 31), true),
            (day.FirstDate, day.DateAfter, day.AllDay)
        );
        Assert.Equal(Duration.FromHours(47), day.End - day.Start);
    }

    private static string[] Moments(string lines) => Calendars.Event(lines).Moments("2026-01-01", "2027-01-01");
}
