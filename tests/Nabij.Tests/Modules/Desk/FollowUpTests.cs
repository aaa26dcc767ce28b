using Nabij.Kernel;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Desk;

public sealed class FollowUpTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 2, 7, 10);
    private static readonly PersonId Anja = PersonId.New();
    private static readonly PersonId Kees = PersonId.New();
    private static readonly PersonId Fatima = PersonId.New();
    private static readonly HashSet<PersonId> Nobody = [];

    private readonly NewFollowUp curtains = new(
        Subject.Of(HelpRequestId.New()),
        "FollowUp.NobodyFound",
        "Gordijnrail ophangen, Lindelaan 4",
        "vragen/1",
        Now + Duration.FromHours(4),
        Owner: Anja,
        StandIn: Kees
    );

    [Fact]
    public void When_the_owner_is_away_the_stand_in_does_it() =>
        Assert.Equal(Kees, new FollowUp(curtains, Now).DoneBy(new HashSet<PersonId> { Anja }));

    [Fact]
    public void When_the_stand_in_is_away_too_it_falls_to_the_desk() =>
        Assert.Null(new FollowUp(curtains, Now).DoneBy(new HashSet<PersonId> { Anja, Kees }));

    [Fact]
    public void What_is_nobodys_is_the_desks_even_with_a_stand_in() =>
        Assert.Null(new FollowUp(curtains with { Owner = null }, Now).DoneBy(Nobody));

    [Fact]
    public void Late_is_when_the_next_date_has_passed()
    {
        var followUp = new FollowUp(curtains, Now);

        Assert.False(followUp.IsLate(curtains.NextDate));
        Assert.True(followUp.IsLate(curtains.NextDate + Duration.Epsilon));
    }

    [Fact]
    public void What_a_colleague_took_is_not_taken_again()
    {
        var followUp = new FollowUp(curtains, Now);

        Assert.Null(followUp.Take(Fatima));
        Assert.Null(followUp.Take(Fatima)); // twice does no harm
        Assert.IsType<TakenByAnother>(followUp.Take(Kees));
        Assert.Equal(Fatima, followUp.Owner);
    }

    [Fact]
    public void A_stand_in_who_takes_it_leaves_the_owner_as_stand_in()
    {
        var followUp = new FollowUp(curtains, Now);
        followUp.Take(Kees);

        Assert.Equal((Kees, Anja), (followUp.Owner, followUp.StandIn));
    }

    [Fact]
    public void Who_took_it_keeps_it_while_the_reason_stays_the_same()
    {
        var followUp = new FollowUp(curtains, Now);
        followUp.Take(Fatima);

        followUp.Change(curtains with { NextDate = Now + Duration.FromDays(2) });
        Assert.Equal(Fatima, followUp.Owner);

        followUp.Change(curtains with { Reason = "FollowUp.AskedAfterwards" });
        Assert.Equal((Anja, null), (followUp.Owner, followUp.TakenBy));
    }

    [Theory]
    [InlineData(-1, "hij is op reis", typeof(DateHasPassed))]
    [InlineData(24, "  ", typeof(WordIsMissing))]
    [InlineData(24, "hij is op reis", null)]
    public void It_is_moved_to_a_day_that_is_still_to_come_with_a_word_why(int hours, string why, Type? refusal) =>
        Assert.Equal(refusal, new FollowUp(curtains, Now).Move(Now + Duration.FromHours(hours), why, Now)?.GetType());

    [Fact]
    public void What_is_closed_can_no_longer_be_moved_given_or_taken()
    {
        var followUp = new FollowUp(curtains, Now);
        followUp.Close(Now);

        Assert.IsType<FollowUpClosed>(followUp.Take(Anja));
        Assert.IsType<FollowUpClosed>(followUp.Give(Fatima));
        Assert.IsType<FollowUpClosed>(followUp.Move(Now + Duration.FromDays(1), "morgen", Now));
    }

    [Fact]
    public void The_alarm_is_raised_once_for_each_date_that_passes()
    {
        var followUp = new FollowUp(curtains, Now);
        var aDayLate = curtains.NextDate + Duration.FromDays(1);

        Assert.False(followUp.RaiseAlarm(aDayLate - Duration.FromSeconds(1)));
        Assert.True(followUp.RaiseAlarm(aDayLate));
        Assert.False(followUp.RaiseAlarm(aDayLate));

        followUp.Move(aDayLate + Duration.FromDays(1), "zij belt morgen terug", aDayLate);
        Assert.True(followUp.RaiseAlarm(aDayLate + Duration.FromDays(2)));
    }
}
