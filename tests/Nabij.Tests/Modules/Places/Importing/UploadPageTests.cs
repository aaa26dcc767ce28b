using System.Net;
using System.Text;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Places.Importing;

public sealed class UploadPageTests
{
    private const string File = """
        openbareruimtenaam;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaatsnaam;lon;lat
        Lindelaan;2;;;1611AB;Bovenkarspel;5.2367;52.6958
        Lindelaan;vier;;;1611AB;Bovenkarspel;5.2368;52.6958
        Lindelaan;6;;;1611AB;Bovenkarspel;5.2369;52.6958
        """;

    [Fact]
    public async Task A_file_is_looked_at_then_read_and_what_came_of_it_is_told()
    {
        await using var app = await TestApp.StartAsync();
        var anja = await SupporterAsync(app);

        await SendAsync(anja, File);
        Assert.Equal("Klopt dit?", anja.Page.QuerySelector("h1")!.TextContent);
        Assert.True(anja.Shows("Er staan 2 adressen in het bestand."));
        Assert.True(anja.Shows("Lindelaan 2, 1611 AB Bovenkarspel"));
        Assert.True(anja.Shows("Regel 3: het huisnummer klopt niet"));
        Assert.Empty(await app.SearchAsync("lindelaan"));

        await anja.PressAsync("Lees deze adressen in");
        Assert.True(anja.Shows("De adressen zijn ingelezen"));
        Assert.Equal(["Lindelaan 2", "Lindelaan 6"], await app.SearchAsync("lindelaan"));
        Assert.Equal("2 0 0", Figures(anja));

        await SendAsync(anja, File);
        await anja.PressAsync("Lees deze adressen in");
        Assert.Equal("0 0 2", Figures(anja));
    }

    [Fact]
    public async Task A_file_can_be_thrown_away_unread()
    {
        await using var app = await TestApp.StartAsync();
        var anja = await SupporterAsync(app);
        await SendAsync(anja, File);
        var preview = anja.Url;

        await anja.PressAsync("Gooi het bestand weg");

        Assert.Equal(HttpStatusCode.NotFound, (await anja.VisitAsync(preview)).Status);
        Assert.Empty(await app.SearchAsync("lindelaan"));
    }

    [Theory]
    [InlineData("straat;huisnummer;postcode;woonplaats\nLindelaan;2;1611AB;Bovenkarspel", "Deze kolommen missen in het bestand: lon, lat.")]
    [InlineData("", "Kies een bestand met adressen.")]
    [InlineData("\u0000\u0001\u0002\ufffd\n\"\"\"\n;;;", "Deze kolommen missen in het bestand:")]
    public async Task A_file_that_is_something_else_is_refused_in_words(string content, string why)
    {
        await using var app = await TestApp.StartAsync();
        var anja = await SupporterAsync(app);

        await SendAsync(anja, content);

        Assert.StartsWith("Fout:", anja.Title, StringComparison.Ordinal);
        Assert.Contains(why, anja.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_it_is_read_once()
    {
        await using var app = await TestApp.StartAsync();
        var anja = await SupporterAsync(app);
        await SendAsync(anja, File);
        using var again = new FormUrlEncodedContent(anja.FormOf("Lees deze adressen in"));
        await anja.PressAsync("Lees deze adressen in");

        await anja.PostAsync(anja.Url, again);

        Assert.True(anja.Shows("Dit bestand is al ingelezen of weggegooid."));
        Assert.Equal(2, (await app.SearchAsync("lindelaan")).Count);
    }

    [Fact]
    public async Task A_neighbour_without_that_role_has_no_such_page()
    {
        await using var app = await TestApp.StartAsync();
        var riet = await app.AsAsync(PersonId.New());

        Assert.Equal(HttpStatusCode.NotFound, (await riet.VisitAsync("plaatsen/adressen")).Status);
    }

    private static async Task<Browser> SupporterAsync(TestApp app)
    {
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        return await app.AsAsync(anja, "Anja");
    }

    private static async Task SendAsync(Browser browser, string content)
    {
        await browser.VisitAsync("plaatsen/adressen");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in browser.FormOf("Bekijk het bestand eerst").Where(f => f.Key != "File"))
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "File", "adressen.csv");
        await browser.PostAsync("plaatsen/adressen", form);
    }

    private static string Figures(Browser browser) =>
        string.Join(' ', browser.Page.QuerySelectorAll("dl dd").Select(d => d.TextContent.Trim()));
}
