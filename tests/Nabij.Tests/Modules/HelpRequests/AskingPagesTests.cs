using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Identity;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>Asking on the web, one question on a page and without script; and by telephone, on one page.</summary>
public sealed class AskingPagesTests : IAsyncLifetime
{
    private HelpStreet street = null!;

    public async ValueTask InitializeAsync() => street = await HelpStreet.StartAsync();

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Riet_asks_in_four_steps()
    {
        var page = await AtTheCheckAsync();
        Assert.True(page.Shows("Wie hangt mijn lamp op?"));
        Assert.True(page.Shows("Truus kijkt mee."));
        page = await page.Choose("Ook andere buren in de wijk").PressAsync("Verstuur mijn vraag");

        Assert.StartsWith($"/{street.App.Community.Slug}/vragen/", page.Url, StringComparison.Ordinal);
        Assert.True(page.Shows("We zoeken een buur"));
        var made = await street.App.InDbAsync(db => db.HelpRequests.SingleAsync());
        Assert.Equal((street.Riet, ConsentHow.AskedOneself, Readers.District), (made.AskedFor, made.Consent.How, made.Readers));
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_in_the_address()
    {
        var page = await AtTheCheckAsync();

        Assert.Equal($"/{street.App.Community.Slug}/hulp-vragen", page.Url);
    }

    [Fact]
    public async Task A_page_that_misses_something_says_what_and_keeps_the_rest()
    {
        var page = await (await street.App.AsAsync(street.Riet)).VisitAsync("hulp-vragen");
        page = await page.Choose("Een klusje in huis").PressAsync("Volgende vraag");
        page = await page.Fill("Wat wil je erbij vertellen?", "De trap staat klaar.").PressAsync("Volgende vraag");

        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("Schrijf in één zin wat je vraagt.", page.Alert, StringComparison.Ordinal);
        Assert.True(page.Html.Contains("De trap staat klaar.", StringComparison.Ordinal));
        page = await page.Fill("Je vraag in één zin", "Wie hangt mijn lamp op?").PressAsync("Volgende vraag");
        Assert.True(page.Shows("Vraag 3 van 4"));
    }

    [Fact]
    public async Task Going_back_loses_nothing()
    {
        var page = await AtTheCheckAsync();
        page = await page.PressAsync("Vorige vraag");
        page = await page.PressAsync("Vorige vraag");

        Assert.True(page.Shows("Vraag 2 van 4"));
        Assert.Contains("Wie hangt mijn lamp op?", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_asked_once()
    {
        var page = await AtTheCheckAsync();
        page.Choose("Ook andere buren in de wijk");
        var form = page.FormOf("Verstuur mijn vraag");
        await page.PostAsync("hulp-vragen", new FormUrlEncodedContent(form));
        await page.PostAsync("hulp-vragen", new FormUrlEncodedContent(form));

        Assert.Equal(1, await street.App.InDbAsync(db => db.HelpRequests.CountAsync()));
    }

    [Fact]
    public async Task A_visitor_hears_where_to_call_and_how_to_sign_in()
    {
        var page = await street.App.AsVisitor().VisitAsync("hulp-vragen");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Shows("0228 51 00 00"));
        Assert.True(page.Offers("Inloggen en vragen"));
    }

    [Fact]
    public async Task The_desk_takes_a_question_down_by_phone_on_one_page()
    {
        var page = await (await street.App.AsAsync(street.Joke)).VisitAsync($"hulp-vragen?voor={street.Riet.Value}");
        page.Fill("Hulp", "Een klusje in huis").Fill("Je vraag in één zin", "Lamp ophangen").Choose("Gezegd aan de telefoon");
        page = await page.PressAsync("Vraag het de buurt");

        Assert.True(page.Shows("Gezegd aan de telefoon. Opgeschreven door Joke Prins"));
        var made = await street.App.InDbAsync(db => db.HelpRequests.SingleAsync());
        Assert.Equal((street.Riet, street.Joke), (made.AskedFor, made.AskedBy));
    }

    [Fact]
    public async Task Without_the_word_of_who_is_helped_nothing_is_asked()
    {
        var page = await (await street.App.AsAsync(street.Joke)).VisitAsync($"hulp-vragen?voor={street.Riet.Value}");
        page.Fill("Hulp", "Een klusje in huis").Fill("Je vraag in één zin", "Lamp ophangen");
        page = await page.PressAsync("Vraag het de buurt");

        Assert.Contains("Kies hoe de buur het goed vond.", page.Alert, StringComparison.Ordinal);
        Assert.Contains("Lamp ophangen", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await street.App.InDbAsync(db => db.HelpRequests.CountAsync()));
    }

    [Fact]
    public async Task For_another_only_the_desk_and_connectors_ask()
    {
        var page = await (await street.App.AsAsync(street.Kees)).VisitAsync($"hulp-vragen?voor={street.Riet.Value}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);

        await street.App.GiveRoleAsync(street.Truus, Role.Connector, street.Lindelaan.Value);
        page = await (await street.App.AsAsync(street.Truus)).VisitAsync($"hulp-vragen?voor={street.Riet.Value}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Nonsense_in_a_form_is_refused_in_plain_words()
    {
        var page = await (await street.App.AsAsync(street.Joke)).VisitAsync($"hulp-vragen?voor={street.Riet.Value}");
        var form = page.FormOf("Vraag het de buurt")
            .Select(f =>
                f.Key switch
                {
                    "Input.Kind" => new(f.Key, "7"),
                    "Input.Title" => new(f.Key, new string('x', 500)),
                    "Input.Rhythm" => new(f.Key, "Weekly"),
                    "Input.Date" => new(f.Key, "gisteren"),
                    "Input.Minutes" => new(f.Key, "-3"),
                    "Input.Key" => new(f.Key, "geen sleutel"),
                    "Input.Time" => new(f.Key, "kwart over"),
                    _ => f,
                }
            );
        page = await page.PostAsync($"hulp-vragen?voor={street.Riet.Value}", new FormUrlEncodedContent(form));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("hoogstens 120 tekens", page.Alert, StringComparison.Ordinal);
        Assert.Contains("Kies een dag.", page.Alert, StringComparison.Ordinal);
        Assert.Contains("Schrijf de tijd zo: 10.30.", page.Alert, StringComparison.Ordinal);
    }

    private async Task<Browser> AtTheCheckAsync()
    {
        var page = await (await street.App.AsAsync(street.Riet)).VisitAsync("hulp-vragen");
        page = await page.Choose("Een klusje in huis").PressAsync("Volgende vraag");
        page = await page.Fill("Je vraag in één zin", "Wie hangt mijn lamp op?").PressAsync("Volgende vraag");
        return await page.Choose("Het maakt niet uit").PressAsync("Volgende vraag");
    }
}
