using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Tests.Kernel.Time;

public sealed class RepeatTests
{
    private static readonly Texts Dutch = new TextCatalogue([typeof(Program).Assembly]).In("nl");
    private static readonly LocalDate Tuesday = new(2026, 9, 1);

    [Fact]
    public void Every_first_Tuesday_is_the_first_Tuesday_of_each_month() =>
        Assert.Equal(
            ["09-01", "10-06", "11-03", "12-01", "01-05"],
            Dates(new(RepeatEvery.FirstOfMonth, Tuesday, new(2027, 1, 31)))
        );

    [Fact]
    public void What_starts_after_the_first_Tuesday_starts_with_the_next_one() =>
        Assert.Equal(["10-06"], Dates(new(RepeatEvery.FirstOfMonth, new(2026, 9, 8), new(2026, 10, 31))));

    [Fact]
    public void The_last_Friday_is_the_fourth_or_the_fifth() =>
        Assert.Equal(["10-30", "11-27", "12-25"], Dates(new(RepeatEvery.LastOfMonth, new(2026, 10, 2), new(2026, 12, 31))));

    [Fact]
    public void Every_other_week_leaves_out_one_and_includes_the_last_day() =>
        Assert.Equal(["09-01", "09-15", "09-29"], Dates(new(RepeatEvery.OtherWeek, Tuesday, new(2026, 9, 29))));

    [Fact]
    public void Not_in_the_school_holidays_leaves_out_those_of_the_own_region()
    {
        var repeat = new Repeat(RepeatEvery.Week, new(2026, 10, 6), new(2026, 10, 27), HolidayRegion.North);

        Assert.Equal(["10-06", "10-20", "10-27"], Dates(repeat));
        Assert.Equal(["10-06", "10-13", "10-27"], Dates(repeat with { NotInSchoolHolidaysOf = HolidayRegion.Central }));
        Assert.Equal(SchoolHoliday.Autumn, repeat.Dates.Single(d => d.LeftOut is not null).LeftOut?.Holiday);
    }

    [Fact]
    public void Not_on_public_holidays_leaves_out_Whit_Monday_and_says_so()
    {
        var repeat = new Repeat(RepeatEvery.Week, new(2026, 5, 18), new(2026, 6, 1), NotOnPublicHolidays: true);

        Assert.Equal(["05-18", "06-01"], Dates(repeat));
        Assert.Equal("tweede pinksterdag", Dutch.Reason(repeat.Dates.Single(d => d.LeftOut is not null).LeftOut!));
    }

    [Fact]
    public void No_repeat_goes_on_for_ever() =>
        Assert.Equal(Repeat.MaxDates, new Repeat(RepeatEvery.Week, Tuesday, LocalDate.MaxIsoValue).Dates.Count());

    [Theory]
    [InlineData(RepeatEvery.FirstOfMonth, true, false, "elke eerste dinsdag van de maand, niet in de schoolvakanties")]
    [InlineData(RepeatEvery.OtherWeek, false, false, "om de week op dinsdag")]
    [InlineData(RepeatEvery.Week, true, true, "elke dinsdag, niet in de schoolvakanties en niet op feestdagen")]
    public void A_repeat_is_told_as_people_say_it(RepeatEvery every, bool notInHolidays, bool notOnFeasts, string words) =>
        Assert.Equal(words, Dutch.Repeat(new(every, Tuesday, Tuesday, notInHolidays ? HolidayRegion.North : null, notOnFeasts)));

    private static IEnumerable<string> Dates(Repeat repeat) => repeat.Kept.Select(d => $"{d:MM-dd}");
}
