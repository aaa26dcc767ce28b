using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Kernel;
using NodaTime;
using static Nabij.Tests.Modules.HelpRequests.Lindelaan;

namespace Nabij.Tests.Modules.HelpRequests;

public sealed class HelpRulesTests
{
    private static readonly LocalDate NextTuesday = new(2026, 6, 9);

    [Fact]
    public void Kees_says_yes_and_then_it_is_his()
    {
        var request = Asks(Riet);

        Assert.Null(request.Claim(Kees, Tuesday));
        Assert.Null(request.Claim(Kees, Tuesday)); // a double click
        Assert.Equal((HelpState.Found, Kees), (request.State, request.ClaimedBy));
        Assert.IsType<AlreadyClaimed>(request.Claim(Wim, Tuesday));
    }

    [Fact]
    public void Nobody_helps_themselves() => Assert.IsType<OwnRequest>(Asks(Riet).Claim(Riet, Tuesday));

    [Fact]
    public void What_was_withdrawn_is_not_asked_any_more()
    {
        var request = Asks(Riet);
        request.Withdraw(Tuesday);

        Assert.IsType<NoLongerAsked>(request.Claim(Kees, Tuesday));
        Assert.IsType<NotPossibleNow>(request.Withdraw(Tuesday));
    }

    [Fact]
    public void A_yes_is_welcome_when_it_is_already_on_the_desk()
    {
        var request = OnDesk();

        Assert.Null(request.Claim(Kees, At(9, 10)));
        Assert.Equal("HelpChange.NeighbourSaidYesLater", request.Reason);
    }

    [Fact]
    public void A_yes_for_yesterday_is_too_late()
    {
        var request = Asks(Riet, HelpPlan.On(Today));

        Assert.IsType<NoLongerAsked>(request.Claim(Kees, At(3, 9)));
        Assert.True(request.Expire(At(3, 9)));
        Assert.Equal(HelpState.Expired, request.State);
    }

    [Fact]
    public void A_day_that_has_not_passed_does_not_expire() =>
        Assert.False(Asks(Riet, HelpPlan.On(Today)).Expire(At(2, 23)));

    [Fact]
    public void Dropping_out_days_before_searches_anew_as_it_was()
    {
        var request = Asks(Riet, HelpPlan.On(NextTuesday), urgency: Urgency.NoHurry);
        request.Claim(Kees, Tuesday);

        Assert.Null(request.Release(At(5, 10)));
        Assert.Equal((HelpState.Searching, Ring.Circle, Urgency.NoHurry), (request.State, request.Ring, request.Urgency));
        Assert.Equal((2, null, Kees), (request.Search, request.ClaimedBy, request.LostHelper));
        Assert.False(request.MayBeHelpedBy(Willing(Kees)));
    }

    [Fact]
    public void Dropping_out_on_the_last_day_is_urgent()
    {
        var request = Asks(Riet, HelpPlan.On(NextTuesday, DayPart.Morning), urgency: Urgency.NoHurry);
        request.Claim(Kees, Tuesday);

        Assert.False(request.IsLateFor(At(8, 9)));
        Assert.True(request.IsLateFor(At(8, 9, 1)));
        request.Release(At(8, 15));
        Assert.Equal(Urgency.Today, request.Urgency);
        Assert.True(request.IsDue(At(8, 15)));
    }

    [Fact]
    public void How_it_went_is_asked_two_hours_after_the_help_or_the_next_morning()
    {
        var request = Asks(Riet, HelpPlan.On(NextTuesday, DayPart.Any, new(14, 0)));
        request.Claim(Kees, Tuesday);
        Assert.Equal(At(9, 16, 30), request.DueAt);

        var evening = Asks(Riet, HelpPlan.On(NextTuesday, DayPart.Evening));
        evening.Claim(Kees, Tuesday);
        Assert.Equal(At(10, 9), evening.DueAt);
    }

    [Fact]
    public void A_day_agreed_upon_moves_the_moment_of_asking()
    {
        var request = Asks(Riet);
        request.Claim(Kees, Tuesday);
        Assert.Equal(At(6, 10), request.DueAt);

        Assert.Null(request.Agree(NextTuesday, new(10, 0), Tuesday));
        Assert.Equal(At(9, 12, 30), request.DueAt);
        Assert.IsType<DayIsPast>(request.Agree(new(2026, 6, 1), null, Tuesday));
    }

    [Fact]
    public void Riet_says_it_worked_and_Kees_is_thanked()
    {
        var request = Done();

        Assert.Null(request.Say(Riet, worked: true, At(9, 18)));
        Assert.Equal(HelpState.Thanked, request.State);
    }

    [Fact]
    public void The_helper_s_yes_waits_for_the_requester_and_is_enough_after_a_week()
    {
        var request = Done();
        request.Say(Kees, worked: true, At(9, 18));
        Assert.Equal(HelpState.AskedAfterwards, request.State);

        Assert.False(request.CloseUnanswered(At(10, 9)));
        Assert.True(request.CloseUnanswered(At(17, 9)));
        Assert.Equal(HelpState.Thanked, request.State);
    }

    [Fact]
    public void When_nobody_says_anything_it_closes()
    {
        var request = Done();

        Assert.True(request.CloseUnanswered(At(17, 9)));
        Assert.Equal(HelpState.Closed, request.State);
    }

    [Fact]
    public void A_no_starts_a_new_search_without_who_did_not_come()
    {
        var request = Done();

        Assert.Null(request.Say(Riet, worked: false, At(9, 18)));
        Assert.Equal((HelpState.Searching, "HelpChange.DidNotWork"), (request.State, request.Reason));
        Assert.Equal((2, Kees), (request.Search, request.LostHelper));
        Assert.Equal(Rhythm.AsSoonAsItSuits, request.Plan.Rhythm); // the day has passed
        Assert.Null(request.ExpiresAt);
    }

    [Fact]
    public void Weekly_help_is_asked_about_after_the_first_time_and_after_the_last()
    {
        var request = Asks(Riet, HelpPlan.EachWeek(NextTuesday, new(2026, 6, 30), DayPart.Morning));
        request.Claim(Kees, Tuesday);
        Assert.Equal(At(9, 11, 30), request.DueAt);

        request.AskAfterwards(At(9, 12));
        request.Say(Riet, worked: true, At(9, 13));
        Assert.Equal((HelpState.Found, At(30, 11, 30)), (request.State, request.DueAt));

        request.AskAfterwards(At(30, 12));
        request.Say(Riet, worked: true, At(30, 13));
        Assert.Equal(HelpState.Thanked, request.State);
    }

    [Fact]
    public void Cover_for_one_day_of_a_weekly_help_is_a_question_of_its_own_that_ends_with_its_day()
    {
        var weekly = Asks(Riet, HelpPlan.EachWeek(NextTuesday, new(2026, 6, 30)));
        weekly.Claim(Kees, Tuesday);

        var (cover, _) = weekly.PlanCover(new(2026, 6, 16), Today, Kees, Tuesday);
        cover!.Claim(Wim, At(3, 9));
        cover.AskAfterwards(At(16, 12));
        cover.Say(Riet, worked: true, At(16, 13));

        Assert.Equal((HelpState.Thanked, weekly.Id), (cover.State, cover.CoverFor));
        Assert.Equal((HelpState.Found, Kees), (weekly.State, weekly.ClaimedBy));
        Assert.False(cover.MayBeHelpedBy(Willing(Kees))); // who asked for cover is not asked to do it
    }

    [Fact]
    public void Cover_is_for_a_day_of_the_help_that_is_still_to_come()
    {
        var weekly = Asks(Riet, HelpPlan.EachWeek(NextTuesday, new(2026, 6, 30)));
        weekly.Claim(Kees, Tuesday);

        Assert.IsType<NoDayOfThisHelp>(weekly.PlanCover(new(2026, 6, 17), Today, Kees, Tuesday).Refusal);
        Assert.IsType<NoDayOfThisHelp>(weekly.PlanCover(NextTuesday, new(2026, 6, 10), Kees, At(10, 9)).Refusal);
    }

    [Fact]
    public void The_desk_hands_over_and_the_organisation_hands_back()
    {
        var request = OnDesk();
        var welfare = OrganisationId.New();

        Assert.Null(request.HandOver(welfare, At(9, 10)));
        Assert.Equal((HelpState.HandedOver, welfare), (request.State, request.HandedTo));
        Assert.IsType<AlreadyClaimed>(request.Claim(Kees, At(9, 11)));

        Assert.Null(request.HandBack(At(10, 10)));
        Assert.Equal((HelpState.Searching, Ring.Circle, null), (request.State, request.Ring, request.HandedTo));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_question_is_said_at_once()
    {
        var what = new WhatIsAsked(
            HelpKind.Chore,
            " ",
            new string('x', HelpRequest.MaxDetailsLength + 1),
            HelpPlan.On(new(2026, 6, 1)),
            0,
            Urgency.Today,
            Readers.District
        );

        Assert.Equal(
            [typeof(TitleMissing), typeof(DetailsTooLong), typeof(MinutesOutOfRange), typeof(DayIsPast)],
            what.RefusalsSeenFrom(Today).Select(r => r.GetType())
        );
    }

    [Fact]
    public void A_plan_that_cannot_be_is_refused_with_its_reason()
    {
        Assert.IsType<DayMissing>(new HelpPlan(Rhythm.OnDate, null, null, DayPart.Any, null).RefusalSeenFrom(Today));
        Assert.IsType<LastDayMissing>(
            new HelpPlan(Rhythm.Weekly, NextTuesday, null, DayPart.Any, null).RefusalSeenFrom(Today)
        );
        Assert.IsType<LastDayBeforeFirst>(HelpPlan.EachWeek(NextTuesday, Today).RefusalSeenFrom(Today));
        Assert.IsType<DayTooFarAway>(HelpPlan.On(new(2028, 1, 1)).RefusalSeenFrom(Today));
        Assert.Null(HelpPlan.Sometime().RefusalSeenFrom(Today));
    }

    private static HelpRequest OnDesk()
    {
        var request = Asks(Riet);
        while (request.Widen(Tuesday)) { }
        return request;
    }

    private static HelpRequest Done()
    {
        var request = Asks(Riet, HelpPlan.On(NextTuesday, DayPart.Morning));
        request.Claim(Kees, Tuesday);
        Assert.True(request.AskAfterwards(At(9, 12)));
        return request;
    }
}
