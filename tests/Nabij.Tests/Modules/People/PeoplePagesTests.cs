using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People;

public sealed class PeoplePagesTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private TestApp app = null!;
    private Person sanne = null!;
    private Browser desk = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        app.Server.PreserveExecutionContext = true; // the count of queries follows a request into the server
        sanne = await app.AddPersonAsync("Sanne", "Visser");
        await app.GiveRoleAsync(sanne.Id, Role.DistrictSupporter);
        desk = await app.AsAsync(sanne.Id, "Sanne");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_list_is_in_the_order_of_the_phone_book_and_turns_its_pages()
    {
        var names = Enumerable.Range(0, 55).Select(n => $"Buur{n:00}").ToList();
        await app.SaveAsync([.. names.Select(n => new Person("Ans", n, app.Spoken()))]);
        await app.AddPersonAsync("Jan", "van den Aker");

        await desk.VisitAsync("mensen");
        var first = desk.Page.QuerySelectorAll(".nb-person__n").Select(n => n.TextContent.Trim()).ToList();
        Assert.Equal("Jan van den Aker", first[0]);
        Assert.Equal(50, first.Count);

        await desk.FollowAsync("Volgende");
        var second = desk.Page.QuerySelectorAll(".nb-person__n").Select(n => n.TextContent.Trim()).ToList();
        Assert.Empty(first.Intersect(second, StringComparer.Ordinal));
        Assert.Equal("Sanne Visser", second[^1]);
        Assert.False(desk.Offers("Volgende"));
    }

    [Fact]
    public async Task The_helpers_are_listed_apart()
    {
        var omar = await app.AddPersonAsync("Omar", "el Idrissi");
        await app.SaveAsync(omar.Likes(HelpKind.Walk));

        await desk.VisitAsync("mensen");
        await desk.FollowAsync("Buurthelpers");

        Assert.True(desk.Shows("Omar el Idrissi"), desk.Text);
        Assert.Single(desk.Page.QuerySelectorAll(".nb-person"));
    }

    [Fact]
    public async Task Whoever_reads_a_record_is_seen_by_the_person_it_is_about()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker");
        await desk.VisitAsync($"mensen/{riet.Id.Value}");
        await desk.VisitAsync($"mensen/{riet.Id.Value}");

        var own = await app.AsAsync(riet.Id);
        await own.VisitAsync("ik/gezien");

        Assert.Equal(1, await app.InDbAsync(db => db.Set<TrailEntry>().CountAsync(e => e.About == riet.Id, Ct)));
        Assert.True(own.Shows("Je gegevens zijn bekeken. Dat was Sanne Visser."), own.Text);
    }

    [Fact]
    public async Task Details_are_changed_and_stay_as_they_were_typed_when_refused()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228510123"));
        await desk.VisitAsync($"mensen/{riet.Id.Value}/wijzigen");
        await desk.Fill("Mobiele telefoon", "0228 51").Fill("Achternaam", "de Vries").PressAsync("Bewaar");
        Assert.Contains("Het begint met 06", desk.Alert, StringComparison.Ordinal);

        await desk.Fill("Mobiele telefoon", "0612345678").Choose("Een sms").PressAsync("Bewaar");

        Assert.True(desk.Shows("Riet de Vries"), desk.Text);
        Assert.True(desk.Shows("06 12 34 56 78"), desk.Text);
    }

    [Fact]
    public async Task Sanne_notes_that_she_saw_the_certificate_and_when()
    {
        var omar = await app.AddPersonAsync("Omar", "el Idrissi");
        await app.SaveAsync(omar.Likes(HelpKind.Walk));

        await desk.VisitAsync($"mensen/{omar.Id.Value}");
        await desk.PressAsync("Ik heb vandaag de VOG gezien");

        Assert.True(desk.Shows("Gezien door Sanne Visser op dinsdag 2 juni 2026"), desk.Text);
    }

    [Fact]
    public async Task A_neighbour_says_what_she_likes_to_do_and_takes_a_rest_without_a_reason()
    {
        var fatima = await app.AddPersonAsync("Fatima", "Aydin");
        var own = await app.AsAsync(fatima.Id);
        await own.VisitAsync("ik/helpen");
        await own.Choose("Samen wandelen").Choose("Turks").Fill("Hoe vaak per maand", "4").PressAsync("Bewaar");
        Assert.True(own.Shows("4 keer per maand"), own.Text);
        Assert.Single(await WillingAsync());

        await own.Fill("Ik neem even rust tot", "2026-07-01").PressAsync("Neem rust");
        Assert.True(own.Shows("Je hebt rust tot woensdag 1 juli"), own.Text);
        Assert.Empty(await WillingAsync());

        await own.PressAsync("Ik ben er weer");
        Assert.Single(await WillingAsync());
    }

    [Fact]
    public async Task Nobody_changes_the_details_of_another_by_posting_their_own_form()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228510123"));
        var own = await app.AsAsync(riet.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await own.VisitAsync($"mensen/{sanne.Id.Value}/wijzigen")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.VisitAsync($"mensen/{riet.Id.Value}")).Status);
    }

    [Fact]
    public async Task Her_stand_in_takes_over_while_she_is_away()
    {
        await desk.VisitAsync("ik");
        await desk.Fill("Eerste dag weg", "2026-06-08").Fill("Laatste dag weg", "2026-06-12").PressAsync("Zet afwezig");

        Assert.True(desk.Shows("Weg van maandag 8 juni tot en met vrijdag 12 juni."), desk.Text);
        Assert.Contains(sanne.Id, await app.AskPeopleAsync(people => people.AwayAsync(new(2026, 6, 10), Ct)));
        await desk.PressAsync("Toch aanwezig");
        Assert.Empty(await app.AskPeopleAsync(people => people.AwayAsync(new(2026, 6, 10), Ct)));
    }

    [Fact]
    public async Task A_role_is_given_with_a_stand_in_and_ended()
    {
        var omar = await app.AddPersonAsync("Omar", "el Idrissi");
        await desk.VisitAsync($"mensen/{omar.Id.Value}/rollen");
        await desk.Fill("Geef een rol", "Concierge").Fill("Wie vervangt deze persoon?", "Sanne Visser").PressAsync("Geef deze rol");
        await desk.VisitAsync("mensen/rollen");
        Assert.True(desk.Shows("Omar el Idrissi"), desk.Text);
        Assert.True(desk.Shows("vervanger: Sanne Visser"), desk.Text);

        await desk.VisitAsync($"mensen/{omar.Id.Value}/rollen");
        await desk.PressAsync($"Beëindig de rol buurtconciërge");
        Assert.Empty(await app.InDbAsync(db => db.RoleAssignments.Current.Where(a => a.Person == omar.Id).ToListAsync(Ct)));
    }

    [Fact]
    public async Task The_same_role_is_not_given_twice_and_nobody_stands_in_for_themselves()
    {
        await desk.VisitAsync($"mensen/{sanne.Id.Value}/rollen");
        await desk.Fill("Geef een rol", "DistrictSupporter").PressAsync("Geef deze rol");

        Assert.Contains("heeft deze rol al", desk.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_who_runs_the_desk_stays()
    {
        await desk.VisitAsync($"mensen/{sanne.Id.Value}/rollen");
        await desk.PressAsync("Beëindig de rol wijkondersteuner");

        Assert.Contains("Dit is de enige wijkondersteuner", desk.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mensen")]
    [InlineData("mensen?zoek=riet")]
    [InlineData("mensen?zoek=lindelaan%204")]
    [InlineData("mensen/nieuw?zoek=riet%20bakker")]
    [InlineData("mensen/{0}")]
    [InlineData("mensen/{0}/wijzigen")]
    [InlineData("mensen/{0}/helpen")]
    [InlineData("mensen/{0}/rollen")]
    [InlineData("mensen/rollen")]
    [InlineData("ik")]
    public async Task A_page_takes_at_most_eight_queries(string path)
    {
        var street = await app.AddStreetAsync("Lindelaan", 4, 6);
        var riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228510123"), street[0]);
        await app.AddPersonAsync("Riet", "Bakkers", new(Channel.Call, Phone: "+31228510124"), street[1]);
        await app.SaveAsync(riet.Likes(HelpKind.Walk));
        await app.GiveRoleAsync(riet.Id, Role.Connector);
        await desk.VisitAsync("mensen"); // the communities are remembered from here

        var counted = QueryCounter.Start();
        await desk.VisitAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, riet.Id.Value));

        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.InRange(counted.Queries, 1, 8);
    }

    private Task<IReadOnlyList<WillingHelper>> WillingAsync() =>
        app.AskPeopleAsync(people => people.WillingAsync(HelpKind.Walk, Street.Today, Ct));
}
