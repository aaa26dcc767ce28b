using Nabij.Kernel;
using Nabij.Modules.Places.Cbs;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Domain;

namespace Nabij.Tests.Modules.Places.Domain;

public sealed class BordersTests
{
    private static readonly IReadOnlyList<GeoPoint> Square = [new(5, 52), new(5.1, 52), new(5.1, 52.1), new(5, 52.1), new(5, 52)];
    private static readonly IReadOnlyList<GeoPoint> Pond =
    [
        new(5.04, 52.04),
        new(5.06, 52.04),
        new(5.06, 52.06),
        new(5.04, 52.06),
        new(5.04, 52.04),
    ];

    [Fact]
    public void Borders_written_down_and_read_again_are_the_same() =>
        Assert.Equal([Square, Pond], Borders.Parse(Borders.Compact([Square, Pond])));

    [Theory]
    [InlineData(5.02, 52.02, true)]
    [InlineData(5.05, 52.05, false)]
    [InlineData(5.05, 52.07, true)]
    [InlineData(5.2, 52.05, false)]
    [InlineData(4.9, 52.05, false)]
    public void A_buurt_holds_what_is_within_its_border_but_not_the_buurt_that_lies_inside_it(double lon, double lat, bool inside) =>
        Assert.Equal(inside, new Buurt("BU1", "Rond de vijver", 0, 0, [Square, Pond]).Holds(new(lon, lat)));

    [Fact]
    public void The_railway_station_of_Bovenkarspel_lies_in_one_buurt_of_Stede_Broec() =>
        Assert.Single(new CbsCatalogue().BuurtenIn("GM0532"), b => b.Holds(new(5.2367, 52.6958)));
}
