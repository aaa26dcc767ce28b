using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Redrawing;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.HelpRequests.Asking;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.Redrawing;

public sealed class RedrawingTests
{
    [Fact]
    public async Task Who_lives_in_the_chosen_street_goes_along_with_front_doors_and_reserve_and_both_circles_find_their_contacts()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var noord = await app.StartCircleAsync("Noord");
        await app.DoAsync<Nabij.Modules.Circles.Drawing.PlaceNextTo>(p => p.HandleAsync(circle.Id, [noord], default));

        var eik = await SplitAsync(circle);

        Assert.Equal((10, 9), ((await app.CardOfAsync(circle.Id))!.Members, (await app.CardOfAsync(eik))!.Members));
        Assert.Equal((circle.Truus.Id, circle.Kees.Id, null), LeadOf(await app.CardOfAsync(circle.Id)));
        Assert.Equal((circle.Fatima.Id, null, null), LeadOf(await app.CardOfAsync(eik)));
        Assert.True(await app.IsOnTheDeskAsync(eik));
        Assert.False(await app.IsOnTheDeskAsync(circle.Id));
        Assert.Equal(new HashSet<CircleId> { circle.Id, noord }, (await NextToAsync(app, eik)).ToHashSet());
        Assert.Equal(eik, await AroundAsync(app, circle.Riet.Home!.Value));
        Assert.Equal(circle.Id, await AroundAsync(app, circle.Truus.Home!.Value));
    }

    [Fact]
    public async Task What_is_still_asked_in_the_street_that_went_along_is_asked_in_its_new_circle()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var (moved, stayed) = (await AsksAsync(app, circle.Riet.Id), await AsksAsync(app, circle.Members[2].Id));

        var eik = await SplitAsync(circle);
        await app.RunAsync<DeliverOutboxJob>();

        Assert.Equal(eik, await CircleOfAsync(app, moved));
        Assert.Equal(circle.Id, await CircleOfAsync(app, stayed));
        Assert.Equal(circle.Fatima.Id, await OwnerAsync(app, moved));
    }

    [Fact]
    public async Task A_split_is_put_back_as_it_was_with_who_joined_since()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var eik = await SplitAsync(circle);
        await app.AddMemberAsync(eik, "Nieuwe", "Buur");

        Assert.Null(await UndoAsync(app, circle.Id));

        Assert.Null(await app.CardOfAsync(eik));
        Assert.Equal(20, (await app.CardOfAsync(circle.Id))!.Members);
        Assert.Equal((circle.Truus.Id, circle.Kees.Id, circle.Fatima.Id), LeadOf(await app.CardOfAsync(circle.Id)));
        Assert.Equal(circle.Id, await AroundAsync(app, circle.Riet.Home!.Value));
        Assert.Equal([], await NextToAsync(app, circle.Id));
        Assert.False(await app.IsOnTheDeskAsync(eik));
        Assert.Equal(2, await ConnectorsAsync(app));
    }

    [Fact]
    public async Task A_circle_goes_on_in_another_whose_contacts_stay_and_comes_back_with_its_own()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var eik = await SplitAsync(circle);
        var noord = await app.StartCircleAsync("Noord");
        await app.DoAsync<Nabij.Modules.Circles.Drawing.PlaceNextTo>(p => p.HandleAsync(eik, [circle.Id, noord], default));

        Assert.Null(await app.DoAsync<MergeCircles>(m => m.HandleAsync(eik, circle.Id, default)));

        Assert.Null(await app.CardOfAsync(eik));
        Assert.Equal((circle.Truus.Id, circle.Kees.Id, circle.Fatima.Id), LeadOf(await app.CardOfAsync(circle.Id)));
        Assert.Equal([noord], await NextToAsync(app, circle.Id));

        Assert.Null(await UndoAsync(app, circle.Id));
        Assert.Equal((10, 9), ((await app.CardOfAsync(circle.Id))!.Members, (await app.CardOfAsync(eik))!.Members));
        Assert.Equal((circle.Fatima.Id, null, null), LeadOf(await app.CardOfAsync(eik)));
        Assert.Equal(new HashSet<CircleId> { circle.Id, noord }, (await NextToAsync(app, eik)).ToHashSet());
    }

    [Fact]
    public async Task After_a_month_or_once_split_again_there_is_no_way_back()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var first = await app.InDbAsync(async db =>
        {
            await SplitAsync(circle);
            return await db.Reshapings.SingleAsync();
        });
        app.Clock.Advance(Duration.FromHours(1));
        await app.DoAsync<SplitCircle>(s => s.HandleAsync(circle.Id, CircleId.New(), [new("Lindelaan", StreetSide.Even, null, null)], "Even", default));

        Assert.IsType<NoWayBackAnyMore>(await app.DoAsync<UndoReshaping>(u => u.HandleAsync(first.Id, default)));
        app.Clock.Advance(Duration.FromDays(31));
        Assert.IsType<NoWayBackAnyMore>(await UndoAsync(app, circle.Id));
    }

    [Fact]
    public async Task A_circle_of_nineteen_stands_on_the_desk_with_the_streets_that_could_start_their_own_until_it_is_split()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);

        await app.RunAsync<WatchSizesJob>();
        var watch = await app.InDbAsync(db => db.Set<FollowUp>().SingleAsync(f => f.SubjectKind == "CircleSize" && f.ClosedAt == null));
        Assert.Equal("Circles.FollowUp.TooBig", watch.Reason);
        Assert.Equal("Lindelaan (19): Eikstraat", watch.Title);
        Assert.Equal($"cirkels/{circle.Id.Value}/splitsen", watch.Path);

        app.Clock.Advance(Duration.FromDays(1));
        await app.RunAsync<WatchSizesJob>();
        Assert.Equal(watch.NextDate, await app.InDbAsync(db => db.Set<FollowUp>().Where(f => f.Id == watch.Id).Select(f => f.NextDate).SingleAsync()));

        await SplitAsync(circle);
        await app.RunAsync<WatchSizesJob>();
        Assert.False(await app.InDbAsync(db => db.Set<FollowUp>().AnyAsync(f => f.SubjectKind == "CircleSize" && f.ClosedAt == null)));
    }

    private static async Task<CircleId> SplitAsync(BigCircle circle)
    {
        var id = CircleId.New();
        Assert.Null(await circle.App.DoAsync<SplitCircle>(s => s.HandleAsync(circle.Id, id, [BigCircle.Eikstraat], "Eikstraat", default)));
        return id;
    }

    private static async Task<Refusal?> UndoAsync(TestApp app, CircleId circle)
    {
        var last = await app.InDbAsync(db => db.Reshapings.Of(circle).Select(r => r.Id).FirstAsync());
        return await app.DoAsync<UndoReshaping>(u => u.HandleAsync(last, default));
    }

    private static (PersonId?, PersonId?, PersonId?) LeadOf(CircleCard? card) => (card!.FirstContact, card.SecondContact, card.Reserve);

    private static Task<IReadOnlyList<CircleId>> NextToAsync(TestApp app, CircleId circle) =>
        app.InScopeAsync(s => s.GetRequiredService<ICircles>().AdjacentToAsync(circle, default));

    private static Task<CircleId?> AroundAsync(TestApp app, AddressId door) =>
        app.InScopeAsync(async s => (await s.GetRequiredService<ICircles>().AroundAsync(door, default))?.Id);

    private static Task<int> ConnectorsAsync(TestApp app) =>
        app.InDbAsync(db => db.RoleAssignments.Current.CountAsync(a => a.Role == Role.Connector));

    private static async Task<HelpRequestId> AsksAsync(TestApp app, PersonId person)
    {
        var id = HelpRequestId.New();
        var what = new WhatIsAsked(HelpKind.Chore, "Wie hangt mijn lamp op?", "", HelpPlan.Sometime(), 30, Urgency.ThisWeek, Readers.District);
        Assert.Empty(await app.InScopeAsync(s => s.GetRequiredService<AskForHelp>().HandleAsync(id, what, person, null, default), asPerson: person));
        return id;
    }

    private static Task<CircleId?> CircleOfAsync(TestApp app, HelpRequestId id) =>
        app.InDbAsync(db => db.HelpRequests.Where(r => r.Id == id).Select(r => r.Circle).SingleAsync());

    private static Task<PersonId?> OwnerAsync(TestApp app, HelpRequestId id) =>
        app.InDbAsync(db => db.Set<FollowUp>().Where(f => f.SubjectId == id.Value && f.ClosedAt == null).Select(f => f.Owner).SingleAsync());
}
