using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Rooms;

/// <summary>What the owner of the hall allows, checked without any database.</summary>
public sealed class RoomRulesTests
{
    private static readonly LocalDate Tuesday = new(2026, 6, 9);
    private static readonly TakenQuarters Nothing = new([]);

    [Theory]
    [InlineData("2026-06-09", 10, 0, 11, 30, null)]
    [InlineData("2026-06-01", 10, 0, 11, 30, typeof(RoomDateIsPast))]
    [InlineData("2026-06-03", 10, 0, 11, 30, typeof(RoomAskedTooLate))]
    [InlineData("2026-06-06", 10, 0, 11, 30, typeof(RoomNotOpenThen))]
    [InlineData("2026-06-09", 7, 45, 9, 0, typeof(RoomOutsideHours))]
    [InlineData("2026-06-09", 21, 0, 22, 15, typeof(RoomOutsideHours))]
    [InlineData("2026-07-07", 10, 0, 11, 30, typeof(RoomClosedInSchoolHoliday))]
    [InlineData("2026-12-25", 10, 0, 11, 30, typeof(RoomClosedOnPublicHoliday))]
    public void A_date_is_possible_or_has_its_reason(string date, int fromHour, int fromMinute, int untilHour, int untilMinute, Type? conflict)
    {
        var slot = new Slot(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, new(fromHour, fromMinute), new(untilHour, untilMinute));

        Assert.Equal(conflict, Hall().ConflictOn(slot, Around())?.GetType());
    }

    [Fact]
    public void Where_the_school_holidays_are_unknown_they_are_not_made_up() =>
        Assert.Null(Hall().ConflictOn(At(new(2026, 7, 7)), Around() with { Region = null }));

    [Fact]
    public void While_the_hall_is_painted_it_is_not_lent_and_the_page_says_so()
    {
        var hall = Hall();
        Assert.Null(hall.Close(Tuesday, Tuesday.PlusDays(2), "Er wordt geverfd"));

        Assert.Equal(new RoomIsClosed("Er wordt geverfd"), hall.ConflictOn(At(Tuesday.PlusDays(2)), Around()));
        Assert.Null(hall.ConflictOn(At(Tuesday.PlusDays(3)), Around()));
        Assert.IsType<RoomClosureEndsBeforeItBegins>(hall.Close(Tuesday, Tuesday.PlusDays(-1), ""));
    }

    [Fact]
    public void Who_comes_right_after_another_is_not_in_the_way()
    {
        var hall = Hall();
        var taken = Around(new Slot(Tuesday, new(10, 0), new(11, 30)).TakenQuarters.Select(q => (hall.Id, Tuesday, q)));

        Assert.IsType<RoomTakenThen>(hall.ConflictOn(new(Tuesday, new(11, 15), new(12, 0)), taken));
        Assert.Null(hall.ConflictOn(new(Tuesday, new(11, 30), new(12, 0)), taken));
        Assert.Null(hall.ConflictOn(new(Tuesday, new(9, 0), new(10, 0)), taken));
        Assert.Null(hall.ConflictOn(new(Tuesday.PlusDays(1), new(10, 0), new(11, 30)), taken));
    }

    [Fact]
    public void What_is_free_is_what_is_left_between_the_others()
    {
        var hall = Hall();
        var taken = Around(
            new[] { new Slot(Tuesday, new(10, 0), new(11, 30)), new Slot(Tuesday, new(12, 0), new(20, 0)) }.SelectMany(s => s.TakenQuarters, (_, q) => (hall.Id, Tuesday, q))
        );

        Assert.Equal(
            [new(Tuesday, new(8, 0), new(10, 0)), new(Tuesday, new(11, 30), new(12, 0)), new(Tuesday, new(20, 0), new(22, 0))],
            hall.FreeOn(Tuesday, taken, 30)
        );
        Assert.Equal(2, hall.FreeOn(Tuesday, taken, 45).Count());
    }

    [Fact]
    public void The_other_time_that_is_offered_is_the_nearest_that_is_long_enough()
    {
        var hall = Hall();
        var taken = Around(new Slot(Tuesday, new(9, 0), new(11, 0)).TakenQuarters.Select(q => (hall.Id, Tuesday, q)));

        Assert.Equal(new Slot(Tuesday, new(11, 0), new(12, 30)), hall.OtherTime(At(Tuesday), taken));
    }

    [Fact]
    public void Twice_a_year_is_twice_in_each_year()
    {
        var hall = Hall(d => d with { Rules = d.Rules with { MostPerYear = 2 } });
        var dates = new[] { Tuesday, Tuesday.PlusWeeks(1), Tuesday.PlusWeeks(2), new LocalDate(2027, 1, 12) };

        var checks = hall.Check(dates.Select(At), Around());

        Assert.Equal([null, null, typeof(RoomHadOftenEnough), null], checks.Select(c => c.Conflict?.GetType()));
    }

    [Theory]
    [InlineData("", 12, 90, RoomUse.Meeting, typeof(RoomPurposeMissing))]
    [InlineData("Koffie", 0, 90, RoomUse.Meeting, typeof(RoomTooSmall))]
    [InlineData("Koffie", 41, 90, RoomUse.Meeting, typeof(RoomTooSmall))]
    [InlineData("Koffie", 12, 0, RoomUse.Meeting, typeof(RoomTimesAreWrong))]
    [InlineData("Koffie", 12, 7, RoomUse.Meeting, typeof(RoomTimesAreWrong))]
    [InlineData("Koffie", 12, 255, RoomUse.Meeting, typeof(RoomNotThatLong))]
    [InlineData("Drumles", 12, 90, RoomUse.Music, typeof(RoomNotForThis))]
    public void What_the_hall_is_not_for_is_refused_before_any_date(string purpose, int people, int minutes, RoomUse use, Type refusal) =>
        Assert.IsType(refusal, Hall().RefusalOf(new(purpose, use, people, new(10, 0), new LocalTime(10, 0).PlusMinutes(minutes)), byOrganisation: false));

    [Fact]
    public void A_hall_for_organisations_only_is_not_for_Riet_alone()
    {
        var hall = Hall(d => d with { Rules = d.Rules with { Guests = RoomGuests.OrganisationsOnly } });

        Assert.IsType<RoomForOrganisationsOnly>(hall.RefusalOf(School.Coffee, byOrganisation: false));
        Assert.Null(hall.RefusalOf(School.Coffee, byOrganisation: true));
    }

    [Fact]
    public void Nobody_is_promised_dates_in_years_whose_holidays_are_not_known() =>
        Assert.IsType<RoomHolidaysUnknown>(
            new AskedSeries(RoomId.New(), School.Coffee, Tuesday, RepeatEvery.FirstOfMonth, new(2030, 1, 1), NotInSchoolHolidays: true).RefusalOfDates(HolidayRegion.North)
        );

    [Fact]
    public void Every_open_state_has_a_follow_up_and_every_end_has_none() =>
        Assert.All(Enum.GetValues<BookingState>(), state => Assert.Equal(AllowedChanges.IsEnd(state), FollowUpRules.Of(state) is null));

    private static Slot At(LocalDate date) => new(date, School.Coffee.From, School.Coffee.Until);

    private static Surroundings Around(IEnumerable<(RoomId, LocalDate, int)>? taken = null) =>
        new(School.Today, HolidayRegion.North, taken is null ? Nothing : new(taken), new Dictionary<int, int>());

    private static Room Hall(Func<RoomDetails, RoomDetails>? but = null)
    {
        var (room, usual) = (new Room(), School.Usual(OrganisationId.From(Guid.CreateVersion7())));
        Assert.Null(room.Describe(but?.Invoke(usual) ?? usual));
        return room;
    }
}
