using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.Desk.Lists;
using Nabij.Modules.Places.Contracts;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Desk;

public sealed class DeskPageTests : IAsyncLifetime
{
    private const string Curtains = "Gordijnrail ophangen, Lindelaan 4";
    private TestApp app = null!;
    private PersonId anja;
    private PersonId kees;
    private PersonId fatima;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        anja = await AddAsync("Anja", Role.DistrictSupporter);
        kees = await AddAsync("Kees", Role.Connector);
        fatima = await AddAsync("Fatima", Role.Connector);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_late_stands_first_on_the_desk_and_is_counted()
    {
        await OpenAsync("Vervoer naar de oogarts", hours: 48);
        await OpenAsync(Curtains, hours: -3);
        var desk = await DeskOfAsync(anja, "Anja");

        Assert.True(desk.Shows("Goedemorgen Anja"));
        Assert.True(desk.Shows("1 is te laat"));
        Assert.True(desk.Text.IndexOf(Curtains, StringComparison.Ordinal) < desk.Text.IndexOf("oogarts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_can_wait_longer_than_two_weeks_is_behind_a_link()
    {
        await OpenAsync("Vervoer naar de oogarts", hours: 48);
        await OpenAsync(Curtains, hours: 24 * 20);
        var desk = await DeskOfAsync(anja, "Anja");

        Assert.False(desk.Shows(Curtains));
        Assert.True((await desk.FollowAsync("Later dan over 14 dagen: 1")).Shows(Curtains));
    }

    [Fact]
    public async Task What_is_due_in_another_year_says_which()
    {
        await OpenAsync(Curtains, hours: 24 * 300);

        Assert.Matches(" 2027", (await DeskOfAsync(anja, "Anja", "?later=true")).Text);
    }

    [Fact]
    public async Task Who_presses_Pak_op_has_it()
    {
        await OpenAsync(Curtains);
        var desk = await (await DeskOfAsync(anja, "Anja")).PressAsync("Pak op");

        Assert.True(desk.Shows("Jij pakte dit op"));
        Assert.False(desk.Offers("Pak op"));
    }

    [Fact]
    public async Task A_connector_sees_their_own_and_nothing_of_others()
    {
        await OpenAsync(Curtains, owner: kees, standIn: fatima);

        Assert.True((await DeskOfAsync(kees, "Kees")).Shows(Curtains));
        Assert.False((await DeskOfAsync(fatima, "Fatima")).Shows(Curtains));
        Assert.False((await DeskOfAsync(anja, "Anja")).Shows(Curtains));
    }

    [Fact]
    public async Task While_the_owner_is_away_it_stands_with_the_stand_in()
    {
        await OpenAsync(Curtains, owner: kees, standIn: fatima);
        await app.InDbAsync(async db =>
        {
            var person = await db.Set<Nabij.Modules.People.Domain.Person>().SingleAsync(p => p.Id == kees, Ct);
            Assert.Null(person.GoAway(Street.Today, Street.Today.PlusDays(7)));
            return await db.SaveChangesAsync(Ct);
        });

        Assert.True((await DeskOfAsync(fatima, "Fatima")).Shows(Curtains));
    }

    [Fact]
    public async Task It_moves_to_another_day_with_a_word_why()
    {
        await OpenAsync(Curtains, hours: -3);
        var page = await (await DeskOfAsync(anja, "Anja")).FollowAsync("Verzet of geef door");
        page = await page.Fill("Naar welke dag?", "2026-06-05").Fill("Waarom?", "hij is op reis").PressAsync("Verzet");

        Assert.True(page.Shows("Vrijdag 5 juni"));
        Assert.Equal("hij is op reis", (await SingleAsync()).Word);
    }

    [Fact]
    public async Task Without_a_reason_it_does_not_move_and_what_was_filled_in_stays()
    {
        await OpenAsync(Curtains);
        var page = await (await DeskOfAsync(anja, "Anja")).FollowAsync("Verzet of geef door");
        page = await page.Fill("Naar welke dag?", "2026-06-05").PressAsync("Verzet");

        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("Schrijf in een paar woorden waarom.", page.Alert, StringComparison.Ordinal);
        Assert.Contains("2026-06-05", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_passed_on_to_a_colleague()
    {
        await OpenAsync(Curtains);
        var page = await (await DeskOfAsync(anja, "Anja")).FollowAsync("Verzet of geef door");
        await page.Fill("Aan wie?", "Fatima Bakker, buurtverbinder").PressAsync("Geef door");

        Assert.Equal(fatima, (await SingleAsync()).Owner);
        Assert.True((await DeskOfAsync(fatima, "Fatima")).Shows(Curtains));
    }

    [Fact]
    public async Task It_is_not_passed_on_to_somebody_without_a_task_here()
    {
        await OpenAsync(Curtains);
        var riet = (await app.AddPersonAsync("Riet", "de Wit")).Id;
        var page = await (await DeskOfAsync(anja, "Anja")).FollowAsync("Verzet of geef door");
        var form = page.FormOf("Geef door").Select(f => f.Key == "Giving.To" ? new("Giving.To", riet.Value.ToString()) : f);
        await page.PostAsync(page.Url, new FormUrlEncodedContent(form));

        Assert.Contains("Kies iemand uit de lijst.", page.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_closed_between_looking_and_pressing_says_so()
    {
        await OpenAsync(Curtains);
        var desk = await DeskOfAsync(anja, "Anja");
        await app.InDbAsync(async db =>
        {
            (await db.FollowUps.SingleAsync(Ct)).Close(app.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });

        Assert.True((await desk.PressAsync("Pak op")).Shows("Dit is al klaar"));
    }

    [Fact]
    public async Task The_map_counts_what_is_open_in_each_buurt_and_the_list_says_the_same()
    {
        await app.InScopeAsync(async scope =>
        {
            GeoPoint[] ring = [new(5.2, 52.7), new(5.3, 52.7), new(5.3, 52.8), new(5.2, 52.8), new(5.2, 52.7)];
            await scope.GetRequiredService<IPlaces>().AddBuurtenAsync([new("BU05320101", "Princenhof", 2000, 400, [ring])], Ct);
            return await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
        });
        await OpenAsync(Curtains, buurt: "BU05320101");
        await OpenAsync("Vervoer naar de oogarts", hours: -1, buurt: "BU05320101");

        Assert.True((await DeskOfAsync(anja, "Anja")).Shows("Princenhof: 1 open, 1 te laat"));
    }

    [Fact]
    public async Task A_desk_with_hundreds_of_things_asks_the_database_no_more_than_eight_times()
    {
        for (var i = 0; i < 60; i++)
            await OpenAsync($"Vraag {i}", owner: i % 2 == 0 ? kees : null);
        Assert.True((await DeskOfAsync(anja, "Anja", "?pagina=2")).Shows("Bladzijde 2 van 2"));

        var queries = await app.InScopeAsync(async scope =>
        {
            scope.GetRequiredService<CurrentPerson>().SignIn(anja, "Anja", [new(Role.DistrictSupporter, null)]);
            var counted = QueryCounter.Start();
            await scope.GetRequiredService<DeskOverview>().LoadAsync(DeskView.Soon, page: 2, app.Clock.Now, Ct);
            return counted.Queries;
        });
        Assert.InRange(queries, 1, 7); // and one that finds out who is asking
    }

    [Fact]
    public async Task For_residents_there_is_no_desk()
    {
        var riet = (await app.AddPersonAsync("Riet", "de Wit")).Id;

        Assert.Equal(HttpStatusCode.NotFound, (await DeskOfAsync(riet, "Riet")).Status);
    }

    private async Task<PersonId> AddAsync(string name, Role role)
    {
        var person = (await app.AddPersonAsync(name, "Bakker")).Id;
        await app.GiveRoleAsync(person, role);
        return person;
    }

    private async Task<Browser> DeskOfAsync(PersonId person, string name, string query = "") =>
        await (await app.AsAsync(person, name)).VisitAsync($"bureau{query}");

    private Task<FollowUp> SingleAsync() => app.InDbAsync(db => db.FollowUps.SingleAsync(Ct));

    private Task<int> OpenAsync(string title, int hours = 4, PersonId? owner = null, PersonId? standIn = null, string? buurt = null) =>
        app.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IFollowUps>()
                .OpenAsync(
                    new(
                        Subject.Of(HelpRequestId.New()),
                        "FollowUp.NotReached",
                        title,
                        "vragen/1",
                        app.Clock.Now + Duration.FromHours(hours),
                        owner,
                        standIn,
                        buurt
                    ),
                    Ct
                );
            return await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
        });
}
