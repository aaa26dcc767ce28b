using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Redrawing;

public sealed class RedrawingPagesTests
{
    [Fact]
    public async Task The_desk_sees_who_goes_where_before_it_splits_and_both_phone_lists_print_right()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var anja = await SupporterAsync(app);

        await (await anja.VisitAsync($"cirkels/{circle.Id.Value}/beheer")).FollowAsync("Splits de cirkel");
        Assert.True(anja.Shows("In Lindelaan zijn 19 buren."));
        Assert.Equal(["9 buren.", "10 buren."], anja.Page.QuerySelectorAll(".nb-panel > .nl-paragraph").Select(p => p.TextContent).Where(t => t.EndsWith("buren.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Reverse());
        Assert.True(anja.Shows("Eikstraat 1: Fatima Visser"));
        await anja.Fill("Hoe heet de nieuwe cirkel?", "Eikstraat").PressAsync("Splits zo");

        var eik = anja.Url.Split('/')[^2];
        Assert.Equal(["Fatima Visser", "Ahmed Visser"], (await ListAsync(anja, eik)).Take(2));
        Assert.Equal(10, (await ListAsync(anja, eik)).Count);
        Assert.Equal(["Truus Visser", "Kees Visser"], (await ListAsync(anja, circle.Id.Value.ToString())).Take(2));
        Assert.Equal(11, (await ListAsync(anja, circle.Id.Value.ToString())).Count);
    }

    [Fact]
    public async Task Other_streets_than_were_seen_are_shown_first_and_nothing_is_split_yet()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var anja = await SupporterAsync(app);
        await anja.VisitAsync($"cirkels/{circle.Id.Value}/splitsen");

        await anja.Untick("Eikstraat").Choose("Lindelaan").Fill("Hoe heet de nieuwe cirkel?", "Lindelaan 2").PressAsync("Splits zo");
        Assert.Equal(19, (await app.CardOfAsync(circle.Id))!.Members);
        await anja.PressAsync("Splits zo");
        Assert.Equal(9, (await app.CardOfAsync(circle.Id))!.Members);
    }

    [Fact]
    public async Task Without_a_name_nothing_is_split_and_what_was_chosen_stays()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var anja = await SupporterAsync(app);

        await (await anja.VisitAsync($"cirkels/{circle.Id.Value}/splitsen")).PressAsync("Splits zo");

        Assert.StartsWith("Fout:", anja.Title, StringComparison.Ordinal);
        Assert.Contains("Geef de cirkel een naam.", anja.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_small_circles_go_on_as_one_and_are_put_back()
    {
        await using var app = await TestApp.StartAsync();
        var (zuid, noord) = (await app.StartCircleAsync("Zuid"), await app.StartCircleAsync("Noord"));
        await app.AddMemberAsync(zuid, "Riet", "Bakker");
        await app.AddMemberAsync(noord, "Nel", "Smit");
        var anja = await SupporterAsync(app);

        await (await anja.VisitAsync($"cirkels/{zuid.Value}/beheer")).FollowAsync("Voeg samen met een andere cirkel");
        await anja.Fill("Kies de cirkel die blijft", "Noord").PressAsync("Bekijk wie waar komt");
        Assert.True(anja.Shows("Zuid: Riet Bakker"));
        await anja.PressAsync("Voeg zo samen");

        Assert.True(anja.Shows("Er is samengevoegd op dinsdag 2 juni."));
        Assert.Equal(2, (await app.CardOfAsync(noord))!.Members);
        await anja.PressAsync("Zet terug zoals het was");
        Assert.Equal(1, (await app.CardOfAsync(zuid))!.Members);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(Browser anja, string circle) =>
        [.. (await anja.VisitAsync($"cirkels/{circle}/telefoonlijst")).Page.QuerySelectorAll(".nb-phones__who b").Select(b => b.TextContent)];

    private static async Task<Browser> SupporterAsync(TestApp app)
    {
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        return await app.AsAsync(anja, "Anja");
    }
}
