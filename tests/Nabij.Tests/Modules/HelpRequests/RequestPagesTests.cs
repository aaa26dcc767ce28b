using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Tests.Support;
using static Nabij.Tests.Modules.HelpRequests.Lindelaan;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>Each sees of a request what is theirs to see, and is offered what they may do.</summary>
public sealed class RequestPagesTests : IAsyncLifetime
{
    private HelpStreet street = null!;
    private HelpRequestId lamp;

    private string Page => $"vragen/{lamp.Value}";

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        await street.LikeChoresAsync(street.Kees, street.Wim);
        lamp = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Who_has_nothing_to_do_with_it_does_not_find_it()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(street.Bart)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await street.App.AsAsync(street.Riet)).VisitAsync($"vragen/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task A_neighbour_in_the_circle_reads_the_question_but_not_the_story()
    {
        var page = await VisitAsync(street.Fatima);

        Assert.True(page.Shows("Wie hangt mijn lamp op?"));
        Assert.True(page.Shows("Riet B. vraagt dit"));
        Assert.False(page.Shows("De trap staat klaar."));
        Assert.False(page.Shows("Bakker"));
        Assert.True(page.Offers("Dat doe ik"));
        Assert.False(page.Offers("Het is niet meer nodig"));
    }

    [Fact]
    public async Task Letters_are_not_offered_to_a_neighbour_without_a_certificate_of_conduct()
    {
        var letters = await street.RietAsksAsync(kind: HelpKind.LettersAndComputer);
        var page = await (await street.App.AsAsync(street.Fatima)).VisitAsync($"vragen/{letters.Value}");

        Assert.True(page.Shows("Brieven en computer"));
        Assert.False(page.Offers("Dat doe ik"));
        Assert.IsType<LacksWhatIsNeeded>(
            await street.DoAsync<Nabij.Modules.HelpRequests.Answering.ClaimHelp, Refusal?>(
                street.Fatima,
                claim => claim.HandleAsync(letters, street.Fatima, default)
            )
        );
    }

    [Fact]
    public async Task Nobody_is_offered_to_help_themselves()
    {
        var page = await VisitAsync(street.Riet);

        Assert.False(page.Offers("Dat doe ik"));
        Assert.True(page.Offers("Het is niet meer nodig"));
    }

    [Fact]
    public async Task Kees_says_yes_on_the_page_and_then_sees_the_number()
    {
        var before = await VisitAsync(street.Kees);
        Assert.False(before.Shows("Bakker"));
        Assert.True(before.Offers("Niet meer voor zoiets"));
        var after = await before.PressAsync("Dat doe ik");

        Assert.Null(after.Alert);
        Assert.True(after.Shows("Riet Bakker"));
        Assert.True(after.Offers("Bel Riet"));
        Assert.True((await VisitAsync(street.Riet)).Offers("Bel Kees"));
        Assert.False((await VisitAsync(street.Fatima)).Offers("Bel Riet"));
    }

    [Fact]
    public async Task The_second_of_two_neighbours_is_told_kindly()
    {
        var second = await VisitAsync(street.Wim);
        await (await VisitAsync(street.Kees)).PressAsync("Dat doe ik");
        second = await second.PressAsync("Dat doe ik");

        Assert.Contains("Toch fijn dat je wilde helpen", second.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kees_and_Riet_agree_on_a_day_and_she_hears_it()
    {
        await (await VisitAsync(street.Kees)).PressAsync("Dat doe ik");
        var page = await VisitAsync(street.Kees);
        await page.Fill("Welke dag?", "2026-06-09").Fill("Hoe laat?", "10:00").PressAsync("Zet deze dag erbij");

        var told = await street.LastMessageAsync(street.Riet);
        Assert.Equal("HelpRequests.Found", told.Reason);
        Assert.Equal("dinsdag 9 juni om 10.00\u00a0uur", told.Word("when"));
    }

    [Fact]
    public async Task The_desk_sees_everything_hands_over_and_back()
    {
        await street.TakesChoresAsync("Welzijn Stede Broec", street.Bart);
        var page = await VisitAsync(street.Joke);
        Assert.True(page.Shows("De trap staat klaar."));
        Assert.True(page.Shows("Gevraagd: Kees Jansen"));
        page = await page.Fill("Welke organisatie?", "Welzijn Stede Broec").PressAsync("Geef door aan deze organisatie");
        Assert.True(page.Shows("Een organisatie helpt"));
        page = await page.PressAsync("De organisatie geeft het terug");

        Assert.True(page.Shows("We zoeken een buur"));
        Assert.True(page.Shows("De organisatie gaf de vraag terug aan de buurt."));
    }

    [Fact]
    public async Task Who_read_it_is_on_the_trail()
    {
        await VisitAsync(street.Joke);

        Assert.True(
            await street.App.InDbAsync(db =>
                db.Set<TrailEntry>().AnyAsync(e => e.About == street.Riet && e.Who == street.Joke && e.What == "HelpChange.Seen")
            )
        );
    }

    [Fact]
    public async Task The_history_can_be_printed_with_the_consent()
    {
        var page = await (await street.App.AsAsync(street.Riet)).VisitAsync($"{Page}/afdrukken");

        Assert.True(page.Shows("Riet Bakker stelde deze vraag zelf"));
        Assert.True(page.Shows("De vraag is gesteld."));
        Assert.Equal(HttpStatusCode.NotFound, (await (await street.App.AsAsync(street.Fatima)).VisitAsync($"{Page}/afdrukken")).Status);
    }

    [Fact]
    public async Task The_list_of_the_desk_shows_without_helper_first_and_filters()
    {
        var other = await street.RietAsksAsync();
        await (await VisitAsync(street.Kees)).PressAsync("Dat doe ik");
        var page = await (await street.App.AsAsync(street.Joke)).VisitAsync("vragen");
        var links = page.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal([$"vragen/{other.Value}", Page], links);

        page = await page.Fill("Hoe het staat", "Een buur helpt").PressAsync("Laat zien");
        Assert.Equal([Page], page.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await street.App.AsAsync(street.Kees)).VisitAsync("vragen")).Status);
    }

    [Fact]
    public async Task A_connector_sees_the_list_of_their_own_circle()
    {
        await street.App.GiveRoleAsync(street.Nel, Role.Connector, street.Kerkstraat.Value);
        await street.App.GiveRoleAsync(street.Truus, Role.Connector, street.Lindelaan.Value);

        Assert.False((await (await street.App.AsAsync(street.Nel)).VisitAsync("vragen")).Shows("Wie hangt mijn lamp op?"));
        Assert.True((await (await street.App.AsAsync(street.Truus)).VisitAsync("vragen")).Shows("Wie hangt mijn lamp op?"));
    }

    [Fact]
    public async Task On_my_help_Kees_answers_what_he_is_asked()
    {
        var page = await (await street.App.AsAsync(street.Kees)).VisitAsync("mijn-hulp");
        Assert.True(page.Shows("Wie hangt mijn lamp op?"));
        page = await page.PressAsync("Dat doe ik: Wie hangt mijn lamp op?");

        Assert.True(page.Shows("Niemand wacht op jouw antwoord"));
        Assert.Equal(street.Kees, (await street.RequestAsync(lamp)).ClaimedBy);
    }

    [Fact]
    public async Task Pages_ask_the_database_eight_times_at_most()
    {
        await (await VisitAsync(street.Kees)).PressAsync("Dat doe ik");
        foreach (
            var (person, path) in new[]
            {
                (street.Riet, Page),
                (street.Kees, Page),
                (street.Joke, Page),
                (street.Truus, Page),
                (street.Joke, "vragen"),
                (street.Kees, "mijn-hulp"),
                (street.Riet, "hulp-vragen"),
                (street.Riet, $"{Page}/afdrukken"),
            }
        )
        {
            street.App.Server.PreserveExecutionContext = true; // the count of queries follows a request into the server
            var browser = await street.App.AsAsync(person);
            await browser.VisitAsync(path); // the first reading is noted on the trail
            var tally = QueryCounter.Start();
            await browser.VisitAsync(path);
            Assert.True(tally.Queries is > 0 and <= 8, $"{path}: {tally.Queries}\n{string.Join("\n", tally.Commands)}");
        }
    }

    private async Task<Browser> VisitAsync(PersonId person) => await (await street.App.AsAsync(person)).VisitAsync(Page);
}
