using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.Reach.Data;
using static Nabij.Tests.Modules.HelpRequests.Lindelaan;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>'Dat doe ik', by one, by two at once, and by twenty.</summary>
public sealed class ClaimingTests : IAsyncLifetime
{
    private HelpStreet street = null!;

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        await street.LikeChoresAsync(street.Kees, street.Wim, street.Fatima);
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Kees_says_yes_and_both_hear_each_other_s_number()
    {
        var id = await AskedAsync();

        Assert.Null(await street.AnswersAsync(street.Kees, id, Answers.DoIt));

        Assert.Equal(street.Kees, (await street.RequestAsync(id)).ClaimedBy);
        var (riet, kees) = (await street.LastMessageAsync(street.Riet), await street.LastMessageAsync(street.Kees));
        Assert.Equal(("HelpRequests.FoundWithoutDay", "HelpRequests.YouHelp"), (riet.Reason, kees.Reason));
        Assert.Equal("Kees Jansen", riet.Word("name"));
        Assert.Matches("^06 ", riet.Word("number"));
        Assert.Equal("Riet Bakker", kees.Word("name"));
        Assert.Equal([("FollowUp.HelperFound", (PersonId?)street.Truus)], await street.FollowUpsAsync(id));
    }

    [Fact]
    public async Task The_others_hear_that_it_is_settled()
    {
        var id = await AskedAsync();
        await street.AnswersAsync(street.Kees, id, Answers.DoIt);

        Assert.Equal("HelpRequests.Filled", (await street.LastMessageAsync(street.Wim)).Reason);
        Assert.IsType<AlreadyClaimed>(await street.AnswersAsync(street.Wim, id, Answers.DoIt));
    }

    [Fact]
    public async Task Of_two_claims_at_the_same_moment_the_slower_write_loses()
    {
        var id = await AskedAsync();
        await street.App.InDbAsync(async slow =>
        {
            var seenBySlow = await slow.HelpRequests.SingleAsync(r => r.Id == id);
            Assert.Null(await street.AnswersAsync(street.Kees, id, Answers.DoIt));

            Assert.Null(seenBySlow.Claim(street.Wim, street.App.Clock.Now));
            Assert.False(await slow.TrySaveAsync(TestContext.Current.CancellationToken));
            Assert.Equal(street.Kees, seenBySlow.ClaimedBy);
            return true;
        });
    }

    [Fact]
    public async Task Withdrawn_while_somebody_says_yes_is_withdrawn()
    {
        var id = await AskedAsync();
        await street.App.InDbAsync(async slow =>
        {
            var seenBySlow = await slow.HelpRequests.SingleAsync(r => r.Id == id);
            await street.App.InDbAsync(async fast =>
            {
                Assert.Null((await fast.HelpRequests.SingleAsync(r => r.Id == id)).Withdraw(street.App.Clock.Now));
                return await fast.SaveChangesAsync(TestContext.Current.CancellationToken);
            });

            Assert.Null(seenBySlow.Claim(street.Wim, street.App.Clock.Now));
            Assert.False(await slow.TrySaveAsync(TestContext.Current.CancellationToken));
            return true;
        });
        Assert.Equal(HelpState.Withdrawn, (await street.RequestAsync(id)).State);
    }

    [Fact]
    public async Task Of_twelve_who_say_yes_at_once_one_helps_and_one_message_goes_to_each_side()
    {
        var id = await AskedAsync();
        var neighbours = new List<PersonId>();
        for (var i = 0; i < 12; i++)
            neighbours.Add(await street.LivesAsync($"Buur{i}", "de Boer", street.Lindelaan));

        var refusals = await Task.WhenAll(
            neighbours.Select(n =>
                Task.Run(() => street.App.InScopeAsync(s => s.GetRequiredService<ClaimHelp>().HandleAsync(id, n, CancellationToken.None)))
            )
        );

        Assert.Single(refusals, r => r is null);
        Assert.All(refusals.OfType<Refusal>(), r => Assert.IsType<AlreadyClaimed>(r));
        Assert.Single(await street.ToldAsync(street.Riet));
        Assert.Equal(1, await street.App.InDbAsync(db => db.Messages.CountAsync(m => m.Reason == "HelpRequests.YouHelp")));
    }

    [Fact]
    public async Task Saying_yes_twice_does_no_harm()
    {
        var id = await AskedAsync();
        await street.AnswersAsync(street.Kees, id, Answers.DoIt);

        Assert.Null(await street.AnswersAsync(street.Kees, id, Answers.DoIt));
        Assert.Single(await street.ToldAsync(street.Riet));
    }

    [Fact]
    public async Task A_question_of_another_is_not_mine_to_answer()
    {
        var id = await AskedAsync();
        var ask = await street.App.InDbAsync(db => db.Asks.OfRequest(id).FirstAsync(a => a.Person == street.Kees));
        var refusal = await street.App.InScopeAsync(s =>
            s.GetServices<Nabij.Modules.Reach.Contracts.IReceiveAnswers>()
                .Single(r => r.SubjectKind == "Ask")
                .ReceiveAsync(Subject.Of(ask.Id), street.Wim, Answers.DoIt, default)
        );

        Assert.IsType<NoSuchRequest>(refusal);
    }

    [Fact]
    public async Task An_organisation_that_says_yes_takes_it_over()
    {
        var welfare = await street.TakesChoresAsync("Welzijn Stede Broec", street.Bart);
        var id = await street.RietAsksAsync(readers: Readers.District);
        await street.App.InDbAsync(async db =>
        {
            var request = await db.HelpRequests.SingleAsync(r => r.Id == id);
            while (request.Ring != Ring.Organisations)
                request.Widen(street.App.Clock.Now);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await street.TickAsync<WidenRingsJob>(At(2, 9, 11));

        Assert.Null(await street.AnswersAsync(street.Bart, id, Answers.DoIt));

        var request = await street.RequestAsync(id);
        Assert.Equal((HelpState.HandedOver, welfare, null), (request.State, request.HandedTo, request.ClaimedBy));
        Assert.Equal("Welzijn Stede Broec", (await street.LastMessageAsync(street.Riet)).Word("name"));
    }

    private async Task<HelpRequestId> AskedAsync()
    {
        var id = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
        return id;
    }
}
