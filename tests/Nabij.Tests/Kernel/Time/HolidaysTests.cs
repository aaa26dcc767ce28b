using Nabij.Kernel.Time;
using Nabij.Modules.Places.Cbs;
using NodaTime;

namespace Nabij.Tests.Kernel.Time;

public sealed class HolidaysTests
{
    /// <summary>Every public holiday of 2024, 2025 and 2026, as the central government publishes them.</summary>
    public static TheoryData<PublicHoliday, string[]> Published =>
        new()
        {
            { PublicHoliday.NewYear, ["2024-01-01", "2025-01-01", "2026-01-01"] },
            { PublicHoliday.GoodFriday, ["2024-03-29", "2025-04-18", "2026-04-03"] },
            { PublicHoliday.Easter, ["2024-03-31", "2025-04-20", "2026-04-05"] },
            { PublicHoliday.EasterMonday, ["2024-04-01", "2025-04-21", "2026-04-06"] },
            { PublicHoliday.KingsDay, ["2024-04-27", "2025-04-26", "2026-04-27"] },
            { PublicHoliday.LiberationDay, ["2024-05-05", "2025-05-05", "2026-05-05"] },
            { PublicHoliday.Ascension, ["2024-05-09", "2025-05-29", "2026-05-14"] },
            { PublicHoliday.Pentecost, ["2024-05-19", "2025-06-08", "2026-05-24"] },
            { PublicHoliday.PentecostMonday, ["2024-05-20", "2025-06-09", "2026-05-25"] },
            { PublicHoliday.Christmas, ["2024-12-25", "2025-12-25", "2026-12-25"] },
            { PublicHoliday.SecondChristmasDay, ["2024-12-26", "2025-12-26", "2026-12-26"] },
        };

    [Theory, MemberData(nameof(Published))]
    public void Each_public_holiday_is_on_the_day_that_was_published_and_on_no_other(PublicHoliday holiday, string[] dates) =>
        Assert.Equal(dates, DaysFrom(2024, 2026).Where(d => PublicHolidays.On(d) == holiday).Select(d => $"{d:uuuu-MM-dd}"));

    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(2008, 3, 23)]
    [InlineData(2038, 4, 25)]
    [InlineData(2100, 3, 28)]
    public void Easter_is_right_in_its_earliest_and_latest_years(int year, int month, int day) =>
        Assert.Equal([new LocalDate(year, month, day)], DaysFrom(year, year).Where(d => PublicHolidays.On(d) == PublicHoliday.Easter));

    [Fact]
    public void Every_municipality_of_the_country_has_its_region() =>
        Assert.Empty(new CbsCatalogue().Municipalities.Where(m => SchoolHolidays.RegionOf(m.Name) is null).Select(m => m.Name));

    [Theory]
    [InlineData("Stede Broec", HolidayRegion.North)]
    [InlineData("Deventer", HolidayRegion.North)]
    [InlineData("Hattem", HolidayRegion.North)]
    [InlineData("Wijk bij Duurstede", HolidayRegion.Central)]
    [InlineData("utrecht ", HolidayRegion.Central)]
    [InlineData("Arnhem", HolidayRegion.South)]
    public void A_municipality_is_in_the_region_of_its_schools(string municipality, HolidayRegion region) =>
        Assert.Equal(region, SchoolHolidays.RegionOf(municipality));

    [Fact]
    public void Of_a_place_that_is_no_municipality_nothing_is_made_up() => Assert.Null(SchoolHolidays.RegionOf("Bovenkarspel"));

    [Theory]
    [InlineData(HolidayRegion.North)]
    [InlineData(HolidayRegion.Central)]
    [InlineData(HolidayRegion.South)]
    public void Each_region_has_five_holidays_in_each_of_five_school_years_from_a_Saturday_to_a_Sunday(HolidayRegion region)
    {
        var periods = SchoolHolidays.In(region);

        Assert.Equal(Enumerable.Repeat(Enum.GetValues<SchoolHoliday>(), 5).SelectMany(h => h), periods.Select(p => p.Holiday));
        Assert.All(periods, p => Assert.Equal((IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday), (p.First.DayOfWeek, p.Last.DayOfWeek)));
        Assert.All(periods, p => Assert.Equal(Weeks(p.Holiday), SchoolWeeks(p)));
        Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.True(pair.First.Last < pair.Second.First));
    }

    [Fact]
    public void In_the_summer_of_2026_the_north_is_on_holiday_first()
    {
        var july = new LocalDate(2026, 7, 7);

        Assert.Equal(SchoolHoliday.Summer, SchoolHolidays.On(july, HolidayRegion.North));
        Assert.Null(SchoolHolidays.On(july, HolidayRegion.Central));
        Assert.Equal(new LocalDate(2026, 8, 17), DaysFrom(2026, 2026).First(d => d > july && SchoolHolidays.On(d, HolidayRegion.North) is null));
    }

    [Fact]
    public void What_lies_beyond_the_published_years_is_said_to_be_unknown() =>
        Assert.Equal(new LocalDate(2029, 9, 2), SchoolHolidays.KnownUntil(HolidayRegion.North));

    private static int Weeks(SchoolHoliday holiday) =>
        holiday switch
        {
            SchoolHoliday.Summer => 6,
            SchoolHoliday.Christmas => 2,
            _ => 1,
        };

    /// <summary>The weeks from Monday to Friday in it.</summary>
    private static int SchoolWeeks(SchoolHolidayPeriod period) => Period.DaysBetween(period.First, period.Last) / 7;

    private static IEnumerable<LocalDate> DaysFrom(int first, int last)
    {
        for (var day = new LocalDate(first, 1, 1); day.Year <= last; day = day.PlusDays(1))
            yield return day;
    }
}
