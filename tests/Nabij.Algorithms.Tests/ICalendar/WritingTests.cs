using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.ICalendar;
using NodaTime;

namespace Nabij.Algorithms.Tests.ICalendar;

public sealed class WritingTests
{
    private const string Product = "-//Nabij//Agenda//NL";

    [Fact]
    public void What_is_written_and_read_again_is_the_same() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Events().ToArbitrary(),
                written =>
                {
                    var feed = new CalendarFeed { Name = "Agenda, Vleuten; \\ De Meern\nUtrecht", Events = [written] };
                    var read = CalendarReader.Read(CalendarWriter.ToBytes(feed, Product));
                    return read.Problems.Count == 0
                        && read.Name == feed.Name
                        && (read.Events[0] with { Line = 0 }) == written;
                }
            )
        );

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        var feed = new CalendarFeed
        {
            Events = [Soup with { Summary = string.Concat(Enumerable.Repeat("Soep voor iedereen é€🍲 ", 40)) }],
        };
        var file = CalendarWriter.ToBytes(feed, Product);
        var lines = Encoding.UTF8.GetString(file).Split("\r\n");
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.DoesNotContain('\uFFFD', string.Concat(lines));
        Assert.Equal(feed.Events[0].Summary, CalendarReader.Read(file).Events[0].Summary);
    }

    [Theory]
    [InlineData("Europe/Amsterdam", 1995)]
    [InlineData("Europe/Amsterdam", 2026)]
    [InlineData("America/New_York", 2005)]
    [InlineData("America/Sao_Paulo", 2017)]
    [InlineData("Africa/Casablanca", 2024)]
    [InlineData("Asia/Kathmandu", 1980)]
    [InlineData("Pacific/Apia", 2010)]
    public void The_description_of_a_zone_says_what_the_zone_is(string id, int year)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var start = new LocalDateTime(year, 1, 3, 9, 0);
        var feed = new CalendarFeed
        {
            Events = [Soup with { Start = CalendarTime.At(start, CalendarZone.Of(zone)), End = null }],
        };
        var renamed = Encoding
            .UTF8.GetString(CalendarWriter.ToBytes(feed, Product))
            .Replace(id, "Onbekend", StringComparison.Ordinal);
        var described = CalendarReader.Read(Encoding.UTF8.GetBytes(renamed)).Events[0].Start.Zone.Zone!;
        Assert.Contains("BEGIN:VTIMEZONE", renamed, StringComparison.Ordinal);
        for (
            var at = Instant.FromUtc(year, 1, 1, 0, 0);
            at < Instant.FromUtc(2058, 1, 1, 0, 0);
            at += Duration.FromHours(71)
        )
        {
            if (zone.GetUtcOffset(at) != described.GetUtcOffset(at))
                Assert.Fail($"{at}: {zone.GetUtcOffset(at)} became {described.GetUtcOffset(at)}");
        }
    }

    [Fact]
    public void Changes_that_come_back_every_year_are_one_rule()
    {
        var file = Encoding.UTF8.GetString(CalendarWriter.ToBytes(new CalendarFeed { Events = [Soup] }, Product));
        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", file, StringComparison.Ordinal);
        Assert.True(file.Split("BEGIN:STANDARD").Length + file.Split("BEGIN:DAYLIGHT").Length < 8);
    }

    [Fact]
    public void An_event_without_uid_gets_the_same_one_every_time()
    {
        var feed = new CalendarFeed { Events = [Soup with { Uid = "" }, Soup with { Uid = "", Summary = "Stamppot" }] };
        var first = CalendarReader.Read(CalendarWriter.ToBytes(feed, Product)).Events;
        Assert.Equal(CalendarWriter.ToBytes(feed, Product), CalendarWriter.ToBytes(feed, Product));
        Assert.NotEqual(first[0].Uid, first[1].Uid);
        Assert.All(first, e => Assert.EndsWith("@nabij.invalid", e.Uid, StringComparison.Ordinal));
    }

    [Fact]
    public void Until_has_the_type_that_the_start_asks_for()
    {
        var until = new RecurrenceRule(Frequency.Daily) { Until = CalendarTime.On(new LocalDate(2026, 7, 3)) };
        Assert.Contains("UNTIL=20260703T215959Z", Written(Soup with { Rules = new(until) }), StringComparison.Ordinal);
        Assert.Contains(
            "UNTIL=20260703\r\n",
            Written(Soup with { Rules = new(until), End = null, Start = CalendarTime.On(new LocalDate(2026, 7, 1)) }),
            StringComparison.Ordinal
        );
    }

    private static string Written(CalendarEvent entry) =>
        Encoding.UTF8.GetString(CalendarWriter.ToBytes(new CalendarFeed { Events = [entry] }, Product));

    private static readonly CalendarZone Zone = CalendarZone.Of(Calendars.Amsterdam);

    private static readonly CalendarEvent Soup = new()
    {
        Uid = "soep@schakel.example",
        Start = CalendarTime.At(new LocalDateTime(2026, 7, 1, 12, 0), Zone),
        End = CalendarTime.At(new LocalDateTime(2026, 7, 1, 13, 30), Zone),
        Stamp = Instant.FromUtc(2026, 6, 1, 0, 0),
        Summary = "Soep",
    };

    private static Gen<CalendarEvent> Events() =>
        from rule in RandomRules.Any()
        from zone in Gen.Elements(
            Zone,
            CalendarZone.Utc,
            CalendarZone.Floating,
            CalendarZone.Of(DateTimeZoneProviders.Tzdb["America/New_York"])
        )
        from kind in Gen.Choose(0, 5)
        from words in Gen.Elements(
            "Soep",
            "Koffie, thee; en \\ meer\n<b>vet</b>",
            "Ünïcödé 🍲",
            new string('x', 300),
            ""
        )
        from status in Gen.Elements(EventStatus.Confirmed, EventStatus.Tentative, EventStatus.Cancelled)
        from sequence in Gen.Choose(0, 9)
        let start = CalendarTime.At(rule.Start, zone)
        let later = CalendarTime.At(rule.Start.PlusHours(26), zone)
        select Soup with
        {
            Start = start,
            End = kind % 2 == 0 ? later : null,
            Duration = kind % 2 == 1 ? new CalendarDuration(kind, 60 * kind) : null,
            Rules = kind > 2 ? new(rule.Rule) : default,
            RecurrenceDates =
                kind == 4
                    ? new(
                        new RecurrenceDate(later),
                        new RecurrenceDate(start, later),
                        new RecurrenceDate(start, Duration: new CalendarDuration(0, 5_400))
                    )
                    : default,
            ExceptionDates = kind == 5 ? new(start, later, CalendarTime.On(rule.Start.Date)) : default,
            RecurrenceId = kind == 0 ? later : null,
            ThisAndFuture = kind == 0,
            Summary = words,
            Description = words + words,
            Location = words,
            Categories = words.Length == 0 ? default : new("Eten", words.Trim()),
            Status = status,
            Sequence = sequence,
            Transparent = kind == 1,
            LastModified = kind == 2 ? Instant.FromUtc(2026, 6, 2, 3, 4) : null,
            Url = "https://schakel.example/soep?a=1;b=2,c",
            Organizer = "mailto:schakel@example.nl",
            Geo = "52.1;5.05",
            Color = "teal",
        };
}
