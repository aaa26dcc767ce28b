using System.Text;
using Nabij.Algorithms.ICalendar;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>Whatever a feed contains, reading and expanding end soon, and say what was left out.</summary>
public sealed class LimitsTests
{
    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        var feed = CalendarReader.Read(new byte[100], new ReadingLimits { Bytes = 99 });
        Assert.Equal(ProblemKind.FileTooLarge, Assert.Single(feed.Problems).Kind);
    }

    [Fact]
    public void A_line_that_is_too_long_is_left_out() =>
        Assert.Equal(
            (ProblemKind.LineTooLong, 5),
            Only(
                "BEGIN:VEVENT\nSUMMARY:" + new string('x', 200) + "\nUID:1\nDTSTART:20260105\nEND:VEVENT",
                new() { LineBytes = 100 }
            )
        );

    [Fact]
    public void Too_many_events_are_left_out() =>
        Assert.Equal(
            (ProblemKind.TooManyEvents, 12),
            Only(
                string.Join('\n', Enumerable.Repeat("BEGIN:VEVENT\nUID:1\nDTSTART:20260105\nEND:VEVENT", 4)),
                new() { Events = 2 }
            )
        );

    [Fact]
    public void What_is_nested_too_deep_is_left_out() =>
        Assert.Equal(
            (ProblemKind.NestedTooDeep, 6),
            Only(
                string.Concat(Enumerable.Repeat("BEGIN:X-A\n", 50)) + string.Concat(Enumerable.Repeat("END:X-A\n", 50)),
                new() { Depth = 3 }
            )
        );

    [Fact]
    public void Too_many_rules_are_left_out() =>
        Assert.Equal(
            (ProblemKind.TooManyRules, 9),
            Only(
                "BEGIN:VEVENT\nUID:1\nDTSTART:20260105\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY\nEND:VEVENT",
                new() { RulesPerEvent = 1 },
                offset: 1
            )
        );

    [Fact]
    public void Too_many_dates_are_left_out() =>
        Assert.Equal(
            (ProblemKind.TooManyDates, 7),
            Only(
                "BEGIN:VEVENT\nUID:1\nDTSTART:20260105\nRDATE:20260106,20260107,20260108\nEND:VEVENT",
                new() { DatesPerEvent = 2 }
            )
        );

    [Fact]
    public void Too_many_zones_are_read_as_local_time() =>
        Assert.Equal(
            (ProblemKind.TooManyZones, 7),
            Only(
                "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Amsterdam:20260105T090000\nDTEND;TZID=Europe/Paris:20260105T100000\nRDATE;TZID=Europe/Rome:20260106T090000\nEND:VEVENT",
                new() { Zones = 1 }
            )
        );

    [Fact]
    public void Too_many_problems_are_one_problem()
    {
        var feed = CalendarReader.Read(
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("?\n", 100))),
            new ReadingLimits { Problems = 5 }
        );
        Assert.Equal(6, feed.Problems.Count);
        Assert.Equal(ProblemKind.TooManyProblems, feed.Problems[^1].Kind);
    }

    [Theory]
    [InlineData(3, 100)]
    [InlineData(100, 3)]
    public void Too_many_occurrences_stop_with_a_problem(int perEvent, int together)
    {
        var problems = new List<Problem>();
        var limits = new ExpansionLimits { OccurrencesPerEvent = perEvent, Occurrences = together };
        Assert.Equal(
            3,
            Calendars
                .Event("DTSTART:20260105T090000Z\nRRULE:FREQ=DAILY")
                .Expand("2026-01-01", "2027-01-01", limits, problems)
                .Count
        );
        Assert.Equal(
            (ProblemKind.TooManyOccurrences, 4),
            Assert.Single(problems) is var p ? (p.Kind, p.Line) : default
        );
    }

    [Theory]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MINUTELY;INTERVAL=2147483647")]
    [InlineData("FREQ=YEARLY;INTERVAL=2147483647")]
    public void A_rule_that_never_comes_true_ends(string rule) =>
        Assert.True(
            Calendars.Event($"DTSTART:20200105T090000Z\nRRULE:{rule}").Starts("2026-01-01", "2900-01-01").Length == 0
        );

    [Fact]
    public void A_rule_that_asks_for_too_much_counting_stops_with_a_problem()
    {
        var problems = new List<Problem>();
        var feed = Calendars.Event("DTSTART:19700105T090000Z\nRRULE:FREQ=SECONDLY;BYHOUR=3;COUNT=2000000000");
        Assert.Empty(feed.Expand("2026-01-01", "2027-01-01", new() { Steps = 100_000 }, problems));
        Assert.Equal(ProblemKind.TooMuchCounting, Assert.Single(problems).Kind);
    }

    [Theory]
    [InlineData(1_000, 1_000_000, 2)]
    [InlineData(1_000_000, 1_000, 1)]
    public void An_event_that_asks_for_too_much_counting_is_named_once(long perEvent, long together, int named)
    {
        const string Endless =
            "BEGIN:VEVENT\nUID:{0}\nDTSTART:19700105T090000Z\nRRULE:FREQ=SECONDLY;BYHOUR=3;COUNT=2000000000\nEND:VEVENT\n";
        var problems = new List<Problem>();
        var soup = "BEGIN:VEVENT\nUID:soep\nDTSTART:20260105T090000Z\nEND:VEVENT";
        var feed = Calendars.Calendar(
            Endless.Replace("{0}", "1", StringComparison.Ordinal)
                + Endless.Replace("{0}", "2", StringComparison.Ordinal)
                + soup
        );
        var limits = new ExpansionLimits { StepsPerEvent = perEvent, Steps = together };
        Assert.Equal("soep", Assert.Single(feed.Expand("2026-01-01", "2027-01-01", limits, problems)).Event.Uid);
        Assert.Equal(named, problems.Count(p => p.Kind == ProblemKind.TooMuchCounting));
    }

    [Fact]
    public void Every_second_of_every_day_of_a_year_ends_with_a_problem()
    {
        var numbers = Enumerable.Range(0, 60).ToArray();
        var rule =
            $"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR={string.Join(',', numbers[..24])};BYMINUTE={string.Join(',', numbers)};BYSECOND={string.Join(',', numbers)};COUNT=2000000000";
        var problems = new List<Problem>();
        Assert.Empty(
            Calendars
                .Event($"DTSTART:19700105T090000Z\nRRULE:{rule}")
                .Expand("2026-01-01", "2027-01-01", null, problems)
        );
        Assert.Equal(ProblemKind.TooMuchCounting, Assert.Single(problems).Kind);
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=DAILY;COUNT=100000")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=100000")]
    [InlineData("FREQ=HOURLY;INTERVAL=24;COUNT=100000")]
    public void A_week_of_a_daily_series_from_1930_takes_a_handful_of_steps(string rule)
    {
        var problems = new List<Problem>();
        var week = Calendars
            .Event($"DTSTART:19300101T090000Z\nRRULE:{rule}")
            .Expand("2026-02-02", "2026-02-09", new() { Steps = 50 }, problems);
        Assert.Empty(problems);
        Assert.Equal(7, week.Count);
    }

    [Fact]
    public void Twenty_thousand_changes_to_one_series_cost_no_more_than_twenty_thousand_events()
    {
        var lines = new StringBuilder(
            "BEGIN:VEVENT\nUID:soep\nDTSTART:20200105T090000Z\nRRULE:FREQ=HOURLY\nEND:VEVENT\n"
        );
        for (var day = 0; day < 20_000; day++)
        {
            var at = $"20260101T{day / 3600:D2}{day / 60 % 60:D2}{day % 60:D2}Z";
            lines.Append(
                null,
                $"BEGIN:VEVENT\nUID:soep\nRECURRENCE-ID;RANGE=THISANDFUTURE:{at}\nDTSTART:{at}\nEND:VEVENT\n"
            );
        }

        Assert.InRange(Calendars.Calendar(lines.ToString()).Expand("2026-01-01", "2027-01-01").Count, 28_000, 29_000);
    }

    [Fact]
    public void A_title_of_a_megabyte_makes_a_short_sentence() =>
        Assert.All(
            Calendars.Event($"SUMMARY:{new string('x', 900_000)}").Problems,
            problem => Assert.True(problem.Words.Length < 400)
        );

    [Fact]
    public void Occurrences_are_found_while_walking() =>
        Assert.Equal(
            5,
            Calendars
                .Event("DTSTART:20260105T090000Z\nRRULE:FREQ=SECONDLY")
                .Expand("2026-01-01", "2027-01-01", new() { OccurrencesPerEvent = 5 })
                .Count
        );

    private static (ProblemKind Kind, int Line) Only(string lines, ReadingLimits limits, int offset = 0)
    {
        var file = $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{lines}\nEND:VCALENDAR\n";
        var problem = Assert.Single(CalendarReader.Read(Encoding.UTF8.GetBytes(file), limits).Problems);
        return (problem.Kind, problem.Line + offset);
    }
}
