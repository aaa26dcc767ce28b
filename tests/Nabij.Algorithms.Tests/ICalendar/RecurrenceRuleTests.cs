using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.ICalendar;
using NodaTime;

namespace Nabij.Algorithms.Tests.ICalendar;

public sealed class RecurrenceRuleTests
{
    [Fact]
    public void Any_rule_gives_what_asking_every_minute_gives() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(250),
            Prop.ForAll(
                RandomRules.Any().ToArbitrary(),
                given =>
                {
                    var (rule, start) = given;
                    var end = start.PlusDays(
                        rule.Frequency switch
                        {
                            Frequency.Yearly => 1_500,
                            Frequency.Monthly => 500,
                            Frequency.Weekly or Frequency.Daily => 150,
                            _ => 12,
                        }
                    );
                    var slow = new SlowDefinition(rule, start).Until(end).TakeWhile(t => t < end).ToList();
                    var fast = Expand(rule, start, start, end);
                    return fast.SequenceEqual(slow);
                }
            )
        );

    [Fact]
    public void A_window_in_the_middle_shows_the_same_as_a_window_over_all() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(
                RandomRules.Any().ToArbitrary(),
                given =>
                {
                    var (rule, start) = given;
                    var days = rule.Frequency < Frequency.Daily ? 20 : 900;
                    var (from, to) = (start.PlusDays(days / 3), start.PlusDays(days / 2));
                    var all = Expand(rule, start, start, start.PlusDays(days)).Where(t => t >= from && t < to);
                    return Expand(rule, start, from, to).SequenceEqual(all);
                }
            )
        );

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", ProblemKind.MisplacedRulePart)]
    [InlineData("FREQ=DAILY;BYYEARDAY=100", ProblemKind.MisplacedRulePart)]
    [InlineData("FREQ=DAILY;BYSETPOS=1", ProblemKind.MisplacedRulePart)]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=20", ProblemKind.MisplacedRulePart)]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", ProblemKind.MisplacedRulePart)]
    [InlineData("FREQ=FORTNIGHTLY", ProblemKind.UnreadableValue)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", ProblemKind.UnreadableValue)]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", ProblemKind.UnreadableValue)]
    [InlineData("FREQ=DAILY;INTERVAL=0", ProblemKind.UnreadableValue)]
    [InlineData("FREQ=YEARLY;RSCALE=CHINESE", ProblemKind.UnsupportedRule)]
    public void What_a_rule_may_not_say_is_a_problem_on_its_line(string rule, ProblemKind kind)
    {
        var problem = Assert.Single(Calendars.Event($"DTSTART:20260105T090000\nRRULE:{rule}").Problems);
        Assert.Equal((kind, 7), (problem.Kind, problem.Line));
    }

    private static List<LocalDateTime> Expand(
        RecurrenceRule rule,
        LocalDateTime start,
        LocalDateTime from,
        LocalDateTime to
    )
    {
        var series = new CalendarEvent
        {
            Uid = "soep@schakel",
            Start = CalendarTime.At(start, CalendarZone.Floating),
            Rules = new(rule),
        };
        var window = new NodaTime.Interval(from.InUtc().ToInstant(), to.InUtc().ToInstant());
        return
        [
            .. new CalendarFeed { Events = [series] }
                .Occurrences(window, DateTimeZone.Utc)
                .Select(o => o.At.Local),
        ];
    }
}
