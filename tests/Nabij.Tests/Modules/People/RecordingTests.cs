using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People;

/// <summary>Somebody phones; Sanne at the desk looks first, and writes down who is new.</summary>
public sealed class RecordingTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private TestApp app = null!;
    private Browser desk = null!;
    private IReadOnlyList<AddressId> lindelaan = [];

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        lindelaan = await app.AddStreetAsync("Lindelaan", 2, 4, 6, 40);
        var sanne = await app.AddPersonAsync("Sanne", "Visser");
        await app.GiveRoleAsync(sanne.Id, Role.DistrictSupporter);
        desk = await app.AsAsync(sanne.Id, "Sanne");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("riët")]
    [InlineData("baker")]
    [InlineData("Riet Bak")]
    [InlineData("bakker riet")]
    [InlineData("0228 - 510 123")]
    [InlineData("+31228510123")]
    [InlineData("lindeln 4")]
    [InlineData("1611AB 4")]
    public async Task Whoever_phones_is_found_by_what_they_say_and_their_record_opens(string said)
    {
        var riet = await RietAsync();

        await desk.VisitAsync($"mensen/nieuw?zoek={Uri.EscapeDataString(said)}");
        await desk.FollowAsync("Riet Bakker");

        Assert.EndsWith($"mensen/{riet.Id.Value}", desk.Url, StringComparison.Ordinal);
        Assert.True(desk.Shows("0228 51 01 23"), desk.Text);
    }

    [Theory]
    [InlineData("Henk Smit", "Voornaam", "Henk")]
    [InlineData("0228 51 99 99", "Vaste telefoon", "0228 51 99 99")]
    [InlineData("06-12345678", "Mobiele telefoon", "06-12345678")]
    [InlineData("henk@smit.example", "E-mailadres", "henk@smit.example")]
    [InlineData("Lindelaan 6", "Adres", "Lindelaan 6")]
    public async Task What_was_typed_in_the_search_box_need_not_be_typed_again(string said, string field, string filled)
    {
        await desk.VisitAsync("mensen/nieuw");
        await desk.Fill("Wie zoek je?", said).PressAsync("Zoek");
        await desk.FollowAsync("Schrijf deze persoon op");

        var label = desk.Page.QuerySelectorAll("label").First(l => l.TextContent.Trim().StartsWith(field, StringComparison.Ordinal));
        Assert.Equal(filled, desk.Page.GetElementById(label.GetAttribute("for")!)!.GetAttribute("value"));
    }

    [Fact]
    public async Task Somebody_with_only_a_landline_is_written_down_and_her_record_opens()
    {
        await FormAsync("Henk", "Smit", phone: "0228 519999", address: "lindelaan 6");
        await desk.Choose("Bellen").Choose("Ja, dat is gezegd").PressAsync("Schrijf op");

        Assert.True(desk.Shows("Henk Smit"), desk.Text);
        Assert.True(desk.Shows("Lindelaan 6, 1611 AB Bovenkarspel"), desk.Text);
        Assert.True(desk.Shows("Zei zelf ja op dinsdag 2 juni 2026. Ja, dat is gezegd. Opgeschreven door Sanne Visser."), desk.Text);
        var henk = Assert.Single(await app.AskPeopleAsync(people => people.WithContactAsync("0228519999", Ct)));
        Assert.Equal(lindelaan[2], henk.Home);
    }

    [Theory]
    [InlineData(null, "Kies of we dit mogen bewaren.")]
    [InlineData("Nee, of nog niet gevraagd", "Zonder ja schrijven we niets op. Vraag het eerst.")]
    public async Task Without_a_yes_nothing_is_written_down_and_nothing_typed_is_lost(string? consent, string error)
    {
        await FormAsync("Henk", "Smit", phone: "0228 519999");
        desk.Choose("Bellen");
        if (consent is not null)
            desk.Choose(consent);
        await desk.PressAsync("Schrijf op");

        Assert.True(desk.Shows(error), desk.Text);
        Assert.StartsWith("Fout: ", desk.Title, StringComparison.Ordinal);
        Assert.Equal("Smit", desk.FormOf("Schrijf op").Single(f => f.Key == "Input.FamilyName").Value);
        Assert.False(await app.InDbAsync(db => db.Persons.AnyAsync(p => p.GivenName == "Henk", Ct)));
    }

    [Fact]
    public async Task Whoever_spoke_for_somebody_is_kept_with_the_yes()
    {
        await FormAsync("Henk", "Smit", phone: "0228 519999");
        await desk.Choose("Bellen").Choose("Ja, dat staat op papier").Fill("Zei iemand anders ja?", "zijn dochter Els").PressAsync("Schrijf op");

        Assert.True(desk.Shows("zijn dochter Els zei ja op dinsdag 2 juni 2026. Ja, dat staat op papier."), desk.Text);
    }

    [Theory]
    [InlineData("Rietje", "Smit", "0228 510123", "heeft hetzelfde nummer of e-mailadres")]
    [InlineData("Riet", "Backer", "0228 519999", "heeft dezelfde naam")]
    public async Task Who_seems_to_be_here_already_is_shown_with_a_way_to_their_record(string given, string family, string phone, string why)
    {
        var riet = await RietAsync();

        await FormAsync(given, family, phone);
        await desk.Choose("Bellen").Choose("Ja, dat is gezegd").PressAsync("Schrijf op");

        Assert.Contains(why, desk.Alert, StringComparison.Ordinal);
        await desk.FollowAsync("Riet Bakker");
        Assert.EndsWith($"mensen/{riet.Id.Value}", desk.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namesake_is_written_down_once_the_desk_says_it_is_somebody_else()
    {
        await RietAsync();
        await FormAsync("Riet", "Bakker", phone: "0228 519999");
        await desk.Choose("Bellen").Choose("Ja, dat is gezegd").PressAsync("Schrijf op");
        await desk.Choose("Dit is iemand anders").PressAsync("Schrijf op");

        Assert.Equal(2, await app.InDbAsync(db => db.Persons.CountAsync(p => p.FamilyName == "Bakker", Ct)));
    }

    [Fact]
    public async Task Of_two_front_doors_that_fit_the_desk_chooses_one()
    {
        await FormAsync("Henk", "Smit", phone: "0228 519999", address: "Lindelaan");
        await desk.Choose("Bellen").Choose("Ja, dat is gezegd").PressAsync("Schrijf op");
        Assert.True(desk.Shows("Kies welk adres het is."), desk.Text);
        await desk.Choose("Lindelaan 40, 1611 AB Bovenkarspel").PressAsync("Schrijf op");

        Assert.True(desk.Shows("Lindelaan 40"), desk.Text);
    }

    [Fact]
    public async Task A_channel_that_reaches_nobody_is_refused_at_its_field()
    {
        await FormAsync("Henk", "Smit", phone: "0228 519999");
        await desk.Choose("Een e-mail").Choose("Ja, dat is gezegd").PressAsync("Schrijf op");

        Assert.Contains("Vul ook een e-mailadres in", desk.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_on_the_way_to_a_question_goes_on_with_the_person()
    {
        var riet = await RietAsync();
        await desk.VisitAsync("mensen/nieuw?naar=hulp-vragen/voor-iemand&zoek=riet");

        Assert.Contains($"hulp-vragen/voor-iemand?voor={riet.Id.Value}", desk.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://kwaad.example")]
    [InlineData("//kwaad.example")]
    [InlineData("javascript:alert")]
    public async Task No_page_of_others_is_gone_on_to(string elsewhere)
    {
        await RietAsync();
        await desk.VisitAsync($"mensen/nieuw?naar={Uri.EscapeDataString(elsewhere)}&zoek=riet");

        Assert.DoesNotContain("kwaad", desk.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", desk.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connector_sees_that_somebody_is_here_but_not_who_exactly()
    {
        await RietAsync();
        var connector = await app.AddPersonAsync("Truus", "Mol");
        await app.GiveRoleAsync(connector.Id, Role.Connector, Guid.CreateVersion7());
        var browser = await app.AsAsync(connector.Id);

        await browser.VisitAsync("mensen/nieuw?zoek=riet");

        Assert.True(browser.Shows("Riet B."), browser.Text);
        Assert.False(browser.Shows("Bakker"), browser.Text);
        Assert.False(browser.Shows("Lindelaan 4"), browser.Text);
        Assert.False(browser.Offers("Riet B."));
    }

    private Task<Person> RietAsync() =>
        app.AddPersonAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228510123"), lindelaan[1]);

    private async Task FormAsync(string given, string family, string phone, string address = "")
    {
        await desk.VisitAsync("mensen/nieuw/gegevens");
        desk.Fill("Voornaam", given).Fill("Achternaam", family).Fill("Vaste telefoon", phone).Fill("Adres", address);
    }
}
