using System.Text;
using Nabij.Algorithms.ICalendar;

namespace Nabij.Algorithms.Tests.ICalendar;

public sealed class ReadingTests
{
    [Fact]
    public void A_folded_line_is_one_line_even_where_the_fold_cuts_a_character()
    {
        byte[] file =
        [
            .. "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:202601\r\n 05T090000Z\r\nSUMMARY:Caf"u8,
            0xC3,
            .. "\r\n "u8,
            0xA9,
            .. " open\r\n\tdeur\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8,
        ];
        var feed = CalendarReader.Read(file);
        Assert.Empty(feed.Problems);
        Assert.Equal("Café opendeur", Assert.Single(feed.Events).Summary.ToString());
    }

    [Fact]
    public void A_fold_within_name_or_parameters_is_undone_too() =>
        Assert.Equal(
            ["2026-07-01T08:00:00Z/2026-07-01T08:00:00Z"],
            Calendars
                .Event("DTST\n ART;TZID=Europe\n /Amsterdam:2026\n 0701T100000")
                .Moments("2026-01-01", "2027-01-01")
        );

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_kind_of_line_end_is_understood(string lineEnd) =>
        Assert.Equal(
            "Bingo",
            Assert.Single(Calendars.Read(Bingo.ReplaceLineEndings(lineEnd)).Events).Summary.ToString()
        );

    [Fact]
    public void Every_encoding_that_is_met_is_understood()
    {
        var text = Bingo.Replace("Bingo", "Café €5", StringComparison.Ordinal);
        byte[] windows = [.. Encoding.Latin1.GetBytes(text.Replace('€', '\u0080'))];
        foreach (
            var file in new[]
            {
                [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
                [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
                [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
                Encoding.Unicode.GetBytes(text),
                windows,
            }
        )
            Assert.Equal("Café €5", Assert.Single(CalendarReader.Read(file).Events).Summary.ToString());
        Assert.Equal(
            (ProblemKind.NotUtf8, 5),
            Assert.Single(CalendarReader.Read(windows).Problems) is var p ? (p.Kind, p.Line) : default
        );
    }

    [Fact]
    public void Escapes_are_undone_and_html_is_left_out_on_request()
    {
        var entry = Assert.Single(
            Calendars
                .Event(
                    "DTSTART:20260105T090000Z\nSUMMARY:Soep\\, brood\\; \\\\ kaas\\nen thee\nDESCRIPTION:<p>Tom &amp\\; Jerry &lt\\;b&gt\\;</p>Kom ook<br/>morgen 1 < 2"
                )
                .Events
        );
        Assert.Equal("Soep, brood; \\ kaas\nen thee", entry.Summary.ToString());
        Assert.Equal("Tom & Jerry \nKom ook\nmorgen 1 < 2", entry.Description.Plain());
    }

    [Theory]
    [InlineData("&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;", "alert(1)")]
    [InlineData("Soep &amp;amp; brood", "Soep & brood")]
    [InlineData("<img src=x onerror=alert(1)>Bingo", "Bingo")]
    [InlineData("5 < 6 & 7 > 6", "5 < 6 & 7 > 6")]
    public void However_often_html_was_escaped_no_tag_is_left(string said, string plain) =>
        Assert.Equal(plain, new Text(said).Plain());

    [Fact]
    public void Quoted_parameters_may_hold_colons_and_semicolons() =>
        Assert.Equal(
            "http://schakel.example",
            Assert
                .Single(
                    Calendars.Event("DTSTART:20260105T090000Z\nURL;X-A=\"a:b;c\";X-B=d:http://schakel.example").Events
                )
                .Url.ToString()
        );

    [Fact]
    public void Words_of_rfc_7986_are_read_before_their_older_namesakes()
    {
        var feed = Calendars.Calendar(
            "NAME:Agenda van Vleuten\nX-WR-CALNAME:oud\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\nCOLOR:teal\nSOURCE;VALUE=URI:https://schakel.example/a.ics\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nCONFERENCE;VALUE=URI:https://video.example/1\nIMAGE;VALUE=URI:https://schakel.example/1.png\nCATEGORIES:Eten,Samen\\, buiten\nEND:VEVENT"
        );
        Assert.Equal(
            ("Agenda van Vleuten", "teal", "https://schakel.example/a.ics"),
            (feed.Name.ToString(), feed.Color.ToString(), feed.Source.ToString())
        );
        Assert.Equal(new CalendarDuration(0, 43_200), feed.RefreshInterval);
        var entry = Assert.Single(feed.Events);
        Assert.Equal(
            ("https://video.example/1", "https://schakel.example/1.png"),
            (entry.Conference.ToString(), entry.Image.ToString())
        );
        Assert.Equal(["Eten", "Samen, buiten"], entry.Categories.ToArray());
    }

    [Theory]
    [InlineData("", ProblemKind.NotACalendar, 0)]
    [InlineData("<html>Niet gevonden</html>", ProblemKind.UnreadableLine, 1)]
    [InlineData("BEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nEND:VEVENT", ProblemKind.BrokenNesting, 1)]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR", ProblemKind.BrokenNesting, 2)]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Bingo\nEND:VEVENT\nEND:VCALENDAR",
        ProblemKind.MissingStart,
        2
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260105T090000Z\nEND:VEVENT\nEND:VCALENDAR",
        ProblemKind.MissingUid,
        2
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nDTEND:20260231T090000Z\nEND:VEVENT\nEND:VCALENDAR",
        ProblemKind.UnreadableValue,
        5
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nDTEND:20260105T080000Z\nEND:VEVENT\nEND:VCALENDAR",
        ProblemKind.EndBeforeStart,
        2
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Leeg\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Leeg:20260105T090000\nEND:VEVENT\nEND:VCALENDAR",
        ProblemKind.UnusableZone,
        2
    )]
    public void What_is_wrong_is_told_with_its_line(string file, ProblemKind kind, int line)
    {
        var feed = Calendars.Read(file);
        Assert.Contains(feed.Problems, p => p.Kind == kind && p.Line == line && p.Words.EndsWith('.'));
    }

    [Fact]
    public void An_event_cut_off_by_the_end_of_the_file_is_not_believed_but_those_before_it_are()
    {
        var feed = Calendars.Read(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20260106T090000Z\nRRULE:FREQ=DA"
        );
        Assert.Equal("1", Assert.Single(feed.Events).Uid);
        Assert.Contains(feed.Problems, p => p is { Kind: ProblemKind.BrokenNesting, Line: 6 });
    }

    [Fact]
    public void One_bad_event_leaves_the_others_alone()
    {
        var feed = Calendars.Calendar(
            "BEGIN:VEVENT\nUID:1\nDTSTART:morgen\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20260105T090000Z\nBEGIN:VALARM\nDTSTART:19990101T000000Z\nEND:VALARM\nEND:VEVENT"
        );
        Assert.Equal(("2", 2026), Assert.Single(feed.Events) is var e ? (e.Uid, e.Start.Date.Year) : default);
        Assert.Equal([ProblemKind.UnreadableValue, ProblemKind.MissingStart], feed.Problems.Select(p => p.Kind));
    }

    private const string Bingo =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nSUMMARY:Bingo\nEND:VEVENT\nEND:VCALENDAR\n";
}
