using Nabij.Kernel;
using Nabij.Modules.Coordination.Counting;
using Nabij.Modules.Coordination.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Coordination;

/// <summary>Anja answers on Tuesday morning, Marco stands in for her.</summary>
public sealed class RotaTests
{
    private static readonly LocalDate Tuesday = new(2026, 6, 2);
    private static readonly PersonId Anja = PersonId.New();
    private static readonly PersonId Marco = PersonId.New();
    private static readonly PersonId Joke = PersonId.New();
    private readonly DutyShift morning = new(IsoDayOfWeek.Tuesday, new(9, 0), new(12, 0), Anja, Marco);

    [Fact]
    public void Of_who_is_away_the_stand_in_answers_and_of_both_nobody()
    {
        Assert.Equal(Anja, On(Tuesday, away: []).Who);
        Assert.Equal(Marco, On(Tuesday, away: [Anja]).Who);
        Assert.True(On(Tuesday, away: [Anja, Marco]).NeedsSomebody);
        Assert.Empty(Rota.On(Tuesday.PlusDays(1), [morning], [], []));
    }

    [Fact]
    public void Who_was_named_for_the_date_answers_unless_away()
    {
        var change = new DutyChange(morning.Id, Tuesday);
        Assert.Equal(Anja, On(Tuesday, [], change).Who); // nothing was named yet
        change.IsDoneBy(Joke);
        Assert.Equal(Joke, On(Tuesday, [], change).Who);
        Assert.True(On(Tuesday, [Joke], change).NeedsSomebody);
        Assert.Equal(Anja, On(Tuesday.PlusWeeks(1), [], change).Who);

        change.IsClosed();
        Assert.Equal((null, false), (On(Tuesday, [], change).Who, On(Tuesday, [], change).NeedsSomebody));
    }

    [Fact]
    public void On_public_holidays_the_number_rests_unless_somebody_is_named()
    {
        var kingsDay = new LocalDate(2027, 4, 27); // a Tuesday
        var change = new DutyChange(morning.Id, kingsDay);

        Assert.True(On(kingsDay, []).Closed);
        Assert.False(On(kingsDay, []).NeedsSomebody);
        change.IsDoneBy(Anja);
        Assert.Equal(Anja, On(kingsDay, [], change).Who);
        Assert.False(Rota.Rests(new(2026, 5, 5)));
    }

    [Fact]
    public void Few_calls_are_hidden_and_cannot_be_reckoned_from_a_total()
    {
        var week = new LocalDate(2026, 6, 1);
        var calls = Enumerable.Repeat((week, CallKind.Answer), 7).Concat(Enumerable.Repeat((week, CallKind.Signal), 4));
        var figures = new CallFigures(calls);

        Assert.Equal((7, null, 0), (figures.In(week, CallKind.Answer), figures.In(week, CallKind.Signal), figures.In(week, CallKind.Request)));
        Assert.Equal((7, 0, 7), (figures.TotalOf(week), figures.TotalOf(CallKind.Signal), figures.TotalOf(CallKind.Answer)));
        Assert.Equal(week, CallFigures.WeekOf(week.PlusDays(6)));
    }

    [Fact]
    public void A_call_is_settled_once_and_one_that_became_nothing_is_an_answer()
    {
        var now = Instant.FromUtc(2026, 6, 2, 8, 0);
        var call = new Call(null, Anja, "Lamp", CallKind.Request, now);
        Assert.Null(call.CameFrom(Joke));
        Assert.Null(call.CameToNothing(now));
        Assert.Equal((CallKind.Answer, false), (call.Kind, call.IsOpen));
        Assert.IsType<CallIsSettled>(call.Became("vragen/1", now));
        Assert.IsType<CallIsSettled>(call.CameFrom(Marco));
        Assert.False(new Call(null, Anja, "Wanneer is het?", CallKind.Answer, now).IsOpen);

        call.Forgets(Joke, now);
        Assert.Equal((null, "", CallKind.Answer), (call.Caller, call.Words, call.Kind));
    }

    private DutyOfDay On(LocalDate date, PersonId[] away, params DutyChange[] changes) => Assert.Single(Rota.On(date, [morning], changes, away));
}
