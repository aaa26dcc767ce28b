using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.Domain;

public sealed class CallChainTests
{
    private static readonly PersonId Truus = PersonId.New();
    private static readonly PersonId Kees = PersonId.New();
    private static readonly PersonId Riet = PersonId.New();
    private static readonly PersonId Wim = PersonId.New();
    private static readonly LocalDate Tuesday = new(2026, 6, 2);
    private static readonly HashSet<PersonId> Everybody = [Truus, Kees, Riet, Wim];

    [Fact]
    public void The_starter_calls_the_first_each_calls_the_next_and_the_last_calls_back() =>
        Assert.Equal([(Truus, Kees), (Kees, Riet), (Riet, Wim), (Wim, Truus)], Calls(new(Chain(), Tuesday, new HashSet<PersonId>())));

    [Fact]
    public void Who_is_on_holiday_is_passed_over_and_stays_on_the_list()
    {
        var run = new ChainRun(Chain(), Tuesday, new HashSet<PersonId> { Riet });

        Assert.Equal([(Truus, Kees), (Kees, Wim), (Wim, Truus)], Calls(run));
        Assert.Equal(Riet, Assert.Single(run.Calls, c => c.State is CallState.Away).Called);
    }

    [Fact]
    public void When_the_starter_is_away_her_stand_in_begins_and_is_not_called_twice()
    {
        var run = new ChainRun(Chain(standIn: Wim), Tuesday, new HashSet<PersonId> { Truus });

        Assert.Equal(Wim, run.Starter);
        Assert.Equal([(Wim, Kees), (Kees, Riet), (Riet, Wim)], Calls(run));
    }

    [Fact]
    public void Nobody_answers_then_again_then_the_key_then_the_desk()
    {
        var call = new ChainRun(Chain(), Tuesday, new HashSet<PersonId>()).Calls[1];
        var now = call.AlarmAt;

        Assert.Null(call.DoesNotAnswer(now));
        Assert.Null(call.DoesNotAnswer(now));
        Assert.Equal((CallState.KeyHolderAsked, now + ChainCall.TimeToLook), (call.State, call.AlarmAt));
        Assert.IsType<NotPossibleInChain>(call.Settle());
        Assert.True(call.IsOverdue(call.AlarmAt));
        Assert.Null(call.Alarms());
        Assert.False(call.IsOverdue(call.AlarmAt));
        Assert.Null(call.Settle());
        Assert.False(call.IsOpen);
    }

    [Fact]
    public void Without_a_key_holder_the_desk_knows_after_the_second_try()
    {
        var call = new ChainRun(Chain(), Tuesday, new HashSet<PersonId>()).Calls[0];

        call.DoesNotAnswer(call.AlarmAt);
        call.DoesNotAnswer(call.AlarmAt);

        Assert.Equal(CallState.Alarm, call.State);
    }

    [Fact]
    public void Every_state_is_reached_and_from_every_open_one_the_desk_can_end_it()
    {
        foreach (var state in Enum.GetValues<CallState>())
        {
            var reached = new HashSet<CallState> { state };
            while (CallChanges.All.Any(c => reached.Contains(c.From) && reached.Add(c.To))) { }
            Assert.Contains(reached, CallChanges.IsEnd);
        }
        Assert.Equal(CallChanges.All.Count, CallChanges.All.Select(c => (c.From, c.To)).Distinct().Count());
        Assert.Equal([CallState.Waiting, CallState.Away], Enum.GetValues<CallState>().Except(CallChanges.All.Select(c => c.To)));
    }

    [Fact]
    public void Who_goes_is_called_by_nobody_and_keeps_no_key()
    {
        var chain = Chain(standIn: Wim);

        chain.Leaves(Wim);

        Assert.Equal([Truus, Kees, Riet], chain.Links.Select(l => l.Person));
        Assert.Equal([1, 2, 3], chain.Links.Select(l => l.Place));
        Assert.All(chain.Links, l => Assert.NotEqual(Wim, l.KeyHolder));
        Assert.True(chain.NeedsStandIn);
    }

    [Theory]
    [InlineData(1, 60, typeof(ChainOfOne))]
    [InlineData(2, 5, typeof(ChainTimeOutOfBounds))]
    public void A_chain_that_cannot_work_is_not_arranged(int neighbours, int minutes, Type why)
    {
        var links = Everybody.Take(neighbours).Select(p => new PlannedLink(p, null)).ToList();

        Assert.IsType(why, new CallChain(CircleId.New()).Arrange(new(new(9, 0), Weekdays.Mon, minutes, null, links), Everybody));
    }

    private static CallChain Chain(PersonId? standIn = null)
    {
        var chain = new CallChain(CircleId.New());
        Assert.Null(chain.Arrange(new(new(9, 0), Weekdays.Tue, 60, standIn, [new(Truus, null), new(Kees, null), new(Riet, Wim), new(Wim, Kees)]), Everybody));
        return chain;
    }

    private static IEnumerable<(PersonId, PersonId)> Calls(ChainRun run) => run.Calls.Where(c => c.Caller is not null).Select(c => (c.Caller!.Value, c.Called));
}
