using System.Globalization;
using AngleSharp.Dom;
using Nabij.Kernel;
using Nabij.Kernel.Ui.Parts;

namespace Nabij.Tests.Kernel.Ui.Parts;

public sealed class BuurtMapTests
{
    private static readonly MapArea West = Square("West", 5.20, requests: 2, signals: 0);
    private static readonly MapArea East = Square("Oost", 5.22, requests: 7, signals: 2);
    private static readonly MapArea Quiet = Square("Stil", 5.24, requests: 0, signals: 0);

    [Fact]
    public async Task Every_buurt_has_its_borders_and_only_busy_ones_a_name()
    {
        var map = await Draw(West, East, Quiet);

        Assert.Equal(3, Assert.Single(map.QuerySelectorAll("path.nb-map__b")).GetAttribute("d")!.Count(c => c == 'M'));
        Assert.Equal(["Oost", "West"], map.QuerySelectorAll("text.nb-map__t").Select(text => text.Text()).Order());
        Assert.Equal(["2", "7"], map.QuerySelectorAll("text.nb-map__qn").Select(text => text.Text()).Order());
        Assert.Equal("2", Assert.Single(map.QuerySelectorAll("text.nb-map__sn")).Text());
    }

    [Fact]
    public async Task North_is_up_and_east_is_right()
    {
        var north = West with { Name = "Noord", Centre = new GeoPoint(5.20, 52.75), Rings = Ring(5.20, 52.75) };

        var map = await Draw(West, East, north);

        Assert.True(X(map, "Oost") > X(map, "West"));
        Assert.True(Y(map, "Noord") < Y(map, "West"));
    }

    [Fact]
    public async Task Two_buurten_on_the_same_spot_do_not_hide_each_other()
    {
        var map = await Draw(West, East, West with { Name = "Midden" });

        var marks = map.QuerySelectorAll("circle").Select(c => (Number(c, "cx"), Number(c, "cy"))).ToList();
        Assert.Equal(3, marks.Count);
        Assert.All(
            from one in marks.Index()
            from other in marks.Index()
            where one.Index < other.Index
            select (one.Item, other.Item),
            pair => Assert.True(Distance(pair.Item1, pair.Item2) >= 48, $"{pair}")
        );
    }

    [Fact]
    public async Task Of_fifty_busy_buurten_the_numbers_are_on_the_map_and_the_names_in_the_list_below()
    {
        var map = await Draw([.. Enumerable.Range(0, 50).Select(i => Square($"Buurt {i}", 5.20 + i / 50.0, requests: 1, signals: 1))]);

        Assert.Equal(50, map.QuerySelectorAll("text.nb-map__qn").Length);
        Assert.Equal(50, map.QuerySelectorAll("text.nb-map__sn").Length);
        Assert.Empty(map.QuerySelectorAll("text.nb-map__t"));
    }

    [Fact]
    public async Task A_name_is_words_and_never_markup()
    {
        var map = await Draw(West with { Name = "Aan <b>'t Wed" });

        Assert.Equal("Aan <b>'t Wed", Assert.Single(map.QuerySelectorAll("text.nb-map__t")).Text());
    }

    [Fact]
    public async Task A_map_of_nothing_is_an_empty_sheet() => Assert.Equal("", Assert.Single((await Draw()).QuerySelectorAll("path")).GetAttribute("d"));

    private static Task<IElement> Draw(params MapArea[] areas) =>
        Rendering.Of<BuurtMap>(
            new
            {
                Title = "Kaart",
                Description = "De cijfers staan ook in de lijst",
                Areas = areas,
                RequestsWord = "Open vragen",
                SignalsWord = "Signalen",
                Source = "CBS",
                ListTitle = "Bekijk als lijst",
                List = Array.Empty<string>(),
            }
        );

    private static MapArea Square(string name, double lon, int requests, int signals) =>
        new(name, Ring(lon, 52.70), new GeoPoint(lon, 52.70), requests, signals);

    private static GeoPoint[][] Ring(double lon, double lat) =>
        [
            [
                new(lon - .01, lat - .01),
                new(lon + .01, lat - .01),
                new(lon + .01, lat + .01),
                new(lon - .01, lat + .01),
            ],
        ];

    private static double X(IElement map, string name) => Number(Label(map, name), "x");

    private static double Y(IElement map, string name) => Number(Label(map, name), "y");

    private static IElement Label(IElement map, string name) =>
        map.QuerySelectorAll("text.nb-map__t").Single(text => text.Text() == name);

    private static double Number(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!, CultureInfo.InvariantCulture);

    private static double Distance((double X, double Y) one, (double X, double Y) other) =>
        Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));
}
