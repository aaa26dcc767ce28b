using System.Net;
using Nabij.Modules.Home.Beginning;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Home;

public sealed class BeginningTests
{
    [Fact]
    public async Task On_an_empty_platform_a_coordinator_chooses_the_district_and_runs_its_desk()
    {
        await using var app = new TestApp(await TestDatabase.NewAsync());
        var anja = await app.AsVisitor().VisitAsync("/");
        Assert.Equal("Begin met jouw wijk", anja.Page.QuerySelector("h1")?.TextContent.Trim());

        await anja.Fill("In welke gemeente ligt de wijk?", "Stede Broec").PressAsync("Volgende stap");
        await Filled(anja).PressAsync("Begin");

        Assert.Equal("/stede-broec/bureau", anja.Url);
        Assert.True(anja.Offers("Anja"));
        Assert.Contains("0228 51 00 00", anja.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anja.VisitAsync("/begin")).Status);
    }

    [Fact]
    public async Task What_is_missing_is_asked_and_what_was_typed_stays()
    {
        await using var app = new TestApp(await TestDatabase.NewAsync());
        var anja = await app.AsVisitor().VisitAsync("/begin?gemeente=GM0532");

        await Filled(anja).Fill("Wat is je mailadres?", "anja").PressAsync("Begin");

        Assert.StartsWith("Fout: ", anja.Title, StringComparison.Ordinal);
        Assert.Contains("mailadres", anja.Alert, StringComparison.Ordinal);
        Assert.Contains("Anja", anja.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anja.VisitAsync("/begin")).Status);
    }

    [Fact]
    public async Task Of_two_who_begin_at_once_one_is_told_that_it_has_begun()
    {
        await using var app = new TestApp(await TestDatabase.NewAsync());
        var (anja, marco) = (await app.AsVisitor().VisitAsync("/begin?gemeente=GM0532"), await app.AsVisitor().VisitAsync("/begin?gemeente=GM0532"));
        Filled(anja);
        Filled(marco).Fill("Hoe noemen jullie de wijk?", "Bovenkarspel");

        await Task.WhenAll(anja.PressAsync("Begin"), marco.PressAsync("Begin"));

        Assert.Single(new[] { anja, marco }, b => b.Url.EndsWith("/bureau", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Wijk bij Duurstede", "wijk-bij-duurstede")]
    [InlineData("  Vleuten / De Meern ", "vleuten-de-meern")]
    [InlineData("Súdwest-Fryslân", "sudwest-fryslan")]
    [InlineData("???", "wijk")]
    public void The_address_of_a_community_is_made_of_its_name(string name, string slug) => Assert.Equal(slug, BeginCommunity.SlugOf(name));

    private static Browser Filled(Browser page) =>
        page.Fill("Welk nummer bellen bewoners?", "0228 51 00 00")
            .Fill("Wat is je voornaam?", "Anja")
            .Fill("Wat is je achternaam?", "Visser")
            .Fill("Wat is je mailadres?", "anja@stedebroec.example");
}
