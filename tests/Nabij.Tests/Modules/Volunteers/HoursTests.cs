using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Hours;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>Kees writes down his hours, Monique of his organisation says that they are right, and one list goes to who pays.</summary>
public sealed class HoursTests : WithKees
{
    [Fact]
    public async Task A_volunteer_writes_down_hours_sees_them_and_they_stand_on_the_desk_until_approved()
    {
        var own = await alliance.BrowserAsync(alliance.Kees);
        await own.VisitAsync("mijn-vrijwilligerswerk");
        own.Fill("Dag", "2026-06-01").Fill("Wat deed je?", "Koffie geschonken").Fill("Hoeveel uur?", "2,5").Fill("Kilometers", "10").Fill("Onkosten in euro", "een tientje");
        await own.PressAsync("Bewaar deze uren");
        Assert.Contains("Vul een bedrag in zoals 3,50.", own.Alert, StringComparison.Ordinal);
        await own.Fill("Onkosten in euro", "3,50").PressAsync("Bewaar deze uren");
        Assert.True(own.Shows("2.30 uur, 10 km, onkosten € 3,50. Vergoeding € 5,80."));
        Assert.Equal("Volunteers.FollowUp.ApproveHours", (await alliance.OpenAsync(HoursOnDesk.About(alliance.Kees.Id)))!.Reason);

        var monique = await alliance.BrowserAsync(alliance.Monique);
        await monique.VisitAsync("vrijwilligers/uren");
        await monique.Choose("Kees Jansen, maandag 1 juni: 2.30 uur").PressAsync("Stuur terug met je vraag");
        Assert.Contains("Schrijf op wat je wilt vragen.", monique.Alert, StringComparison.Ordinal);
        await monique.Choose("Kees Jansen, maandag 1 juni: 2.30 uur").PressAsync("Keur goed");

        Assert.Null(await alliance.OpenAsync(HoursOnDesk.About(alliance.Kees.Id)));
        Assert.True((await own.VisitAsync("mijn-vrijwilligerswerk")).Shows("Goedgekeurd"));
        Assert.False(own.Offers("Haal weg"));
    }

    [Fact]
    public async Task Hours_sent_back_stay_on_the_desk_and_what_she_takes_away_does_not_count()
    {
        var entry = await EnterAsync(alliance.Kees, 120);
        Assert.Null(await alliance.AsAsync((SettleHours s) => s.SendBackAsync([entry], "Welke dag was dit?", Ct), alliance.Monique));
        Assert.NotNull(await alliance.OpenAsync(HoursOnDesk.About(alliance.Kees.Id)));
        Assert.True((await (await alliance.BrowserAsync(alliance.Kees)).VisitAsync("mijn-vrijwilligerswerk")).Shows("Vraag: Welke dag was dit?"));

        Assert.Null(await alliance.AsAsync((EnterHours e) => e.WithdrawAsync(entry, Ct), alliance.Kees));

        Assert.Null(await alliance.OpenAsync(HoursOnDesk.About(alliance.Kees.Id)));
        Assert.Empty(await LinesAsync(alliance.Anja));
    }

    [Fact]
    public async Task One_list_holds_hours_expenses_and_thanks_and_nothing_that_a_spreadsheet_would_run()
    {
        var rogue = (await Nabij.Tests.Modules.People.Street.AddPersonAsync(alliance.App, "=cmd|'/c calc'!A1", "Bakker")).Id;
        await alliance.ActiveAsync(rogue, alliance.Zonnebloem);
        Assert.Null(await alliance.AsAsync((EnterHours e) => e.HandleAsync(HoursId.New(), rogue, new(Alliance.Today, 60, 0, new Money(1250), "Soep"), Ct), alliance.Anja));
        var approved = await EnterAsync(alliance.Kees, 90, kilometres: 100, cents: 250);
        await EnterAsync(alliance.Kees, 30);
        Assert.Null(await alliance.AsAsync((SettleHours s) => s.ApproveAsync([approved], Ct), alliance.Anja));
        Assert.Null(await alliance.AsAsync((ThankVolunteer t) => t.HandleAsync(kees, Ct), alliance.Anja));
        Assert.Null(await alliance.AsAsync((ThankVolunteer t) => t.HandleAsync(kees, Ct), alliance.Anja));

        var desk = await alliance.BrowserAsync(alliance.Anja);
        await desk.VisitAsync("vrijwilligers/uren.csv?van=2026-01-01&tot=2026-06-30");

        Assert.Contains("Kees Jansen;De Zonnebloem;1;120;90;100;\"23,00\";\"2,50\";\"25,50\";2026-06-02", desk.Html, StringComparison.Ordinal);
        Assert.Contains("'=cmd|'/c calc'!A1 Bakker;", desk.Html, StringComparison.Ordinal);
        Assert.Equal(1, await alliance.App.InDbAsync(db => db.VolunteerThanks.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_desk_writes_down_for_her_and_nobody_else_does()
    {
        var mine = new WorkDone(Alliance.Today, 60, 0, Money.None, "Gewandeld");
        Assert.IsType<NoSuchVolunteer>(await alliance.AsAsync((EnterHours e) => e.HandleAsync(HoursId.New(), alliance.Kees.Id, mine, Ct), alliance.Riet));
        Assert.IsType<NoSuchVolunteer>(await alliance.AsAsync((EnterHours e) => e.HandleAsync(HoursId.New(), alliance.Kees.Id, mine, Ct), alliance.Erik));
        var twice = HoursId.New();
        for (var times = 0; times < 2; times++)
            Assert.Null(await alliance.AsAsync((EnterHours e) => e.HandleAsync(twice, alliance.Kees.Id, mine, Ct), alliance.Anja));

        Assert.Equal(60, (await LinesAsync(alliance.Monique)).Single().Minutes);
        Assert.Empty(await LinesAsync(alliance.Erik));
        Assert.IsType<HoursNotChosen>(await alliance.AsAsync((SettleHours s) => s.ApproveAsync([twice], Ct), alliance.Erik));
    }

    private async Task<HoursId> EnterAsync(Someone who, int minutes, int kilometres = 0, int cents = 0)
    {
        var id = HoursId.New();
        Assert.Null(await alliance.AsAsync((EnterHours e) => e.HandleAsync(id, who.Id, new(Alliance.Today, minutes, kilometres, new Money(cents), "Koffie"), Ct), who));
        return id;
    }

    private Task<IReadOnlyList<HoursLine>> LinesAsync(Someone who) =>
        alliance.AsAsync((HoursSheet s) => s.LinesAsync(new(2026, 1, 1), new(2026, 12, 31), Ct), who);
}
