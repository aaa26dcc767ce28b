using Nabij.Algorithms.ICalendar;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>Soup at the Schakel, every Monday of January 2026 at noon, and what happens to it.</summary>
public sealed class SeriesTests
{
    private const string Series =
        "BEGIN:VEVENT\nUID:soep\nDTSTAMP:20251201T000000Z\nSUMMARY:Soep\nDTSTART:20260105T120000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\n";

    [Fact]
    public void One_change_moves_one_instance() =>
        Assert.Equal(
            [
                "2026-01-05 12:00 Soep",
                "2026-01-13 18:00 Soep met brood",
                "2026-01-19 12:00 Soep",
                "2026-01-26 12:00 Soep",
            ],
            Shown(Series + Change("RECURRENCE-ID:20260112T120000", "DTSTART:20260113T180000\nSUMMARY:Soep met brood"))
        );

    [Fact]
    public void This_and_future_moves_and_renames_all_later_ones_and_gives_them_its_length()
    {
        var feed = Calendars.Calendar(
            Series
                + Change(
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260112T120000",
                    "DTSTART:20260112T123000\nDURATION:PT2H\nSUMMARY:Stamppot"
                )
        );
        Assert.Equal(
            [
                "2026-01-05 12:00 Soep",
                "2026-01-12 12:30 Stamppot",
                "2026-01-19 12:30 Stamppot",
                "2026-01-26 12:30 Stamppot",
            ],
            Shown(feed)
        );
        Assert.Equal(
            [60, 120, 120, 120],
            feed.Expand("2026-01-01", "2027-01-01").Select(o => (o.End - o.Start).TotalMinutes)
        );
    }

    [Fact]
    public void A_change_of_one_within_this_and_future_stays_its_own() =>
        Assert.Equal(
            ["2026-01-05 12:00 Soep", "2026-01-12 13:00 Later", "2026-01-19 15:00 Nog later", "2026-01-26 13:00 Later"],
            Shown(
                Series
                    + Change(
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260112T120000",
                        "DTSTART:20260112T130000\nSUMMARY:Later"
                    )
                    + Change("RECURRENCE-ID:20260119T120000", "DTSTART:20260119T150000\nSUMMARY:Nog later")
            )
        );

    [Fact]
    public void Of_two_changes_to_one_instance_the_later_revision_counts() =>
        Assert.Contains(
            "2026-01-12 16:00 Tweede",
            Shown(
                Series
                    + Change("RECURRENCE-ID:20260112T120000", "SEQUENCE:2\nDTSTART:20260112T160000\nSUMMARY:Tweede")
                    + Change("RECURRENCE-ID:20260112T120000", "SEQUENCE:1\nDTSTART:20260112T150000\nSUMMARY:Eerste")
            )
        );

    [Theory]
    [InlineData("SEQUENCE:1\nDTSTAMP:20250101T000000Z", "SEQUENCE:0\nDTSTAMP:20260101T000000Z")]
    [InlineData("SEQUENCE:1\nDTSTAMP:20260102T000000Z", "SEQUENCE:1\nDTSTAMP:20260101T000000Z")]
    public void Of_two_revisions_the_higher_sequence_counts_then_the_later_stamp(string winner, string loser) =>
        Assert.Equal(
            ["2026-01-05 14:00 Nieuw"],
            Shown(
                $"BEGIN:VEVENT\nUID:soep\n{winner}\nSUMMARY:Nieuw\nDTSTART:20260105T140000\nEND:VEVENT\nBEGIN:VEVENT\nUID:soep\n{loser}\nSUMMARY:Oud\nDTSTART:20260105T120000\nEND:VEVENT\n"
            )
        );

    [Fact]
    public void A_series_written_out_under_one_uid_is_kept_whole() =>
        Assert.Equal(
            ["2026-01-05 12:00 Soep", "2026-01-12 12:00 Soep"],
            Shown(
                "BEGIN:VEVENT\nUID:soep\nSUMMARY:Soep\nDTSTART:20260105T120000\nEND:VEVENT\nBEGIN:VEVENT\nUID:soep\nSUMMARY:Soep\nDTSTART:20260112T120000\nEND:VEVENT\n"
            )
        );

    [Fact]
    public void A_cancelled_instance_is_shown_as_cancelled()
    {
        var feed = Calendars.Calendar(
            Series + Change("RECURRENCE-ID:20260112T120000", "DTSTART:20260112T120000\nSTATUS:CANCELLED\nSUMMARY:Soep")
        );
        var cancelled = Assert.Single(
            feed.Expand("2026-01-01", "2027-01-01"),
            o => o.Event.Status == EventStatus.Cancelled
        );
        Assert.Equal(12, cancelled.At.Date.Day);
    }

    [Fact]
    public void A_calendar_with_method_cancel_cancels_all_its_events() =>
        Assert.All(
            Calendars.Calendar("METHOD:CANCEL\n" + Series).Expand("2026-01-01", "2027-01-01"),
            o => Assert.Equal(EventStatus.Cancelled, o.Event.Status)
        );

    [Fact]
    public void A_change_without_its_series_is_still_shown() =>
        Assert.Equal(
            ["2026-01-13 18:00 Soep"],
            Shown(Change("RECURRENCE-ID:20260112T120000", "DTSTART:20260113T180000\nSUMMARY:Soep"))
        );

    [Theory]
    [InlineData("EXDATE:20260112T120000,20260119T120000")]
    [InlineData("EXDATE;VALUE=DATE:20260112\nEXDATE;TZID=Europe/Amsterdam:20260119T120000")]
    [InlineData("EXDATE;TZID=Europe/London:20260112T110000\nEXDATE:20260119T110000Z")]
    public void Excluded_dates_leave_however_they_are_written(string excluded) =>
        Assert.Equal(
            ["2026-01-05 12:00", "2026-01-26 12:00"],
            Calendars
                .Event($"DTSTART;TZID=Europe/Amsterdam:20260105T120000\nRRULE:FREQ=WEEKLY;COUNT=4\n{excluded}")
                .Starts("2026-01-01", "2027-01-01")
        );

    [Fact]
    public void An_exception_rule_leaves_its_dates_out() =>
        Assert.Equal(
            ["2026-01-05 12:00", "2026-01-07 12:00", "2026-01-09 12:00"],
            Calendars
                .Event("DTSTART:20260105T120000\nRRULE:FREQ=DAILY;COUNT=5\nEXRULE:FREQ=WEEKLY;BYDAY=TU,TH")
                .Starts("2026-01-01", "2027-01-01")
        );

    [Fact]
    public void Listed_dates_join_the_series_each_once_and_a_period_has_its_own_length()
    {
        var feed = Calendars.Event(
            "DTSTART:20260105T120000\nDURATION:PT1H\nRDATE:20260105T120000,20260107T120000\nRDATE;VALUE=PERIOD:20260108T120000/PT3H,20260109T120000/20260109T140000"
        );
        Assert.Equal(
            [("05", 60), ("07", 60), ("08", 180), ("09", 120)],
            feed.Expand("2026-01-01", "2027-01-01")
                .Select(o => (o.At.Date.Day.ToString("D2", null), (int)(o.End - o.Start).TotalMinutes))
        );
    }

    [Fact]
    public void A_listed_day_means_that_day_at_the_time_of_the_series() =>
        Assert.Equal(
            ["2026-01-05 12:00", "2026-01-08 12:00"],
            Calendars.Event("DTSTART:20260105T120000\nRDATE;VALUE=DATE:20260108").Starts("2026-01-01", "2027-01-01")
        );

    [Fact]
    public void An_evening_that_began_before_the_window_and_ends_in_it_is_in_it()
    {
        var feed = Calendars.Event("DTSTART:20260105T220000\nDURATION:PT4H\nRRULE:FREQ=DAILY;COUNT=3");
        Assert.Equal(["2026-01-05 22:00", "2026-01-06 22:00"], feed.Starts("2026-01-06", "2026-01-07"));
        Assert.Equal(["2026-01-07 22:00"], feed.Starts("2026-01-08", "2026-01-09"));
    }

    [Fact]
    public void A_change_moved_into_the_window_is_found_there() =>
        Assert.Equal(
            ["2026-03-02 12:00 Soep"],
            [
                .. Calendars
                    .Calendar(Series + Change("RECURRENCE-ID:20260112T120000", "DTSTART:20260302T120000\nSUMMARY:Soep"))
                    .Expand("2026-03-01", "2026-04-01")
                    .Select(Line),
            ]
        );

    private static string Change(string instance, string lines) =>
        $"BEGIN:VEVENT\nUID:soep\nDTSTAMP:20251201T000000Z\n{instance}\n{lines}\nEND:VEVENT\n";

    private static string[] Shown(string lines) => Shown(Calendars.Calendar(lines));

    private static string[] Shown(CalendarFeed feed) => [.. feed.Expand("2026-01-01", "2027-01-01").Select(Line)];

    private static string Line(Occurrence o) => $"{o.At.Local.ToString("uuuu-MM-dd HH:mm", null)} {o.Event.Summary}";
}
