using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Data;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Meeting;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>Signing up by web, telephone and paper, and the first meeting, as people see it.</summary>
public sealed class SigningUpTests : IAsyncLifetime
{
    private Alliance alliance = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => alliance = await Alliance.StartAsync();

    public ValueTask DisposeAsync() => alliance.DisposeAsync();

    [Fact]
    public async Task A_visitor_signs_up_without_an_account_and_stands_on_the_desk_with_owner_stand_in_and_date()
    {
        var visitor = await alliance.App.AsVisitor().VisitAsync("vrijwilliger-worden");
        visitor.Fill("Voornaam", "Samira").Fill("Achternaam", "Bouzid").Fill("Telefoonnummer of e-mailadres", "06 12 34 56 78").Choose("Student");
        visitor.Fill("Wat zou je graag doen?", "Voorlezen");
        await visitor.PressAsync("Meld je aan");

        Assert.True(visitor.Shows("Fijn dat je mee wilt doen"));
        var volunteer = await alliance.App.InDbAsync(db => db.Volunteers.SingleAsync(Ct));
        var open = await alliance.OpenAsync(Subject.Of(volunteer.Id));
        Assert.Equal((VolunteerRole.Student, VolunteerVia.Web, "Voorlezen"), (volunteer.As, volunteer.Via, volunteer.Wish));
        Assert.Equal((alliance.Anja.Id, alliance.Marco), (open!.Owner, open.StandIn));
        Assert.Equal(alliance.App.Clock.Now + Duration.FromDays(7), open.NextDate);
        Assert.Equal("Samira Bouzid", open.Title);
    }

    [Fact]
    public async Task Who_is_known_by_number_and_name_is_not_written_down_twice_and_signs_up_once()
    {
        for (var times = 0; times < 2; times++)
        {
            var visitor = await alliance.App.AsVisitor().VisitAsync("vrijwilliger-worden");
            await visitor.Fill("Voornaam", "riet").Fill("Telefoonnummer of e-mailadres", "0228 51 00 02").PressAsync("Meld je aan");
            Assert.True(visitor.Shows("Fijn dat je mee wilt doen"));
        }

        var volunteer = await alliance.App.InDbAsync(db => db.Volunteers.SingleAsync(Ct));
        Assert.Equal(alliance.Riet.Id, volunteer.Person);
        Assert.Equal(1, await alliance.App.InDbAsync(db => db.Persons.CountAsync(p => p.GivenName == "Riet", Ct)));
    }

    [Fact]
    public async Task The_desk_types_in_a_paper_form_plans_the_meeting_and_notes_what_came_of_it()
    {
        var desk = await alliance.BrowserAsync(alliance.Anja);
        await desk.VisitAsync($"vrijwilliger-worden?voor={alliance.Kees.Id.Value}");
        await desk.Choose("op papier").Choose("Mantelzorger").Fill("Bij welke organisatie?", "De Zonnebloem").PressAsync("Meld je aan");
        Assert.True(desk.Shows("Het bureau plant een eerste gesprek"));

        await desk.Fill("Dag", "2026-06-05").Fill("Tijd", "10:30").PressAsync("Zet dit gesprek vast");
        Assert.Contains("Vul in waar het gesprek is.", desk.Alert, StringComparison.Ordinal);
        await desk.Fill("Waar", "Buurthuis De Linde").PressAsync("Zet dit gesprek vast");
        Assert.True(desk.Shows("Het eerste gesprek is gepland"));
        await desk.Choose("Voor dit werk is een VOG nodig").Fill("Afspraken in het kort", "Woensdag koffie").PressAsync("Ja, doet mee");

        Assert.True(desk.Shows("Woensdag koffie"));
        Assert.True(desk.Shows("Nog niet gezien"));
        var volunteer = await alliance.App.InDbAsync(db => db.Volunteers.SingleAsync(Ct));
        Assert.Equal((VolunteerState.Active, alliance.Zonnebloem, VolunteerVia.Paper), (volunteer.State, volunteer.Organisation, volunteer.Via));
        var talk = await alliance.OpenAsync(Subject.Of(volunteer.Id));
        Assert.Equal(("Volunteers.FollowUp.HowIsIt", volunteer.TalkOn), (talk!.Reason, (LocalDate?)talk.NextDate.TodayAt()));
    }

    [Fact]
    public async Task Of_two_who_settle_the_same_sign_up_the_slower_finds_that_it_was_done()
    {
        var id = await alliance.SignUpAsync(alliance.Kees.Id);

        Assert.Null(await alliance.AsAsync((MeetVolunteer m) => m.NotNowAsync(id, "", Ct), alliance.Anja));
        var slower = await alliance.AsAsync((MeetVolunteer m) => m.PlanAsync(id, alliance.App.Clock.Now + Duration.FromDays(2), "Bij ons", Ct), alliance.Anja);

        Assert.IsType<VolunteerChangedMeanwhile>(slower);
        Assert.Null(await alliance.OpenAsync(Subject.Of(id)));
    }

    [Fact]
    public async Task An_editor_sees_the_members_of_her_own_organisation_and_no_others()
    {
        var hers = await alliance.SignUpAsync(alliance.Kees.Id, alliance.Zonnebloem);
        var others = await alliance.SignUpAsync(alliance.Riet.Id, alliance.Notenboom);

        var monique = await alliance.BrowserAsync(alliance.Monique);
        await monique.VisitAsync("vrijwilligers");
        Assert.True(monique.Shows("Kees Jansen"));
        Assert.False(monique.Shows("Riet Bakker"));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await monique.VisitAsync($"vrijwilligers/{hers.Value}")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await monique.VisitAsync($"vrijwilligers/{others.Value}")).Status);
    }

    [Fact]
    public async Task The_paper_form_prints_with_room_to_write() =>
        Assert.Equal(6, (await alliance.App.AsVisitor().VisitAsync("vrijwilliger-worden/formulier")).Page.QuerySelectorAll(".nb-blank").Length);
}
