using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Membership;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Membership;

public sealed class MembershipTests
{
    [Fact]
    public async Task A_neighbour_is_in_one_circle_at_a_time()
    {
        await using var app = await TestApp.StartAsync();
        var (linde, eik) = (await app.StartCircleAsync("Lindelaan"), await app.StartCircleAsync("Eikenlaan"));
        var riet = await app.AddMemberAsync(linde, "Riet", "Bakker");

        Assert.IsType<AlreadyInACircle>(await JoinAsync(app, eik, riet.Id));

        Assert.Null(await app.LeaveAsync(linde, riet));
        Assert.Null(await JoinAsync(app, eik, riet.Id));
        Assert.Equal([eik], await CirclesOfAsync(app, riet.Id));
    }

    [Fact]
    public async Task Of_ten_who_place_a_neighbour_in_ten_circles_at_the_same_moment_one_succeeds()
    {
        await using var app = await TestApp.StartAsync();
        var riet = await app.AddPersonAsync("Riet", "Bakker");
        var circles = new List<CircleId>();
        for (var i = 0; i < 10; i++)
            circles.Add(await app.StartCircleAsync($"Cirkel {i}"));

        var refusals = await Task.WhenAll(circles.Select(circle => Task.Run(() => JoinAsync(app, circle, riet.Id))));

        Assert.Single(refusals, r => r is null);
        Assert.All(refusals.Where(r => r is not null), r => Assert.IsType<AlreadyInACircle>(r));
        Assert.Single(await CirclesOfAsync(app, riet.Id));
    }

    [Fact]
    public async Task Who_is_in_the_circles_can_be_asked_inside_another_question()
    {
        await using var app = await TestApp.StartAsync();
        var (linde, eik) = (await app.StartCircleAsync("Lindelaan"), await app.StartCircleAsync("Eikenlaan"));
        var (riet, kees) = (await app.AddMemberAsync(linde, "Riet", "Bakker"), await app.AddMemberAsync(eik, "Kees", "Jansen"));
        var omar = await app.AddMemberAsync(eik, "Omar", "Said");
        await app.LeaveAsync(eik, omar);

        var both = await app.InScopeAsync(s => s.GetRequiredService<ICircles>().MembersOf([linde, eik]).ToListAsync());

        Assert.Equal(new HashSet<PersonId> { riet.Id, kees.Id }, both.ToHashSet());
        Assert.Equal(1, (await app.CardOfAsync(eik))!.Members);
    }

    [Fact]
    public async Task Another_community_knows_nothing_of_our_circle()
    {
        await using var ours = await TestApp.StartAsync();
        var circle = await ours.StartCircleAsync();
        await using var theirs = await TestApp.StartAsync();

        Assert.Null(await theirs.CardOfAsync(circle));
        Assert.IsType<NoSuchCircle>(await JoinAsync(theirs, circle, PersonId.New()));
    }

    private static Task<Refusal?> JoinAsync(TestApp app, CircleId circle, PersonId person) =>
        app.DoAsync<JoinCircle>(join => join.HandleAsync(circle, person, true, "", default));

    private static Task<List<CircleId>> CirclesOfAsync(TestApp app, PersonId person) =>
        app.InScopeAsync(s => s.GetRequiredService<ICircles>().Of(person).ToListAsync());
}
