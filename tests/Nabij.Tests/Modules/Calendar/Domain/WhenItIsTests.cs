using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar.Domain;

/// <summary>'Elke eerste dinsdag, niet in de schoolvakanties', in words and in the calendar.</summary>
public sealed class WhenItIsTests
{
    private static readonly bool[] RestsOrNot = [true, false];
    private static readonly LocalDate Tuesday = new(2026, 6, 2);

    public static TheoryData<RepeatEvery, bool> Rhythms =>
        [.. Enum.GetValues<RepeatEvery>().SelectMany(e => RestsOrNot, (e, rests) => new TheoryDataRow<RepeatEvery, bool>(e, rests))];

    [Theory, MemberData(nameof(Rhythms))]
    public void The_calendar_has_the_days_that_the_words_promise(RepeatEvery every, bool rests)
    {
        var when = new WhenItIs(Tuesday, new(10, 0), new(11, 30), every, new(2027, 5, 30), rests ? HolidayRegion.North : null, rests);

        var days = when.ToTiming().DatesWithin(new(Tuesday, new(2027, 6, 30))).Select(d => d.Day);

        Assert.Equal(when.Repeat!.Kept, days);
    }

    [Theory, MemberData(nameof(Rhythms))]
    public void What_was_written_reads_back_the_same(RepeatEvery every, bool rests)
    {
        var when = new WhenItIs(Tuesday, new(19, 30), new(21, 0), every, rests ? new(2027, 5, 30) : null, rests ? HolidayRegion.South : null, rests);

        Assert.Equal(when, WhenItIs.Of(when.ToTiming()));
    }

    [Fact]
    public void Once_reads_back_as_once()
    {
        var when = new WhenItIs(Tuesday, new(10, 0), new(11, 30));

        Assert.Equal(when, WhenItIs.Of(when.ToTiming()));
        Assert.Equal([Tuesday], when.ToTiming().DatesWithin(new(Tuesday, Tuesday)).Select(d => d.Day));
    }

    [Fact]
    public void Times_that_cannot_be_are_refused()
    {
        var when = new WhenItIs(Tuesday, new(10, 0), new(11, 30));

        Assert.Null(when.RefusalSeenFrom(Tuesday));
        Assert.IsType<DateIsOver>(when.RefusalSeenFrom(Tuesday.PlusDays(1)));
        Assert.IsType<EndsBeforeItStarts>((when with { Until = new(9, 0) }).RefusalSeenFrom(Tuesday));
        Assert.IsType<NoDatesThere>((when with { Every = RepeatEvery.Week, Last = Tuesday.PlusDays(-1) }).RefusalSeenFrom(Tuesday));
        Assert.IsType<DayOutOfReach>((when with { First = new(2036, 1, 1) }).RefusalSeenFrom(Tuesday));
    }
}
