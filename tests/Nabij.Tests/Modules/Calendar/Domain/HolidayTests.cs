using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Holidays;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar.Domain;

public sealed class HolidayTests
{
    private static readonly FreeDays Known = new HolidayCalendar().Known;

    [Theory]
    [InlineData("2024-03-31", "Eerste Paasdag")]
    [InlineData("2025-04-26", "Koningsdag")]
    [InlineData("2026-04-27", "Koningsdag")]
    [InlineData("2026-05-14", "Hemelvaartsdag")]
    [InlineData("2027-05-17", "Tweede Pinksterdag")]
    [InlineData("2038-04-25", "Eerste Paasdag")]
    public void Public_holidays_are_on_their_day(string day, string name) => Assert.Equal(name, Known.NameOf(Date(day)));

    [Fact]
    public void A_usual_Tuesday_is_no_holiday() => Assert.False(Known.IsPublic(new(2026, 6, 2)));

    [Theory]
    [InlineData(SchoolRegion.North, "2026-07-04", "Zomervakantie")]
    [InlineData(SchoolRegion.Central, "2026-07-04", null)]
    [InlineData(SchoolRegion.South, "2026-10-25", "Herfstvakantie")]
    [InlineData(SchoolRegion.South, "2026-10-26", null)]
    [InlineData(SchoolRegion.Central, "2027-01-03", "Kerstvakantie")]
    public void Schools_are_free_in_their_own_region(SchoolRegion region, string day, string? name) =>
        Assert.Equal(name, Known.NameOf(region, Date(day)));

    [Fact]
    public void We_know_the_school_holidays_of_every_region_until_2030() =>
        Assert.All(Enum.GetValues<SchoolRegion>(), region => Assert.True(Known.KnownUntil(region) >= new LocalDate(2030, 8, 1)));

    private static LocalDate Date(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}
