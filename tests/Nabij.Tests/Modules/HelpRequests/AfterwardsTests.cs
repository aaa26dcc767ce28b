using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Trails;
using Nabij.Modules.HelpRequests.Afterwards;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Covering;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.HandingOver;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Modules.Reach.Sending;
using NodaTime;
using static Nabij.Tests.Modules.HelpRequests.Lindelaan;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>What happens after somebody said yes: it works, it does not, or they cannot come.</summary>
public sealed class AfterwardsTests : IAsyncLifetime
{
    private static readonly LocalDate Friday = new(2026, 6, 5);
    private HelpStreet street = null!;

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        await street.LikeChoresAsync(street.Kees, street.Wim);
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Both_sides_are_asked_how_it_went_and_the_helper_is_thanked()
    {
        var id = await KeesHelpsAsync(HelpPlan.On(Friday, DayPart.Morning, new(10, 0)));
        await street.TickAsync<AskAfterwardsJob>(At(5, 12, 30));

        Assert.Equal("HelpRequests.DidItWork", (await street.LastMessageAsync(street.Riet)).Reason);
        Assert.Equal("HelpRequests.DidYouManage", (await street.LastMessageAsync(street.Kees)).Reason);
        Assert.Null(await street.SaysAsync(street.Riet, id, Answers.Worked));

        Assert.Equal(HelpState.Thanked, (await street.RequestAsync(id)).State);
        Assert.Equal("HelpRequests.Thanks", (await street.LastMessageAsync(street.Kees)).Reason);
        Assert.Empty(await street.FollowUpsAsync(id));
    }

    [Fact]
    public async Task Riet_hears_who_comes_when()
    {
        await KeesHelpsAsync(HelpPlan.On(Friday, DayPart.Morning, new(10, 0)));

        var told = await street.LastMessageAsync(street.Riet);
        Assert.Equal("HelpRequests.Found", told.Reason);
        Assert.Equal("vrijdag 5 juni om 10.00\u00a0uur", told.Word("when"));
    }

    [Fact]
    public async Task The_day_after_nobody_is_phoned_any_more_that_Kees_comes()
    {
        var nel = await NelAsksAsync(Channel.Call, Friday);
        await street.App.RunAsync<SendDueMessagesJob>();
        Assert.Equal(["HelpRequests.Found"], await OnListsAsync(nel, MessageState.OnCallList));

        await street.TickAsync<AskAfterwardsJob>(At(6, 12));
        await street.App.RunAsync<SendDueMessagesJob>();
        Assert.Equal(["HelpRequests.DidItWork"], await OnListsAsync(nel, MessageState.OnCallList));
    }

    [Fact]
    public async Task News_of_the_agreed_day_is_not_told_any_more_once_both_are_asked_how_it_went()
    {
        var id = await KeesHelpsAsync(HelpPlan.Sometime());
        Assert.Null(await street.DoAsync<AgreeOnDay, Refusal?>(street.Kees, a => a.HandleAsync(id, Friday, new(10, 0), default)));
        await street.TickAsync<AskAfterwardsJob>(At(5, 12, 30)); // the same day, so the news had not run out by itself

        Assert.Equal(["HelpRequests.DidItWork"], await OnListsAsync(street.Riet, MessageState.Waiting));
    }

    [Fact]
    public async Task A_letter_that_says_who_comes_is_not_printed_after_that_day()
    {
        var nel = await NelAsksAsync(Channel.Letter, new(2026, 6, 8));
        await street.App.RunAsync<SendDueMessagesJob>();
        Assert.Equal(["HelpRequests.Found"], await OnListsAsync(nel, MessageState.ToPrint));

        await street.TickAsync<SendDueMessagesJob>(At(9, 0, 1));
        Assert.Empty(await OnListsAsync(nel, MessageState.ToPrint));
    }

    [Fact]
    public async Task Who_reads_letters_is_phoned_when_the_day_is_too_near_for_the_post()
    {
        var nel = await NelAsksAsync(Channel.Letter, new(2026, 6, 3));
        await street.App.RunAsync<SendDueMessagesJob>();

        Assert.Equal(["HelpRequests.Found"], await OnListsAsync(nel, MessageState.OnCallList));
    }

    [Fact]
    public async Task A_no_asks_others_again_and_the_history_is_kept()
    {
        var id = await KeesHelpsAsync(HelpPlan.On(Friday));
        await street.TickAsync<AskAfterwardsJob>(At(6, 12));
        Assert.Null(await street.SaysAsync(street.Riet, id, Answers.DidNotWork));
        await street.TickAsync<WidenRingsJob>(At(6, 12, 1));

        Assert.Equal([street.Wim], (await street.App.InDbAsync(db => db.Asks.OfRequest(id).Where(a => a.Search == 2).ToListAsync())).Select(a => a.Person));
        var history = await street.App.InDbAsync(db =>
            db.Set<TrailEntry>().Where(e => e.SubjectId == id.Value).OrderBy(e => e.Id).Select(e => e.What).ToListAsync()
        );
        Assert.Equal(
            ["HelpChange.Asked", "HelpChange.NeighbourSaidYes", "HelpChange.DayIsPast", "HelpChange.DidNotWork"],
            history
        );
    }

    [Fact]
    public async Task When_nobody_says_anything_it_closes_after_a_week()
    {
        var id = await KeesHelpsAsync(HelpPlan.On(Friday));
        await street.TickAsync<AskAfterwardsJob>(At(6, 12));
        await street.TickAsync<CloseUnansweredJob>(At(13, 12));

        Assert.Equal(HelpState.Closed, (await street.RequestAsync(id)).State);
        Assert.Empty(await street.FollowUpsAsync(id));
    }

    [Fact]
    public async Task Dropping_out_the_day_before_is_an_alarm_on_the_desk_and_others_are_asked_at_once()
    {
        var id = await KeesHelpsAsync(HelpPlan.On(Friday, DayPart.Morning));
        street.App.Clock.MoveTo(At(4, 15));
        Assert.Null(await street.SaysAsync(street.Kees, id, Answers.Release));

        Assert.Contains(("FollowUp.LateDropOut", (PersonId?)null), await street.FollowUpsAsync(id));
        Assert.Equal("HelpRequests.HelperDroppedOut", (await street.LastMessageAsync(street.Riet)).Reason);
        await street.App.RunAsync<WidenRingsJob>();
        Assert.Contains(street.Wim, (await street.App.InDbAsync(db => db.Asks.OfRequest(id).Where(a => a.Search == 2).ToListAsync())).Select(a => a.Person));
    }

    [Fact]
    public async Task The_alarm_goes_when_another_is_found()
    {
        var id = await KeesHelpsAsync(HelpPlan.On(Friday, DayPart.Morning));
        street.App.Clock.MoveTo(At(4, 15));
        await street.SaysAsync(street.Kees, id, Answers.Release);
        await street.App.RunAsync<WidenRingsJob>();
        await street.AnswersAsync(street.Wim, id, Answers.DoIt);

        Assert.Equal([("FollowUp.HelperFound", (PersonId?)street.Truus)], await street.FollowUpsAsync(id));
    }

    [Fact]
    public async Task Somebody_else_cannot_drop_out_for_Kees()
    {
        var id = await KeesHelpsAsync(HelpPlan.On(Friday));

        Assert.IsType<NotPossibleNow>(await street.SaysAsync(street.Wim, id, Answers.Release));
        Assert.IsType<NoSuchRequest>(await street.SaysAsync(street.Bart, id, Answers.Release));
    }

    [Fact]
    public async Task Who_was_going_to_help_hears_that_it_is_no_longer_needed()
    {
        var id = await KeesHelpsAsync(HelpPlan.On(Friday));
        Assert.Null(await street.DoAsync<WithdrawHelp, Refusal?>(street.Riet, w => w.HandleAsync(id, default)));

        Assert.Equal("HelpRequests.NoLongerNeeded", (await street.LastMessageAsync(street.Kees)).Reason);
        Assert.Equal(HelpState.Withdrawn, (await street.RequestAsync(id)).State);
    }

    [Fact]
    public async Task Cover_for_one_day_is_found_and_leaves_the_weekly_help_as_it_is()
    {
        await street.LikesAsync(street.Fatima, [HelpKind.Chore], atMost: 8);
        var id = await street.RietAsksAsync(HelpPlan.EachWeek(Friday, new(2026, 7, 31)));
        await street.TickAsync<WidenRingsJob>(At(2, 9, 11));
        Assert.Equal([street.Fatima], await street.AskedAsync(id)); // the others do not want to come four times a month
        await street.AnswersAsync(street.Fatima, id, Answers.DoIt);

        Assert.Null(await street.DoAsync<PlanCover, Refusal?>(street.Fatima, c => c.HandleAsync(id, new(2026, 6, 12), default)));
        Assert.IsType<AlreadyCovered>(await street.DoAsync<PlanCover, Refusal?>(street.Fatima, c => c.HandleAsync(id, new(2026, 6, 12), default)));
        var cover = await street.App.InDbAsync(db => db.HelpRequests.SingleAsync(r => r.CoverFor == id));
        await street.App.RunAsync<WidenRingsJob>();
        await street.AnswersAsync(street.Kees, cover.Id, Answers.DoIt);
        await street.TickAsync<AskAfterwardsJob>(At(13, 12));
        await street.SaysAsync(street.Riet, cover.Id, Answers.Worked);

        Assert.Equal(HelpState.Thanked, (await street.RequestAsync(cover.Id)).State);
        Assert.Equal(street.Fatima, (await street.RequestAsync(id)).ClaimedBy);
    }

    [Fact]
    public async Task The_desk_hands_over_to_a_named_organisation_and_it_hands_back()
    {
        var welfare = await street.TakesChoresAsync("Welzijn Stede Broec", street.Bart);
        var id = await street.RietAsksAsync();
        Task<T> Desk<TCommand, T>(Func<TCommand, Task<T>> act)
            where TCommand : notnull =>
            street.App.InScopeAsync(scope =>
            {
                var person = (Nabij.Kernel.Identity.CurrentPerson)scope.GetService(typeof(Nabij.Kernel.Identity.CurrentPerson))!;
                person.SignIn(street.Joke, "Joke", [new(Nabij.Kernel.Identity.Role.DistrictSupporter, null)]);
                return act((TCommand)scope.GetService(typeof(TCommand))!);
            });

        Assert.Null(await Desk<HandOverHelp, Refusal?>(h => h.HandleAsync(id, welfare, default)));
        Assert.Equal([("FollowUp.HandedOver", null)], await street.FollowUpsAsync(id));
        Assert.Equal("HelpRequests.YouTakeOver", (await street.LastMessageAsync(street.Bart)).Reason);

        Assert.Null(await Desk<HandBackHelp, Refusal?>(h => h.HandleAsync(id, default)));
        Assert.Equal(HelpState.Searching, (await street.RequestAsync(id)).State);
        Assert.IsType<NoSuchRequest>(await street.DoAsync<HandOverHelp, Refusal?>(street.Bart, h => h.HandleAsync(id, welfare, default)));
    }

    /// <summary>Nel, who is told things in this way, asks for help on this day, and Kees says yes.</summary>
    private async Task<PersonId> NelAsksAsync(Channel prefers, LocalDate day)
    {
        var nel = await street.LivesAsync("Nel", "Dekker", street.Lindelaan, prefers);
        var id = await street.AsksAsync(nel, HelpPlan.On(day, DayPart.Morning, new(10, 0)));
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
        Assert.Null(await street.AnswersAsync(street.Kees, id, Answers.DoIt));
        return nel;
    }

    /// <summary>What stands in this state for this person and is still true.</summary>
    private async Task<IReadOnlyList<string>> OnListsAsync(PersonId person, MessageState state) =>
        await street.App.InDbAsync(db => db.MessagesThatAre(state).Where(m => m.Person == person).Select(m => m.Reason).ToListAsync());

    private async Task<HelpRequestId> KeesHelpsAsync(HelpPlan plan)
    {
        var id = await street.RietAsksAsync(plan);
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
        Assert.Null(await street.AnswersAsync(street.Kees, id, Answers.DoIt));
        return id;
    }
}
