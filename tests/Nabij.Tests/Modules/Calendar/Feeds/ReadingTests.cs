using System.Text;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Reading;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>What organisations really put on the web, and what we make of it.</summary>
public sealed class ReadingTests
{
    private static readonly Interval Year = new(Instant.FromUtc(2026, 6, 1, 22, 0), Instant.FromUtc(2027, 6, 1, 22, 0));

    [Fact]
    public void A_series_is_one_activity_with_its_dates()
    {
        var feed = Calendar(
            """
            BEGIN:VEVENT
            UID:koersbal@kade.example
            DTSTART;TZID=Europe/Amsterdam:20260602T140000
            DTEND;TZID=Europe/Amsterdam:20260602T160000
            RRULE:FREQ=WEEKLY;COUNT=4
            EXDATE;TZID=Europe/Amsterdam:20260609T140000
            SUMMARY:Koersbal
            LOCATION:De Kade\, grote zaal
            CATEGORIES:Bewegen,Ouderen
            GEO:51.97;5.34
            URL:https://kade.example/koersbal
            END:VEVENT
            """
        );

        var koersbal = Assert.Single(feed.Items);
        Assert.Equal("Koersbal", koersbal.Words.Title);
        Assert.Equal("De Kade, grote zaal", koersbal.Words.Place);
        Assert.Equal(["Bewegen", "Ouderen"], koersbal.Words.Categories);
        Assert.Equal(new GeoPoint(5.34, 51.97), koersbal.Words.At);
        Assert.Equal("https://kade.example/koersbal", koersbal.Words.Link);
        Assert.Equal([2, 16, 23], koersbal.Dates.Select(d => d.Start.Day));
        Assert.Equal(new LocalTime(16, 0), koersbal.Dates[0].End.TimeOfDay);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public void The_marks_that_programs_renew_at_each_fetch_make_no_difference()
    {
        static string Told(string stamp) => $"BEGIN:VEVENT\nUID:1\nDTSTAMP:{stamp}\nLAST-MODIFIED:{stamp}\nSEQUENCE:3\nDTSTART:20260602T100000Z\nDTEND:20260602T110000Z\nSUMMARY:Soep\nLOCATION:Kade\nEND:VEVENT";

        var (once, again) = (Calendar(Told("20260601T000000Z")), Calendar(Told("20260602T120000Z")));

        Assert.Equal(once.Items[0].Words with { Categories = [] }, again.Items[0].Words with { Categories = [] });
        Assert.Equal(once.Items[0].Events, again.Items[0].Events.Select(e => e with { Line = once.Items[0].Events[0].Line }));
    }

    [Fact]
    public void Of_two_versions_of_one_event_the_last_counts()
    {
        var feed = Calendar(
            """
            BEGIN:VEVENT
            UID:soep
            SEQUENCE:2
            DTSTART:20260604T100000Z
            SUMMARY:Soep
            LOCATION:Kade
            END:VEVENT
            BEGIN:VEVENT
            UID:soep
            SEQUENCE:1
            DTSTART:20260603T100000Z
            SUMMARY:Soep
            LOCATION:Kade
            END:VEVENT
            """
        );

        Assert.Equal(4, Assert.Single(Assert.Single(feed.Items).Dates).Start.Day);
    }

    [Fact]
    public void One_UID_on_different_activities_is_told_and_the_title_tells_them_apart()
    {
        var feed = Calendar(
            """
            BEGIN:VEVENT
            UID:event
            DTSTART:20260604T100000Z
            DTEND:20260604T110000Z
            SUMMARY:Bingo
            LOCATION:Kade
            END:VEVENT
            BEGIN:VEVENT
            UID:event
            DTSTART:20260605T100000Z
            DTEND:20260605T110000Z
            SUMMARY:Soep
            LOCATION:Kade
            END:VEVENT
            """
        );

        Assert.Equal(["Bingo", "Soep"], feed.Items.Select(i => i.Words.Title));
        Assert.Equal(2, feed.Items.Select(i => i.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(feed.Problems, p => Assert.Equal(FeedFault.SharedUid, p.Fault));
    }

    [Theory]
    [InlineData("GEANNULEERD: Koersbal", "Koersbal", true)]
    [InlineData("Koersbal (afgelast)", "Koersbal", true)]
    [InlineData("VERVALT Koersbal", "Koersbal", true)]
    [InlineData("Koersbal - gaat niet door!", "Koersbal", true)]
    [InlineData("[Geannuleerd] Koersbal", "Koersbal", true)]
    [InlineData("Koersbal", "Koersbal", false)]
    [InlineData("Vervallen huizen in de Veldpoortstraat", "Vervallen huizen in de Veldpoortstraat", false)]
    [InlineData("Niet geannuleerde treinen", "Niet geannuleerde treinen", false)]
    public void Cancelled_in_the_title_is_cancelled(string said, string title, bool cancelled) =>
        Assert.Equal((title, cancelled), PlainWords.WithoutCancelled(said));

    [Theory]
    [InlineData("<script>alert(1)</script>Koffie", "alert(1)Koffie")]
    [InlineData("<b>Koffie</b> &amp; krant", "Koffie & krant")]
    [InlineData("&lt;img src=x onerror=alert(1)&gt;Koffie", "Koffie")]
    [InlineData("=HYPERLINK(\"http://kwaad.example\";\"Koffie\")", "HYPERLINK(\"http://kwaad.example\";\"Koffie\")")]
    [InlineData("@SUM(A1:A9)*cmd|' /C calc'!A0", "SUM(A1:A9)*cmd|' /C calc'!A0")]
    [InlineData("+31 koffie", "31 koffie")]
    [InlineData("Koffie\u202e eifok", "Koffie eifok")]
    [InlineData("Koffie\u0000\u0007\tmet\nkrant", "Koffie met krant")]
    public void A_title_is_plain_words_on_one_line(string said, string title) => Assert.Equal(title, PlainWords.Title(said));

    [Fact]
    public void A_title_of_a_megabyte_of_tags_is_cut_before_it_is_read()
    {
        var title = PlainWords.Title(string.Concat(Enumerable.Repeat("<a", 500_000)));

        Assert.InRange(title.Length, 0, PlainWords.MaxTitle);
    }

    [Fact]
    public void What_is_private_or_only_says_that_somebody_is_busy_stays_theirs()
    {
        var feed = Calendar(
            """
            BEGIN:VEVENT
            UID:1
            DTSTART:20260604T100000Z
            CLASS:PRIVATE
            SUMMARY:Gesprek met mevrouw B.
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART:20260604T100000Z
            SUMMARY:Bezet
            END:VEVENT
            """
        );

        Assert.Empty(feed.Items);
        Assert.Equal([(FeedFault.PrivateEvent, 4), (FeedFault.OnlyBusyTime, 10)], feed.Problems.Select(p => (p.Fault, p.Line)));
    }

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=MINUTELY;INTERVAL=7")]
    [InlineData("FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5")]
    [InlineData("FREQ=DAILY;COUNT=2000000000;BYSECOND=0,1,2,3;BYMINUTE=0,1,2,3;BYHOUR=1,2,3")]
    public void A_rule_that_never_ends_loses_its_own_activity_and_no_other(string rule)
    {
        var feed = Calendar(
            $"""
            BEGIN:VEVENT
            UID:bom
            DTSTART:20260602T100000Z
            RRULE:{rule}
            SUMMARY:Bom
            LOCATION:Kade
            END:VEVENT
            BEGIN:VEVENT
            UID:soep
            DTSTART:20260604T100000Z
            DTEND:20260604T110000Z
            SUMMARY:Soep
            LOCATION:Kade
            END:VEVENT
            """
        );

        Assert.Equal("Soep", Assert.Single(feed.Items).Words.Title);
        Assert.Contains(feed.Problems, p => p is { Fault: FeedFault.TooManyRepeats, Line: 4 });
    }

    [Fact]
    public void A_file_of_twenty_thousand_bombs_is_bounded_as_a_whole()
    {
        var bombs = string.Concat(Enumerable.Range(0, 25_000).Select(i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART:20260602T100000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:Bom {i}\nEND:VEVENT\n"));

        var feed = Calendar(bombs);

        Assert.Empty(feed.Items);
        Assert.Contains(feed.Problems, p => p.Fault is FeedFault.TooManyEvents);
        Assert.Contains(feed.Problems, p => p.Fault is FeedFault.TooManyRepeats);
    }

    [Fact]
    public void A_page_for_search_engines_is_read_in_all_the_ways_it_is_written()
    {
        var feed = Read(
            """
            <!doctype html><html><head><title>Agenda &amp; nieuws</title>
            <!-- <script type="application/ld+json">{"@type":"Event","name":"Weggelaten","startDate":"2026-06-10"}</script> -->
            <link rel="alternate" type="text/calendar" href="/agenda.ics?a=1&amp;b=2">
            <script>var x = "<script type='application/ld+json'>";</script>
            <script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[
              {"@type":"WebPage","name":"Agenda"},
              {"@type":["Event","SocialEvent"],"@id":"#soep","name":"Soep &amp; praat","startDate":"2026-06-10T17:30:00+02:00","endDate":"2026-06-10T19:00:00+02:00",
               "location":{"@type":"Place","name":"De Kade","address":{"streetAddress":"Havenstraat 3","addressLocality":"Wijk bij Duurstede"},"geo":{"latitude":51.97,"longitude":"5,34"}},
               "organizer":{"@type":"Organization","name":"Buurthuis De Kade"},"offers":[{"price":"4.50"}],"url":"https://kade.example/soep","keywords":"eten, samen"}
            ]}
            </script>
            <script type='application/ld+json'>/*x*/[{"@type":"http://schema.org/MusicEvent","name":"Koor","startDate":"2026-06-11","location":"Grote Kerk","isAccessibleForFree":true,},
             {"@type":"Event","name":"Afgelast concert","startDate":"2026-06-12T20:00","eventStatus":"https://schema.org/EventCancelled","location":["Grote Kerk"]}]</script>
            <script type="application/ld+json">{"@type":"Event","name":"Kapot",</script>
            <script type="application/ld+json">{"@type":"Event","name":"Zonder datum"}</script>
            </head></html>
            """
        );

        Assert.Equal(FeedForm.WebPage, feed.Form);
        Assert.Equal("Agenda & nieuws", feed.Name);
        Assert.Equal("/agenda.ics?a=1&b=2", feed.BetterAddress);
        Assert.Equal(["Soep & praat", "Koor", "Afgelast concert"], feed.Items.Select(i => i.Words.Title));
        var soup = feed.Items[0];
        Assert.Equal("#soep", soup.Key);
        Assert.Equal("De Kade, Havenstraat 3, Wijk bij Duurstede", soup.Words.Place);
        Assert.Equal(("Buurthuis De Kade", "4.50", new GeoPoint(5.34, 51.97)), (soup.Words.Host, soup.Words.Price, soup.Words.At!.Value));
        Assert.Equal(new(new(2026, 6, 10, 17, 30), new(2026, 6, 10, 19, 0), false, false), soup.Dates[0]);
        Assert.Equal(new(new(2026, 6, 11, 0, 0), new(2026, 6, 12, 0, 0), true, false), feed.Items[1].Dates[0]);
        Assert.True(feed.Items[2].Dates[0].Cancelled);
        Assert.Contains(feed.Problems, p => p is { Fault: FeedFault.UnreadableData, Line: 15 });
        Assert.Contains(feed.Problems, p => p is { Fault: FeedFault.MissingStart, Line: 16 });
    }

    [Fact]
    public void Dates_of_a_series_on_a_page_are_one_activity()
    {
        var feed = Read(
            """
            [{"@type":"Event","url":"https://koor.example/repetitie","name":"Repetitie","startDate":"2026-06-10T20:00","duration":"PT2H","location":"Kerk"},
             {"@type":"Event","url":"https://koor.example/repetitie","name":"Repetitie","startDate":"2026-06-17T20:00","duration":"PT2H","location":"Kerk"}]
            """
        );

        var rehearsal = Assert.Single(feed.Items);
        Assert.Equal([10, 17], rehearsal.Dates.Select(d => d.Start.Day));
        Assert.Equal(2, rehearsal.Events.Count);
        Assert.Equal(new LocalTime(22, 0), rehearsal.Dates[0].End.TimeOfDay);
    }

    [Theory]
    [InlineData("<html><h1>Wij zijn even dicht</h1></html>")]
    [InlineData("Internal error")]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("{\"@type\":\"Organization\"}")]
    public void What_is_no_calendar_is_not_taken_for_an_empty_one(string text)
    {
        var feed = Read(text);

        Assert.False(feed.IsCalendar);
        Assert.NotEmpty(feed.Problems);
    }

    [Fact]
    public void An_empty_calendar_is_a_calendar() => Assert.True(Calendar("").IsCalendar);

    [Fact]
    public void Data_nested_ten_thousand_deep_and_a_page_of_open_tags_do_no_harm()
    {
        var deep = $"<script type=\"application/ld+json\">{new string('[', 10_000)}{new string(']', 10_000)}</script>";
        var open = string.Concat(Enumerable.Repeat("<div><a href='", 100_000)) + string.Concat(Enumerable.Repeat("<!--", 100_000));

        Assert.Contains(Read(deep).Problems, p => p.Fault is FeedFault.UnreadableData);
        Assert.Contains(Read(open).Problems, p => p.Fault is FeedFault.NoEventData);
    }

    [Fact]
    public void Every_problem_of_the_engine_has_its_own_word_here() =>
        Assert.All(Enum.GetValues<ProblemKind>(), kind => Assert.Equal(kind.ToString(), FeedFaults.Of(kind).ToString()));

    private static FeedContent Calendar(string events) =>
        Read($"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Kade//NL\n{events.Trim()}{(events.Length > 0 ? "\n" : "")}END:VCALENDAR\n");

    private static FeedContent Read(string text) => ReadFeed.From(Encoding.UTF8.GetBytes(text), Year);
}
