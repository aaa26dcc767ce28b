using Microsoft.Playwright;
using Nabij.BrowserTests.Support;
using Nabij.Kernel.Languages;

namespace Nabij.BrowserTests;

/// <summary>Where scripts run, a border that circles must not cross is drawn with the pointer; elsewhere it is typed.</summary>
public sealed class DrawingTests(DemoSite site)
{
    private const string Place = "deventer";
    private static readonly Texts Words = new TextCatalogue([typeof(Nabij.Kernel.Refusal).Assembly]).In("nl");

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Every_click_on_the_map_is_a_place_along_the_border(int width)
    {
        var page = await OpenAsync(width);
        var map = page.Locator("figure[data-draw-lines] svg");
        var second = page.Locator("textarea[name='Wish.Places[1]']");

        await page.GetByRole(AriaRole.Button, new() { Name = Words["Circles.Proposal.Draw.Line", ("n", 2)] }).ClickAsync();
        await ClickAsync(map, 0.2, 0.2);
        await ClickAsync(map, 0.2, 0.8);
        await ClickAsync(map, 0.8, 0.8);
        await page.GetByRole(AriaRole.Button, new() { Name = Words["Circles.Proposal.Draw.Undo"] }).ClickAsync();

        var places = (await second.InputValueAsync()).Split('\n').Select(PlaceOf).ToList();
        Assert.Equal(2, places.Count);
        Assert.All(places, p => Assert.True(p is { Latitude: > 52.15 and < 52.40, Longitude: > 6.0 and < 6.45 }, $"{p}"));
        Assert.True(places[0].Latitude > places[1].Latitude, "north is up");
        Assert.Equal(places[0].Longitude, places[1].Longitude, tolerance: 0.0005);
        var drawn = await map.Locator("polyline[data-line='1']").GetAttributeAsync("points");
        Assert.Equal(2, drawn!.Split(' ').Length);
        Assert.InRange(double.Parse(drawn.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture), 125, 131); // a fifth of 640
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(int width)
    {
        var page = await (await site.Chromium.WindowAsync(width, baseUrl: site.Address)).NewPageAsync();
        await DemoSite.SignInAsync(page, Place, "Richard");
        await page.GotoAsync($"/{Place}/cirkels/voorstellen/nieuw");
        return page;
    }

    private static async Task ClickAsync(ILocator map, double right, double down)
    {
        var box = (await map.BoundingBoxAsync())!;
        await map.ClickAsync(new() { Position = new() { X = (float)(box.Width * right), Y = (float)(box.Height * down) } });
    }

    private static Nabij.Kernel.GeoPoint PlaceOf(string line)
    {
        var degrees = line.Split(", ").Select(d => double.Parse(d, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return new(Longitude: degrees[1], Latitude: degrees[0]);
    }
}
