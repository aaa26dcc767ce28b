using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Trails;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.Paper;

public sealed class PaperTests
{
    [Fact]
    public async Task The_contact_prints_a_phone_list_of_those_who_let_their_number_be_on_it()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, browser) = await CircleOfTruusAsync(app);

        await browser.VisitAsync($"cirkels/{circle.Value}/telefoonlijst");

        Assert.Equal(
            ["Truus Visser", "Wim de Boer", "Het bureau"],
            browser.Page.QuerySelectorAll(".nb-phones__who b").Select(b => b.TextContent)
        );
        Assert.True(browser.Shows("Geen nummer op deze lijst: Kees."));
        Assert.True(browser.Shows("Gemaakt op dinsdag 2 juni 2026"));
    }

    [Fact]
    public async Task Each_neighbour_on_the_list_can_see_who_read_it_once_an_hour()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, browser) = await CircleOfTruusAsync(app);

        await browser.VisitAsync($"cirkels/{circle.Value}/telefoonlijst");
        await browser.VisitAsync($"cirkels/{circle.Value}/telefoonlijst");
        Assert.Equal(1, await ReadingsAsync(app, circle));

        app.Clock.Advance(Duration.FromMinutes(61));
        await browser.VisitAsync($"cirkels/{circle.Value}/telefoonlijst");
        Assert.Equal(2, await ReadingsAsync(app, circle));
    }

    [Fact]
    public async Task A_member_has_a_card_for_the_fridge_but_no_phone_list()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, _) = await CircleOfTruusAsync(app);
        var gerrit = await app.AddMemberAsync(circle, "Gerrit", "Smit");
        var browser = await app.AsAsync(gerrit.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.VisitAsync($"cirkels/{circle.Value}/telefoonlijst")).Status);
        await browser.VisitAsync($"cirkels/{circle.Value}/koelkastkaart");

        Assert.Equal(
            ["030 123 45 67", "0228 51 00 00", "112"],
            browser.Page.QuerySelectorAll(".nb-phones__number").Select(n => n.TextContent)
        );
    }

    private static async Task<(CircleId, Browser)> CircleOfTruusAsync(TestApp app)
    {
        var circle = await app.StartCircleAsync("Veldhuizen-Zuid");
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67");
        await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21", sharesNumber: false);
        await app.AddMemberAsync(circle, "Wim", "de Boer", "030 222 33 44");
        await app.NameContactsAsync(circle, truus, null);
        return (circle, await app.AsAsync(truus.Id, "Truus"));
    }

    private static Task<int> ReadingsAsync(TestApp app, CircleId circle) =>
        app.InDbAsync(db => db.Set<TrailEntry>().CountAsync(e => e.SubjectId == circle.Value && e.What == "Circles.Trail.NumbersRead"));
}
