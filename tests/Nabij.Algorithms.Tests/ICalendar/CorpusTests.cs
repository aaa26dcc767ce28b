using System.Text.Json;
using Nabij.Algorithms.ICalendar;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>
/// The calendars of other projects and what their engines make of them, where these files are present.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly InstantPattern Basic = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Each has its line in the README's table of decisions.</summary>
    private static readonly string[] Decided =
    [
        "ical4j__ical4j__src_test_resources_samples_valid_Earth32Seasons.ics",
        "libical__libical__test-data_classify.ics",
        "niccokunzmann__python-recurring-ical-events__recurring_ical_events_test_calendars_issue_86_x_wr_timezone_without_time_zone_in_dt.ics",
    ];

    [Fact]
    public void Where_the_engines_agree_we_agree_save_for_the_decisions_in_writing()
    {
        var folder = Folder();
        var different = Directory
            .GetFiles(Path.Combine(folder, "expected"), "*.json")
            .Where(path => !IsEqual(path, Path.Combine(folder, "feeds", Path.GetFileNameWithoutExtension(path))))
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);
        Assert.Equal(Decided, different);
    }

    [Fact]
    public void Every_calendar_is_read_written_and_read_again_with_the_same_occurrences()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Folder(), "feeds"), "*.ics"))
        {
            var feed = CalendarReader.Read(File.ReadAllBytes(path));
            var again = CalendarReader.Read(
                CalendarWriter.ToBytes(
                    feed with
                    {
                        Events = [.. feed.Events.Where(e => e.Uid.Length > 0)],
                    },
                    "-//Nabij//NL"
                )
            );
            Assert.True(Moments(feed).SequenceEqual(Moments(again)), path);
        }
    }

    [Fact]
    public void Damaged_calendars_never_throw()
    {
        var corpus = Directory
            .GetFiles(Path.Combine(Folder(), "feeds"), "*.ics")
            .Select(File.ReadAllBytes)
            .Where(f => f.Length < 20_000)
            .ToArray();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 1_500; i++)
        {
            var file = Damaged(corpus[random.Next(corpus.Length)], corpus[random.Next(corpus.Length)], random);
            _ = CalendarReader
                .Read(file)
                .Occurrences(Calendars.Window("2026-01-01", "2027-01-01"), Calendars.Amsterdam)
                .Count();
        }
    }

    private static byte[] Damaged(byte[] file, byte[] other, Random random)
    {
        var bytes = file.ToArray();
        for (var i = random.Next(8); i >= 0 && bytes.Length > 0; i--)
            bytes[random.Next(bytes.Length)] =
                random.Next(2) == 0 ? (byte)random.Next(256) : (byte)('0' + random.Next(10));
        return random.Next(3) > 0
            ? bytes
            : [.. bytes[..random.Next(bytes.Length + 1)], .. other[random.Next(other.Length + 1)..]];
    }

    private static string Folder()
    {
        var folder = SharedData.Calendars();
        Assert.SkipUnless(folder is not null, "The calendars of other projects are not on this machine.");
        return folder!;
    }

    private static bool IsEqual(string expected, string feed)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(expected));
        var window = json
            .RootElement.GetProperty("window")
            .EnumerateArray()
            .Select(t => Basic.Parse(t.GetString()!).Value)
            .ToArray();
        var theirs = json
            .RootElement.GetProperty("occurrences")
            .EnumerateArray()
            .Select(o => $"{o[0]} {o[1]}")
            .Order(StringComparer.Ordinal);
        var ours = CalendarReader
            .Read(File.ReadAllBytes(feed))
            .Occurrences(new Interval(window[0], window[1]), DateTimeZone.Utc)
            .Select(o =>
                $"{o.Event.Uid} {(o.AllDay ? LocalDatePattern.Iso.Format(o.FirstDate) : InstantPattern.General.Format(o.Start))}"
            )
            .Order(StringComparer.Ordinal);
        return theirs.SequenceEqual(ours);
    }

    private static IEnumerable<(string, Instant, Instant)> Moments(CalendarFeed feed) =>
        feed.Occurrences(
                Calendars.Window("1995-01-01", "2030-01-01"),
                Calendars.Amsterdam,
                new ExpansionLimits { OccurrencesPerEvent = 2_000 }
            )
            .Where(o => o.Event.Uid.Length > 0)
            .Select(o => (o.Event.Uid, o.Start, o.End))
            .Order();
}
