using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Keeping;

public sealed class KeepPageTests
{
    [Fact]
    public async Task The_district_supporter_starts_a_circle_and_fills_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.AddStreetAsync("Lindelaan", 1, 2, 3, 4);
        await AddAsync(app, "Truus", "Visser", "030 123 45 67");
        await AddAsync(app, "Kees", "Jansen", "030 765 43 21");
        var anja = await SupporterAsync(app);

        await anja.VisitAsync("cirkels/nieuw");
        await anja.Fill("Hoe heet de cirkel?", "Lindelaan en omgeving").PressAsync("Begin deze cirkel");
        await JoinAsync(anja, "0301234567", "Ja, dat mag");
        await JoinAsync(anja, "030 765 43 21", "Nee, liever niet");
        await anja.Fill("Eerste buur", "Truus Visser").Fill("Tweede buur", "Kees Jansen").PressAsync("Bewaar", within: "Eerste buur");
        await anja.Fill("Straat", "lindeln").Fill("Welke kant?", "De even nummers").PressAsync("Zet erbij");

        Assert.True(anja.Shows("Lindelaan: 2 voordeuren, van 2 tot en met 4"));
        await anja.VisitAsync("cirkels");
        Assert.True(anja.Shows("Eén cirkel met 2 buren."));
        Assert.True(anja.Shows("2 buren. Truus V. en Kees J. trekken de kar."));
        Assert.False(anja.Shows("Nog iemand nodig die de kar trekt"));
    }

    [Fact]
    public async Task Of_two_who_share_a_telephone_the_desk_says_whom_it_means()
    {
        await using var app = await TestApp.StartAsync();
        await AddAsync(app, "Riet", "Bakker", "030 123 45 67");
        await AddAsync(app, "Jan", "Bakker", "030 123 45 67");
        var circle = await app.StartCircleAsync();
        var anja = await SupporterAsync(app);
        await anja.VisitAsync($"cirkels/{circle.Value}/beheer");

        await JoinAsync(anja, "030-1234567", "Ja, dat mag");
        Assert.StartsWith("Fout:", anja.Title, StringComparison.Ordinal);
        Assert.True(anja.Shows("Kies wie je bedoelt"));
        await anja.Choose("Jan Bakker").PressAsync("Zet in de cirkel");

        Assert.True(anja.Shows("Jan Bakker"));
        Assert.False(anja.Shows("Riet Bakker"));
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_missing()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync();
        var anja = await SupporterAsync(app);
        await anja.VisitAsync($"cirkels/{circle.Value}/beheer");

        await anja.Fill("Telefoonnummer of e-mailadres", "030 999 99 99").Fill("Wat zegt deze buur", "Kookt graag.").PressAsync("Zet in de cirkel");

        Assert.Contains("We kennen niemand met dit nummer", anja.Alert, StringComparison.Ordinal);
        Assert.Contains("Kies of het nummer op de telefoonlijst mag", anja.Alert, StringComparison.Ordinal);
        Assert.Contains("value=\"Kookt graag.\"", anja.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_neighbour_is_taken_out_and_a_circle_next_door_is_named()
    {
        await using var app = await TestApp.StartAsync();
        var (zuid, noord) = (await app.StartCircleAsync("Zuid"), await app.StartCircleAsync("Noord"));
        await app.AddMemberAsync(zuid, "Riet", "Bakker");
        var anja = await SupporterAsync(app);
        await anja.VisitAsync($"cirkels/{zuid.Value}/beheer");

        await anja.PressAsync("Haal weg: Riet Bakker");
        Assert.False(anja.Shows("Riet Bakker"));

        await anja.Choose("Noord").PressAsync("Bewaar", within: "Cirkels hiernaast");
        await anja.VisitAsync($"cirkels/{noord.Value}/beheer");
        Assert.NotNull(anja.Page.QuerySelector($"input[value='{zuid.Value}'][checked]"));
    }

    [Theory]
    [InlineData("", "Geef de cirkel een naam.")]
    [InlineData("Een naam die zo lang is dat niemand hem nog op een koelkastkaart kan lezen", "Kies een naam van hoogstens 60 letters.")]
    public async Task A_circle_without_a_fitting_name_is_not_started(string name, string why)
    {
        await using var app = await TestApp.StartAsync();
        var anja = await SupporterAsync(app);
        await anja.VisitAsync("cirkels/nieuw");

        await anja.Fill("Hoe heet de cirkel?", name).PressAsync("Begin deze cirkel");

        Assert.StartsWith("Fout:", anja.Title, StringComparison.Ordinal);
        Assert.Contains(why, anja.Alert, StringComparison.Ordinal);
        Assert.True((await anja.VisitAsync("cirkels")).Shows("Er zijn nog geen cirkels"));
    }

    private static Task<Browser> JoinAsync(Browser anja, string number, string shares) =>
        anja.Fill("Telefoonnummer of e-mailadres", number).Choose(shares).PressAsync("Zet in de cirkel");

    private static Task<Person> AddAsync(TestApp app, string givenName, string familyName, string number) =>
        app.AddPersonAsync(givenName, familyName, new WaysToReach(Channel.Call, Phone: PhoneNumber.Read(number)));

    private static async Task<Browser> SupporterAsync(TestApp app)
    {
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        return await app.AsAsync(anja, "Anja");
    }
}
