using System.Net;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Starting;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Showing;

public sealed class CirclePageTests
{
    [Fact]
    public async Task A_neighbour_sees_who_is_in_the_circle_and_whom_to_call()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync("Veldhuizen-Zuid");
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67");
        var kees = await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21", sharesNumber: false);
        var gerrit = await app.AddMemberAsync(circle, "Gerrit", "Smit", "030 111 22 33", ownWords: "Kent de buurt het langst.");
        await app.NameContactsAsync(circle, truus, kees);

        var page = await (await app.AsAsync(gerrit.Id, "Gerrit")).VisitAsync(PathOf(circle));

        Assert.Equal("Cirkel Veldhuizen-Zuid", page.Page.QuerySelector("h1")!.TextContent);
        Assert.True(page.Shows("3 buren die een beetje op elkaar letten. Jij hoort erbij sinds juni."));
        Assert.Equal(["Truus", "Kees", "Gerrit"], page.Page.QuerySelectorAll(".nb-person__n").Select(n => n.TextContent));
        Assert.True(page.Shows("Trekt de kar. Bel gerust."));
        Assert.True(page.Offers("Bel Truus"));
        Assert.False(page.Offers("Bel Kees"));
        Assert.DoesNotContain("765 43 21", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("7654321", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", page.Text, StringComparison.Ordinal);
        Assert.True(page.Shows("Kent de buurt het langst."));
        Assert.False(page.Offers("Telefoonlijst"));
        Assert.False(page.Offers("Beheer de cirkel"));
    }

    [Fact]
    public async Task The_desk_sees_only_the_circles_that_still_need_somebody()
    {
        await using var app = await TestApp.StartAsync();
        var (linde, _) = (await app.StartCircleAsync("Lindelaan"), await app.StartCircleAsync("Eikenlaan"));
        await app.NameContactsAsync(
            linde,
            await app.AddMemberAsync(linde, "Truus", "Visser", "030 123 45 67"),
            await app.AddMemberAsync(linde, "Kees", "Jansen", "030 765 43 21")
        );
        var anja = await app.AddPersonAsync("Anja", "Bakker");
        await app.GiveRoleAsync(anja.Id, Role.DistrictSupporter);
        var circles = await (await app.AsAsync(anja.Id, "Anja")).VisitAsync("cirkels");
        Assert.True(circles.Offers("Lindelaan"));

        var inNeed = await circles.FollowAsync("Nog iemand nodig: 1");

        Assert.True(inNeed.Offers("Eikenlaan"));
        Assert.False(inNeed.Offers("Lindelaan"));
    }

    [Fact]
    public async Task For_who_is_not_in_the_circle_it_does_not_exist()
    {
        await using var app = await TestApp.StartAsync();
        var (linde, eik) = (await app.StartCircleAsync("Lindelaan"), await app.StartCircleAsync("Eikenlaan"));
        var riet = await app.AddMemberAsync(eik, "Riet", "Bakker");
        var left = await app.AddMemberAsync(linde, "Omar", "Said");
        await app.LeaveAsync(linde, left);

        foreach (var person in (PersonId[])[riet.Id, left.Id, PersonId.New()])
        {
            var browser = await app.AsAsync(person);
            foreach (var part in (string[])["", "/telefoonlijst", "/koelkastkaart", "/stoppen", "/beheer"])
                Assert.Equal(HttpStatusCode.NotFound, (await browser.VisitAsync(PathOf(linde) + part)).Status);
        }
    }

    [Fact]
    public async Task A_circle_of_another_community_does_not_exist_here()
    {
        await using var theirs = await TestApp.StartAsync();
        var circle = await theirs.StartCircleAsync();
        await using var ours = await TestApp.StartAsync();
        var anja = PersonId.New();
        await ours.GiveRoleAsync(anja, Role.DistrictSupporter);

        Assert.Equal(HttpStatusCode.NotFound, (await (await ours.AsAsync(anja)).VisitAsync(PathOf(circle))).Status);
    }

    [Fact]
    public async Task A_circle_keeps_the_usual_rules_until_it_has_its_own()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync();
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker");
        await app.NameContactsAsync(circle, riet, null);
        var browser = await app.AsAsync(riet.Id);

        Assert.True((await browser.VisitAsync(PathOf(circle))).Shows("Nee zeggen mag altijd."));
        Assert.True(browser.Shows("Bespreek het met Riet."));

        await app.DoAsync<DescribeCircle>(d => d.HandleAsync(circle, "Lindelaan", "De hond mag mee.", default));
        Assert.True((await browser.VisitAsync(PathOf(circle))).Shows("De hond mag mee."));
        Assert.False(browser.Shows("Nee zeggen mag altijd."));
    }

    [Fact]
    public async Task Two_neighbours_of_one_name_are_told_apart()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync();
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker");
        await app.AddMemberAsync(circle, "Riet", "van der Meer");

        var page = await (await app.AsAsync(riet.Id)).VisitAsync(PathOf(circle));

        Assert.True(page.Shows("Riet B."));
        Assert.True(page.Shows("Riet M."));
    }

    [Fact]
    public async Task My_circle_is_the_circle_I_am_in()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync("Lindelaan");
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker");

        Assert.True((await (await app.AsAsync(riet.Id)).VisitAsync("mijn-cirkel")).Shows("Cirkel Lindelaan"));
        Assert.True((await (await app.AsAsync(PersonId.New())).VisitAsync("mijn-cirkel")).Shows("Je zit nog niet in een cirkel"));
    }

    [Fact]
    public async Task Whoever_wants_to_leave_may_and_need_not_say_why()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync("Lindelaan");
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker");
        var browser = await app.AsAsync(riet.Id);

        await (await browser.VisitAsync(PathOf(circle))).FollowAsync("Stop met deze cirkel");
        await browser.PressAsync("Ja, ik stop");

        Assert.True(browser.Shows("Je zit nog niet in een cirkel"));
        Assert.Equal(0, (await app.CardOfAsync(circle))!.Members);
    }

    private static string PathOf(CircleId circle) => $"cirkels/{circle.Value}";
}
