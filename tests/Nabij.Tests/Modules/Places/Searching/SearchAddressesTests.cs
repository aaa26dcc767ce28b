using Nabij.Kernel.Data;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Places.Searching;

public sealed class SearchAddressesTests
{
    [Theory]
    [InlineData("lindelaan 4")]
    [InlineData("lindelaan4")]
    [InlineData("lindenln 4")]
    [InlineData("lindeln 4")]
    [InlineData("lidnelaan 4")]
    [InlineData("Linde laan 4")]
    [InlineData("4 lindelaan")]
    [InlineData("1611AB 4")]
    [InlineData("1611 ab 4")]
    [InlineData("lindelaan 4 bovenkarspel")]
    [InlineData("lindelaan 4, 1611 AB Bovenkarspel")]
    public async Task Whoever_lives_at_Lindelaan_4_is_found_however_it_is_typed(string typed)
    {
        await using var app = await TestApp.StartAsync();
        await app.AddStreetAsync("Lindelaan", 2, 4, 40);
        await app.ImportAsync(
            Streets.Header,
            "Eikenlaan;4;;;1611AC;Bovenkarspel;5.24;52.7",
            "Lindeweg;4;;;1611AD;Bovenkarspel;5.24;52.7",
            "Lindelaan;4;;;1613XX;Grootebroek;5.22;52.7"
        );

        Assert.Equal("Lindelaan 4", (await app.SearchAsync(typed))[0]);
    }

    [Fact]
    public async Task The_town_that_was_named_comes_first()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(
            Streets.Header,
            "Kerkstraat;1;;;1611AC;Bovenkarspel;5.24;52.7",
            "Kerkstraat;1;;;1613XX;Grootebroek;5.22;52.7"
        );

        foreach (var typed in (string[])["kerkstr 1 grotebroek", "kerkstraat grootebroek"])
        {
            var first = (await app.InPlacesAsync(p => p.SearchAsync(typed, 5, default)))[0];
            Assert.Equal("Grootebroek", first.Town);
        }
    }

    [Theory]
    [InlineData("plein 1940 12", "Plein 1940 12")]
    [InlineData("vermeerstraat 3", "Johannes Vermeerstraat 3")]
    [InlineData("ysselkade 7", "IJsselkade 7")]
    [InlineData("lindel", "Lindelaan 2")]
    [InlineData("lindelaan 40b", "Lindelaan 40b")]
    public async Task Odd_streets_are_found_too(string typed, string frontDoor)
    {
        await using var app = await TestApp.StartAsync();
        await app.AddStreetAsync("Lindelaan", 2, 40);
        await app.ImportAsync(
            Streets.Header,
            "Lindelaan;40;B;;1611AB;Bovenkarspel;5.24;52.7",
            "Plein 1940;12;;;1611AD;Bovenkarspel;5.24;52.7",
            "Johannes Vermeerstraat;3;;;1611AE;Bovenkarspel;5.24;52.7",
            "IJsselkade;7;;;1611AF;Bovenkarspel;5.24;52.7"
        );

        Assert.Equal(frontDoor, (await app.SearchAsync(typed))[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("qqqqqq 4")]
    [InlineData("lindelaan 99")]
    [InlineData("9999 ZZ 1")]
    [InlineData("%' OR 1=1 --")]
    public async Task What_is_not_there_is_not_found(string typed)
    {
        await using var app = await TestApp.StartAsync();
        await app.AddStreetAsync("Lindelaan", 2, 4);

        Assert.Empty(await app.SearchAsync(typed));
    }

    [Theory]
    [InlineData("lindeln 4", 2)]
    [InlineData("1611AB 4", 1)]
    public async Task A_search_takes_at_most_two_queries(string typed, int queries)
    {
        await using var app = await TestApp.StartAsync();
        await app.AddStreetAsync("Lindelaan", 2, 4);

        var tally = QueryCounter.Start();
        await app.SearchAsync(typed);

        Assert.Equal(queries, tally.Queries);
    }

    [Fact]
    public async Task Another_community_does_not_find_our_streets()
    {
        await using var ours = await TestApp.StartAsync();
        await ours.AddStreetAsync("Lindelaan", 4);
        await using var theirs = await TestApp.StartAsync();

        Assert.Empty(await theirs.SearchAsync("lindelaan 4"));
    }
}
