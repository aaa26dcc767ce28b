using Nabij.Modules.Places.Cbs;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Tests.Modules.Places.Cbs;

public sealed class CbsCatalogueTests
{
    private readonly CbsCatalogue catalogue = new();

    [Fact]
    public void All_municipalities_of_2024_can_be_chosen() => Assert.Equal(342, catalogue.Municipalities.Count);

    [Fact]
    public void Every_municipality_has_its_own_wijken() =>
        Assert.All(
            catalogue.Municipalities,
            m => Assert.True(catalogue.WijkenOf(m.Code) is { Count: > 0 } wijken && wijken.All(w => w.Municipality == m.Code))
        );

    [Fact]
    public void Every_wijk_of_the_country_belongs_to_a_municipality() =>
        Assert.Equal(3393, catalogue.Municipalities.Sum(m => catalogue.WijkenOf(m.Code).Count));

    [Theory]
    [InlineData("GM0150", 68)]
    [InlineData("GM0532", 7)]
    [InlineData("GM0344", 12)]
    [InlineData("WK034410", 12)]
    [InlineData("GM0352", 9)]
    [InlineData("GM0363", 0)]
    [InlineData("", 0)]
    public void Borders_are_there_for_the_towns_of_which_we_have_them(string code, int buurten) =>
        Assert.Equal(buurten, catalogue.BuurtenIn(code).Count);

    [Fact]
    public void No_buurt_has_more_people_over_65_than_people() =>
        Assert.All(
            ((string[])["GM0150", "GM0532", "GM0344", "GM0352"]).SelectMany(catalogue.BuurtenIn),
            (Buurt b) => Assert.True(b.Aged65Plus <= b.Inhabitants && b.Rings.All(r => r.Count > 3 && r[0] == r[^1]), b.Name)
        );
}
