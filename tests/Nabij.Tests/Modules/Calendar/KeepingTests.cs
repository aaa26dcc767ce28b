using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>Anja of the desk types what somebody tells her; Karim of the church keeps his own by a link.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private readonly PersonId anja = PersonId.New();
    private TestApp app = null!;
    private OrganisationId welfare;
    private OrganisationId church;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        welfare = await app.OrganisationAsync("Welzijn Stede Broec");
        church = await app.OrganisationAsync("Kerk aan de Dijk");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task On_the_telephone_a_monthly_breakfast_is_in_the_calendar_after_seeing_its_days()
    {
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync("agenda/beheer/nieuw");
        Breakfast(page).Fill("Wie doet het?", "Welzijn Stede Broec").Fill("Hoe vaak?", "Elke eerste van de maand").Choose("Niet in de schoolvakanties");
        await page.PressAsync("Bekijk de dagen");

        Assert.True(page.Shows("Elke eerste dinsdag van de maand, niet in de schoolvakanties."));
        Assert.True(page.Shows("dinsdag 7 juli 2026 valt uit: de zomervakantie"));
        Assert.Equal(0, await app.InDbAsync(db => db.Activities.CountAsync()));

        await page.PressAsync("Klopt, zet dit in de agenda");
        Assert.True(page.Offers("Buurtontbijt"));

        var days = await app.InDbAsync(db => db.ActivityDates.OrderBy(d => d.Day).Select(d => d.Day).Take(3).ToListAsync());
        Assert.Equal([new(2026, 6, 2), new(2026, 9, 1), new(2026, 10, 6)], days);
        var kept = await app.InDbAsync(db => db.Activities.SingleAsync());
        Assert.Equal((Source.Phoned, 350, anja), (kept.Source, kept.Cents, kept.ConfirmedBy));
    }

    [Fact]
    public async Task What_is_missing_is_said_all_at_once_and_nothing_typed_is_lost()
    {
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync("agenda/beheer/nieuw");
        page.Fill("Wat doe je daar?", "Samen eten en praten.").Fill("Straat en huisnummer", "Nergens 9").Fill("Wat kost het?", "weinig");
        await page.PressAsync("Bekijk de dagen");

        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        foreach (var said in new[] { "Schrijf op hoe de activiteit heet.", "Kies een dag.", "Schrijf op waar het is.", "Kies welke organisatie dit doet.", "We kennen dit adres niet.", "Dit bedrag klopt niet." })
            Assert.True(page.Shows(said), said);
        Assert.Contains("Samen eten en praten.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Karim_keeps_the_church_s_own_activities_by_a_link_without_an_account()
    {
        var link = await LinkAsync("Kerk aan de Dijk");
        var others = await app.ActivityAsync(Coffee(), June(8, 10), Weekly, welfare);

        var page = await app.AsVisitor().VisitAsync($"{link}/nieuw");
        Breakfast(page);
        await page.PressAsync("Bekijk de dagen");
        await page.PressAsync("Klopt, zet dit in de agenda");

        Assert.True(page.Shows("Agenda van Kerk aan de Dijk"));
        Assert.True(page.Offers("Buurtontbijt"));
        Assert.False(page.Offers("Koffie-inloop"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync($"{link}/{others.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync($"{link}/{others.Id.Value}/wijzig")).Status);
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one_and_after_half_a_year_none_works()
    {
        var first = await LinkAsync("Kerk aan de Dijk");
        var second = await LinkAsync("Kerk aan de Dijk");

        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.AsVisitor().VisitAsync(second)).Status);
        app.Clock.Advance(EditorLink.WorksFor);
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync(second)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync($"redactie/{new string('a', 5000)}")).Status);
    }

    [Fact]
    public async Task An_editor_with_an_account_sees_the_own_organisation_only()
    {
        var karim = PersonId.New();
        await app.GiveRoleAsync(karim, Role.Editor, church.Value);
        await app.ActivityAsync(Coffee("Koffie na de dienst"), June(7, 11), null, church);
        var others = await app.ActivityAsync(Coffee(), June(8, 10), null, welfare);

        var page = await (await app.AsAsync(karim, "Karim")).VisitAsync("agenda/beheer");

        Assert.True(page.Offers("Koffie na de dienst"));
        Assert.False(page.Offers("Koffie-inloop"));
        Assert.Equal(HttpStatusCode.NotFound, (await page.VisitAsync($"agenda/beheer/{others.Id.Value}")).Status);
    }

    [Fact]
    public async Task One_day_is_cancelled_moved_and_let_go_on_after_all()
    {
        var coffee = await app.ActivityAsync(Coffee(), June(8, 10), Weekly, church);
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync($"agenda/beheer/{coffee.Id.Value}");

        await page.Fill("Waarom?", "De zaal is dicht.").PressAsync("Deze dag gaat niet door", within: "maandag 8 juni");
        Assert.Equal((DateState.Cancelled, "De zaal is dicht."), await FirstAsync(coffee));

        await page.PressAsync("Het gaat toch door", within: "maandag 8 juni");
        Assert.Equal((DateState.GoesOn, ""), await FirstAsync(coffee));

        await page.Fill("Andere dag", "2026-06-10").Fill("Van hoe laat?", "14:00").Fill("Tot hoe laat?", "15:00").PressAsync("Zet op een andere tijd", within: "maandag 8 juni");
        Assert.True(page.Shows("woensdag 10 juni, van 14.00 tot 15.00 uur"));
        var agenda = await app.AsVisitor().VisitAsync("agenda?van=2026-06-10");
        Assert.True(agenda.Shows("Andere tijd"));
    }

    [Fact]
    public async Task From_a_day_on_it_is_at_another_hour_and_who_had_a_seat_keeps_it()
    {
        var when = new WhenItIs(new(2026, 6, 8), new(10, 0), new(11, 0), RepeatEvery.Week);
        var coffee = await app.ActivityAsync(Coffee(), when, church);
        var seat = await app.InDbAsync(db => db.ActivityDates.SingleAsync(d => d.Activity == coffee.Id && d.Day == new LocalDate(2026, 6, 22)));

        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync($"agenda/beheer/{coffee.Id.Value}/wijzig");
        page.Fill("Wat verandert er?", "2026-06-22").Fill("Op welke dag (de eerste keer)?", "2026-06-22").Fill("Van hoe laat?", "14:00").Fill("Tot hoe laat?", "15:00");
        await page.PressAsync("Bekijk de dagen");
        await page.PressAsync("Klopt, zet dit in de agenda");

        var before = await app.InDbAsync(db => db.ActivityDates.Where(d => d.Activity == coffee.Id).OrderBy(d => d.Day).Select(d => d.Day).ToListAsync());
        Assert.Equal([new(2026, 6, 8), new(2026, 6, 15)], before);
        var after = await app.InDbAsync(db => db.ActivityDates.Where(d => d.Activity != coffee.Id).OrderBy(d => d.Day).ToListAsync());
        Assert.Equal((new(2026, 6, 22), 14), (after[0].Day, after[0].StartsAt.InZone(DutchTime.Zone).Hour));
        Assert.Equal(seat.Id, after[0].Id);
    }

    [Fact]
    public async Task All_days_are_cancelled_and_stay_to_be_seen_as_cancelled()
    {
        var coffee = await app.ActivityAsync(Coffee(), June(8, 10), Weekly, church);
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync($"agenda/beheer/{coffee.Id.Value}");
        await page.PressAsync("Geen enkele dag gaat meer door");

        Assert.False(await app.InDbAsync(db => db.ActivityDates.AnyAsync(d => d.Activity == coffee.Id && d.State != DateState.Cancelled)));
        var shown = await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}");
        Assert.True(shown.Shows("Deze activiteit gaat niet meer door"));
    }

    [Fact]
    public async Task A_new_link_is_sent_to_the_contact_person_and_the_desk_does_not_read_it()
    {
        var karim = (await app.AddPersonAsync("Karim", "Bouzid", new(Channel.Mail, "karim@kerk.example"))).Id;
        var mosque = await app.OrganisationAsync("Moskee aan de Laan", karim);
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync("agenda/beheer/organisaties");
        await page.Fill("Wie doet het?", church.Value.ToString()).PressAsync("Stuur een nieuwe link");
        Assert.True(page.Shows("Deze organisatie heeft geen contactpersoon."), page.Text);

        await page.Fill("Wie doet het?", mosque.Value.ToString()).PressAsync("Stuur een nieuwe link");

        Assert.True(page.Shows("De link gaat op weg"), page.Text);
        Assert.DoesNotContain("/redactie/", page.Html, StringComparison.Ordinal);
        var told = await app.InDbAsync(db => db.Messages.SingleAsync(m => m.Person == karim));
        var link = told.Filling()["link"];
        Assert.True((await app.AsVisitor().VisitAsync(new Uri(link).AbsolutePath)).Shows("Agenda van Moskee aan de Laan"));
        Assert.DoesNotContain(link, (await page.VisitAsync("berichten")).Html, StringComparison.Ordinal);
    }

    private static Browser Breakfast(Browser page) =>
        page.Fill("Hoe heet het?", "Buurtontbijt")
            .Fill("Op welke dag (de eerste keer)?", "2026-06-02")
            .Fill("Van hoe laat?", "9:30")
            .Fill("Tot hoe laat?", "11.00")
            .Fill("Waar is het?", "Dorpshuis")
            .Fill("Wat kost het?", "€ 3,50");

    private async Task<string> LinkAsync(string organisation)
    {
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync("agenda/beheer/organisaties");
        var option = page.Page.QuerySelectorAll("option").First(o => o.TextContent.StartsWith(organisation, StringComparison.Ordinal)).GetAttribute("value")!;
        await page.Fill("Wie doet het?", option).PressAsync("Maak een nieuwe link");
        return new Uri(page.Page.QuerySelector("code")!.TextContent).AbsolutePath[$"/{app.Community.Slug}/".Length..];
    }

    private async Task<(DateState, string)> FirstAsync(Activity activity)
    {
        var date = await app.InDbAsync(db => db.ActivityDates.OrderBy(d => d.PlannedFor).FirstAsync(d => d.Activity == activity.Id));
        return (date.State, date.Note);
    }
}
