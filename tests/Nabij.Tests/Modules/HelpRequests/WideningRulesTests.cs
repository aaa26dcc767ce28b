using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;
using static Nabij.Tests.Modules.HelpRequests.Lindelaan;

namespace Nabij.Tests.Modules.HelpRequests;

public sealed class WideningRulesTests
{
    private static readonly IReadOnlySet<PersonId> NobodyYet = new HashSet<PersonId>();

    [Fact]
    public void What_is_needed_today_goes_from_the_circle_to_the_organisations_in_three_hours()
    {
        var request = Asks(Riet, urgency: Urgency.Today, at: At(2, 10));

        Assert.Equal((Ring.Circle, At(2, 11)), (request.Ring, request.RingEndsAt));
        Assert.True(request.Widen(At(2, 11)));
        Assert.Equal((Ring.AdjacentCircles, At(2, 12)), (request.Ring, request.RingEndsAt));
        Assert.True(request.Widen(At(2, 12)));
        Assert.Equal((Ring.District, At(2, 13)), (request.Ring, request.RingEndsAt));
        Assert.True(request.Widen(At(2, 13)));
        Assert.Equal((Ring.Organisations, At(2, 15)), (request.Ring, request.RingEndsAt));
        Assert.False(request.Widen(At(2, 15)));
        Assert.Equal(HelpState.OnDesk, request.State);
    }

    [Fact]
    public void Hours_of_the_night_do_not_count()
    {
        var request = Asks(Riet, urgency: Urgency.Today, at: At(2, 19, 30));

        Assert.Equal(At(3, 9, 30), request.RingEndsAt);
    }

    [Fact]
    public void Nobody_is_asked_at_night()
    {
        var request = Asks(Riet, at: At(2, 23));

        Assert.False(request.IsDue(At(2, 23)));
        Assert.False(request.IsDue(At(3, 8, 59)));
        Assert.True(request.IsDue(At(3, 9)));
    }

    [Fact]
    public void A_question_for_the_circle_only_goes_to_nobody_else()
    {
        var request = Asks(Riet, readers: Readers.CircleOnly);

        Assert.False(request.Widen(At(3, 10)));
        Assert.Equal((HelpState.OnDesk, Ring.Circle), (request.State, request.Ring));
    }

    [Fact]
    public void The_next_few_are_asked_when_the_time_to_answer_is_over_and_never_after_the_ring()
    {
        var request = Asks(Riet, urgency: Urgency.ThisWeek, at: At(2, 10));

        Assert.Equal(At(2, 14), request.AskedBatch(At(2, 10)));
        Assert.Equal(At(2, 14), request.DueAt);
        request.AskedBatch(At(2, 14));
        Assert.Equal(At(2, 18), request.DueAt);
        Assert.Equal(At(3, 11), request.AskedBatch(At(2, 18))); // they keep their four waking hours
        Assert.Equal(At(3, 10), request.DueAt); // the search does not wait for them
    }

    [Fact]
    public void When_all_have_said_no_the_next_few_are_asked_at_once_or_in_the_morning()
    {
        var request = Asks(Riet, at: At(2, 10));
        request.AskedBatch(At(2, 10));

        request.NobodyLeftToWaitFor(At(2, 11));
        Assert.True(request.IsDue(At(2, 11)));
        request.NobodyLeftToWaitFor(At(2, 22));
        Assert.Equal(At(3, 9), request.DueAt);
    }

    [Theory]
    [InlineData(Urgency.Today)]
    [InlineData(Urgency.ThisWeek)]
    [InlineData(Urgency.NoHurry)]
    public void The_promised_end_of_the_search_is_the_sum_of_all_rings(Urgency urgency)
    {
        var request = Asks(Riet, urgency: urgency, at: At(2, 10));
        while (request.Widen(request.RingEndsAt)) { }

        Assert.Equal(Widening.EndsBy(At(2, 10), urgency, Readers.District), request.StateSince);
    }

    [Fact]
    public void The_least_recently_asked_comes_first_then_the_nearest()
    {
        var request = Asks(Riet, urgency: Urgency.ThisWeek);
        Candidate[] ring =
        [
            Candidate(Willing(Kees), lastAsked: At(1, 9), metres: 50),
            Candidate(Willing(Fatima), lastAsked: null, metres: 400),
            Candidate(Willing(Wim), lastAsked: null, metres: 300),
        ];

        Assert.Equal([Wim, Fatima, Kees], Next(request, ring));
    }

    [Fact]
    public void Four_at_once_are_asked_for_today_two_when_there_is_no_hurry()
    {
        var ring = Enumerable.Range(1, 9).Select(_ => Candidate(Willing(PersonId.New()))).ToList();

        Assert.Equal(4, Next(Asks(Riet, urgency: Urgency.Today), ring).Count);
        Assert.Equal(2, Next(Asks(Riet, urgency: Urgency.NoHurry), ring).Count);
    }

    [Fact]
    public void Nobody_is_asked_for_themselves_or_by_their_own_household()
    {
        var request = Asks(Riet);
        Candidate[] ring = [Candidate(Willing(Riet)), Candidate(Willing(Kees, home: Number4)), Candidate(Willing(Wim, home: Number6))];

        Assert.Equal([Wim], Next(request, ring));
    }

    [Fact]
    public void Nobody_is_asked_twice_for_the_same()
    {
        Candidate[] ring = [Candidate(Willing(Kees)), Candidate(Willing(Wim))];

        Assert.Equal([Wim], Next(Asks(Riet), ring, new HashSet<PersonId> { Kees }));
    }

    [Fact]
    public void A_ride_is_asked_of_who_has_a_car_and_letters_of_who_has_a_certificate_of_conduct()
    {
        Candidate[] ring = [Candidate(Willing(Kees, car: true)), Candidate(Willing(Wim, vog: true)), Candidate(Willing(Fatima))];

        Assert.Equal([Kees], Next(Asks(Riet, kind: HelpKind.Transport), ring));
        Assert.Equal([Wim], Next(Asks(Riet, kind: HelpKind.LettersAndComputer), ring));
    }

    [Fact]
    public void Company_speaks_the_language_of_who_asks()
    {
        Candidate[] ring = [Candidate(Willing(Kees)), Candidate(Willing(Fatima, languages: ["nl", "ar"]))];

        Assert.Equal([Fatima], Next(Asks(Riet, kind: HelpKind.Company, language: "ar"), ring));
    }

    [Fact]
    public void Who_can_only_help_in_the_weekend_is_not_asked_for_a_Tuesday()
    {
        Candidate[] ring = [Candidate(Willing(Kees, when: DayParts.Weekend)), Candidate(Willing(Wim, when: DayParts.WeekdayMorning))];

        Assert.Equal([Wim], Next(Asks(Riet, HelpPlan.On(new(2026, 6, 9), DayPart.Morning)), ring));
        Assert.Equal([Kees], Next(Asks(Riet, HelpPlan.On(new(2026, 6, 6))), ring));
    }

    [Fact]
    public void Nobody_is_asked_who_may_come_to_help_more_often_than_they_want()
    {
        Candidate[] ring =
        [
            Candidate(Willing(Kees, atMost: 2), load: new(Promised: 2, Asked: 2)),
            Candidate(Willing(Wim, atMost: 2), load: new(Promised: 1, Asked: 3)),
        ];

        Assert.Equal([Wim], Next(Asks(Riet), ring));
    }

    [Fact]
    public void A_weekly_help_weighs_as_many_times_as_there_are_weeks()
    {
        var weekly = Asks(Riet, HelpPlan.EachWeek(new(2026, 6, 9), new(2026, 8, 25)));
        Candidate[] ring = [Candidate(Willing(Kees, atMost: 3)), Candidate(Willing(Wim, atMost: 4))];

        Assert.Equal([Wim], Next(weekly, ring));
    }

    [Fact]
    public void Who_keeps_saying_no_is_left_in_peace_for_the_rest_of_the_month()
    {
        Candidate[] ring = [Candidate(Willing(Kees, atMost: 1), load: new(Promised: 0, Asked: Load.QuestionsPerHelp))];

        Assert.Empty(Next(Asks(Riet), ring));
    }

    private static List<PersonId> Next(HelpRequest request, IEnumerable<Candidate> ring, IReadOnlySet<PersonId>? before = null) =>
        [.. WhoToAsk.Next(request, ring, before ?? NobodyYet).Select(h => h.Person)];
}
