using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Places.Showing;

public sealed class PlacesPageTests
{
    [Fact]
    public async Task The_district_supporter_takes_over_the_buurten_and_everybody_sees_them_on_the_map()
    {
        await using var app = await TestApp.StartAsync();
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var supporter = await app.AsAsync(anja, "Anja");
        var neighbour = await app.AsAsync(PersonId.New());

        await neighbour.VisitAsync("plaatsen");
        Assert.True(neighbour.Shows("Er zijn nog geen buurten"));
        Assert.False(neighbour.Offers("Neem deze buurten over"));

        await (await supporter.VisitAsync("plaatsen")).PressAsync("Neem deze buurten over");
        await neighbour.VisitAsync("plaatsen");

        var borders = Assert.Single(neighbour.Page.QuerySelectorAll("svg.nb-map__svg path.nb-map__b")).GetAttribute("d")!;
        Assert.InRange(borders.Count(c => c == 'M'), 7, 14); // one around each, and one more around who lies inside another
        Assert.Equal(7, neighbour.Page.QuerySelectorAll("tbody tr").Length);
        Assert.True(neighbour.Shows("Centrum Grootebroek"));
        Assert.True(neighbour.Shows("Bron: CBS / Kadaster"));
        Assert.False(neighbour.Offers("Lees adressen in"));
        Assert.True(supporter.Offers("Lees adressen in"));
    }
}
