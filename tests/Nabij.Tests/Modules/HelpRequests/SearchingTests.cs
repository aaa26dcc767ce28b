using Microsoft.EntityFrameworkCore;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.People.Data;
using Nabij.Kernel;
using NodaTime;
using static Nabij.Tests.Modules.HelpRequests.Lindelaan;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>A question goes from ring to ring until somebody says yes, or until it is on the desk.</summary>
public sealed class SearchingTests : IAsyncLifetime
{
    private HelpStreet street = null!;

    public async ValueTask InitializeAsync() => street = await HelpStreet.StartAsync();

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task The_circle_is_asked_first_then_the_next_circles_then_the_district_then_organisations_then_the_desk()
    {
        await street.LikeChoresAsync(street.Kees, street.Nel, street.Bart);
        await street.TakesChoresAsync("Welzijn Stede Broec", street.Wim);
        var id = await street.RietAsksAsync(urgency: Urgency.Today);

        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
        Assert.Equal([street.Kees], await street.AskedAsync(id));
        await street.TickAsync<WidenRingsJob>(At(2, 9, 40)); // nobody left in the circle
        Assert.Equal([street.Kees, street.Nel], await street.AskedAsync(id));
        await street.TickAsync<WidenRingsJob>(At(2, 10, 10));
        Assert.Equal([street.Kees, street.Nel, street.Bart], await street.AskedAsync(id));
        await street.TickAsync<WidenRingsJob>(At(2, 10, 40));
        Assert.Equal([street.Kees, street.Nel, street.Bart, street.Wim], await street.AskedAsync(id));
        await street.TickAsync<WidenRingsJob>(At(2, 11, 40));

        Assert.Equal(HelpState.OnDesk, (await street.RequestAsync(id)).State);
        Assert.Equal([("FollowUp.NobodyFound", null)], await street.FollowUpsAsync(id));
        Assert.Contains("HelpRequests.OnDesk", await street.ToldAsync(street.Riet));
    }

    [Fact]
    public async Task Asking_is_followed_up_by_the_contact_of_the_circle()
    {
        var id = await street.RietAsksAsync();

        Assert.Equal([("FollowUp.Searching", (PersonId?)street.Truus)], await street.FollowUpsAsync(id));
    }

    [Fact]
    public async Task The_one_who_was_asked_last_week_comes_after_who_was_never_asked()
    {
        await street.LikeChoresAsync(street.Kees, street.Wim, street.Fatima);
        var first = await street.RietAsksAsync(urgency: Urgency.NoHurry);
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
        var asked = await street.AskedAsync(first);
        var second = await street.RietAsksAsync(urgency: Urgency.NoHurry);
        await street.TickAsync<WidenRingsJob>(At(2, 9, 11));

        Assert.Equal(2, asked.Count);
        Assert.Contains(new[] { street.Kees, street.Wim, street.Fatima }.Except(asked).Single(), await street.AskedAsync(second));
    }

    [Fact]
    public async Task Nobody_is_asked_above_their_own_ceiling()
    {
        await street.LikesAsync(street.Kees, [HelpKind.Chore], atMost: 1);
        var first = await street.RietAsksAsync();
        var second = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));

        Assert.Single(new[] { await street.AskedAsync(first), await street.AskedAsync(second) }, asked => asked.Count > 0);
    }

    [Fact]
    public async Task Who_says_never_this_is_not_asked_for_it_again_and_the_next_is_asked_at_once()
    {
        await street.LikeChoresAsync(street.Kees, street.Nel);
        var id = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));

        Assert.Null(await street.AnswersAsync(street.Kees, id, Answers.NeverThis));
        await street.TickAsync<WidenRingsJob>(At(2, 9, 11));

        Assert.Equal([street.Kees, street.Nel], await street.AskedAsync(id));
        Assert.Empty((await street.App.InDbAsync(db => db.Helpers.SingleAsync(h => h.Person == street.Kees))).Likes);
    }

    [Fact]
    public async Task Nobody_is_asked_twice_when_the_job_runs_twice()
    {
        await street.LikeChoresAsync(street.Kees, street.Wim);
        var id = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
        await street.App.RunAsync<WidenRingsJob>();

        Assert.Equal(2, (await street.AskedAsync(id)).Count);
    }

    [Fact]
    public async Task The_desk_does_not_wait_and_asks_the_next_ring_now()
    {
        await street.LikeChoresAsync(street.Kees, street.Nel);
        var id = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));

        var page = await street.App.AsAsync(street.Joke);
        await street.App.GiveRoleAsync(street.Truus, Nabij.Kernel.Identity.Role.Connector, street.Lindelaan.Value);
        await (await page.VisitAsync($"vragen/{id.Value}")).PressAsync("Vraag nu al verder");
        await street.TickAsync<WidenRingsJob>(At(2, 9, 12));

        Assert.Equal([street.Kees, street.Nel], await street.AskedAsync(id));
    }

    [Fact]
    public async Task A_day_that_passed_ends_the_search_and_tells_everybody()
    {
        await street.LikeChoresAsync(street.Kees);
        var id = await street.RietAsksAsync(HelpPlan.On(Today));
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
        await street.TickAsync<ExpireJob>(At(3, 0, 15));

        Assert.Equal(HelpState.Expired, (await street.RequestAsync(id)).State);
        Assert.Empty(await street.FollowUpsAsync(id));
        Assert.Contains("HelpRequests.Expired", await street.ToldAsync(street.Riet));
        Assert.IsType<NoLongerAsked>(await street.AnswersAsync(street.Kees, id, Answers.DoIt));
    }

    [Fact]
    public async Task Somebody_with_a_landline_hears_it_by_telephone_in_the_polite_form()
    {
        var greet = await street.LivesAsync("Greet", "Kok", street.Lindelaan, Nabij.Modules.People.Contracts.Channel.Call);
        await street.LikeChoresAsync(greet);
        await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));

        Assert.Equal("HelpRequests.Question", (await street.LastMessageAsync(greet)).Reason);
    }
}
