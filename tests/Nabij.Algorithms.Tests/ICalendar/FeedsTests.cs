using Nabij.Algorithms.ICalendar;

namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>
/// Four small feeds as organisations in a neighbourhood publish them, with the mistakes of their programs.
/// </summary>
public sealed class FeedsTests
{
    [Fact]
    public void The_community_centre_publishes_from_outlook_with_windows_zones() =>
        Assert.Equal(
            [
                "2026-03-24 10:00 Koffie-inloop",
                "2026-03-31 10:00 Koffie-inloop",
                "2026-04-07 14:00 Koffie-inloop in de grote zaal",
                "2026-04-21 10:00 Koffie-inloop",
            ],
            Shown("buurthuis-outlook.ics", "2026-03-01", "2026-05-01")
        );

    [Fact]
    public void The_school_publishes_whole_days_from_google() =>
        Assert.Equal(
            ["2026-02-14 00:00 Voorjaarsvakantie", "2026-06-18 00:00 Schoolfeest", "2026-12-19 00:00 Kerstvakantie"],
            Shown("school-google.ics", "2026-01-01", "2027-01-01")
        );

    [Fact]
    public void The_church_publishes_times_without_zone_and_a_rule_for_the_last_sunday() =>
        Assert.Equal(
            ["2026-01-25 11:30 Kerklunch", "2026-02-22 11:30 Kerklunch", "2026-03-29 11:30 Kerklunch"],
            Shown("kerk-zwevend.ics", "2026-01-01", "2026-04-01")
        );

    [Fact]
    public void The_sports_club_publishes_a_broken_file_of_which_the_sound_events_are_kept()
    {
        Assert.Equal(
            ["2026-05-02 09:00 Wandelvoetbal", "2026-05-09 09:00 Wandelvoetbal"],
            Shown("sportclub-kapot.ics", "2026-01-01", "2027-01-01")
        );
        var feed = Read("sportclub-kapot.ics");
        Assert.Equal(
            [
                ProblemKind.UnreadableLine,
                ProblemKind.UnreadableValue,
                ProblemKind.MissingStart,
                ProblemKind.UnreadableValue,
                ProblemKind.BrokenNesting,
                ProblemKind.BrokenNesting,
            ],
            feed.Problems.Select(p => p.Kind)
        );
    }

    private static CalendarFeed Read(string name) => CalendarReader.Read(File.ReadAllBytes(SharedData.Own(name)));

    private static string[] Shown(string name, string from, string to) =>
        [
            .. Read(name)
                .Expand(from, to)
                .Select(o => $"{o.At.Local.ToString("uuuu-MM-dd HH:mm", null)} {o.Event.Summary}"),
        ];
}
