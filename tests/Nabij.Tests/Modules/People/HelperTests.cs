using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.People;

public sealed class HelperTests
{
    private static readonly LocalDate Today = Street.Today;

    private readonly Helper omar = new(PersonId.New());

    public HelperTests() => Assert.Null(Offer([HelpKind.Groceries, HelpKind.Walk]));

    [Fact]
    public void A_helper_is_asked_for_what_they_like_to_do_and_nothing_else()
    {
        Assert.True(omar.MayBeAsked(HelpKind.Walk, Today));
        Assert.False(omar.MayBeAsked(HelpKind.Chore, Today));
    }

    [Fact]
    public void Who_rests_until_the_first_of_July_is_asked_again_on_that_day()
    {
        Assert.Null(omar.Rest(new(2026, 7, 1), Today));

        Assert.False(omar.MayBeAsked(HelpKind.Walk, Today));
        Assert.False(omar.MayBeAsked(HelpKind.Walk, new(2026, 6, 30)));
        Assert.True(omar.MayBeAsked(HelpKind.Walk, new(2026, 7, 1)));
    }

    [Fact]
    public void Whoever_feels_up_to_it_again_ends_their_rest()
    {
        omar.Rest(new(2026, 7, 1), Today);
        omar.StopResting();

        Assert.True(omar.MayBeAsked(HelpKind.Walk, Today));
    }

    [Fact]
    public void A_rest_ends_after_today() => Assert.IsType<RestEndsInThePast>(omar.Rest(Today, Today));

    [Fact]
    public void The_ceiling_of_twice_a_month_leaves_no_room_after_the_second_time()
    {
        Assert.True(omar.HasRoomAfter(1));
        Assert.False(omar.HasRoomAfter(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void A_ceiling_is_between_once_and_every_day(int times) =>
        Assert.IsType<CeilingOutOfRange>(Offer([HelpKind.Walk], times));

    [Fact]
    public void Somebody_who_never_can_is_asked_when_they_can() =>
        Assert.IsType<NoDayPartChosen>(omar.Offer([HelpKind.Walk], DayParts.None, 2, false, ["nl"]));

    [Fact]
    public void No_longer_for_something_like_this_leaves_the_other_wishes()
    {
        omar.StopAskingFor(HelpKind.Walk);

        Assert.Equal([HelpKind.Groceries], omar.Likes);
    }

    [Fact]
    public void A_refused_change_leaves_the_wishes_as_they_were()
    {
        Offer([HelpKind.Chore], 99);

        Assert.Equal([HelpKind.Groceries, HelpKind.Walk], omar.Likes);
    }

    private Refusal? Offer(HelpKind[] kinds, int times = 2) => omar.Offer(kinds, DayParts.Weekend, times, true, ["nl", "tr"]);
}
