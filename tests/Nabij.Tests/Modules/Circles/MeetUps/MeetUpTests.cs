using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.MeetUps;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.MeetUps;

public sealed class MeetUpTests
{
    [Fact]
    public async Task Truus_invites_everybody_and_each_answers_in_their_own_way()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var truus = await PlanAsync(app, street);
        Assert.True(truus.Shows("Koffie bij Truus"));
        Assert.Equal(3, await app.InDbAsync(db => db.Messages.CountAsync(m => m.Reason == "Circles.MeetUp.Invited")));

        var kees = await (await app.AsAsync(street.Kees.Id, "Kees")).VisitAsync($"cirkels/{street.Circle.Value}/samenkomsten");
        Assert.False(kees.Offers("Wim komt"));
        await kees.PressAsync("Ik kan niet");
        await (await truus.VisitAsync(kees.Url)).PressAsync("Riet komt");
        var guest = await app.InDbAsync(db => db.MeetUpGuests.SingleAsync(g => g.Person == street.Wim.Id));
        Assert.Null(await AnswerAsync(app, guest.Id, street.Kees.Id, MeetUpNews.Comes));

        Assert.True((await truus.VisitAsync(kees.Url)).Shows("2 buren komen"));
        app.Clock.Advance(Duration.FromDays(8));
        await app.RunAsync<CountMeetUpsJob>();
        var heard = await app.InDbAsync(db => db.CircleMembers.Where(m => m.HeardOn == new LocalDate(2026, 6, 9)).Select(m => m.Person).ToListAsync());
        Assert.Equal(new HashSet<PersonId> { street.Riet.Id, street.Wim.Id }, heard.ToHashSet());
        Assert.False(await app.InDbAsync(db => db.Set<FollowUp>().AnyAsync(f => f.SubjectKind == "MeetUp" && f.ClosedAt == null)));
    }

    [Fact]
    public async Task Wim_hears_it_through_Kees_of_his_choice()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);

        await PlanAsync(app, street);

        var passedOn = await app.InDbAsync(db => db.Messages.SingleAsync(m => m.Reason == "Circles.MeetUp.Invited.ForNeighbour"));
        Assert.Equal(street.Kees.Id, passedOn.Person);
        Assert.Equal("Wim de Boer", passedOn.Word("who"));
    }

    [Fact]
    public async Task When_it_is_off_everybody_hears_it_but_who_said_no()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var truus = await PlanAsync(app, street);
        var kees = await (await app.AsAsync(street.Kees.Id, "Kees")).VisitAsync($"cirkels/{street.Circle.Value}/samenkomsten");
        await kees.PressAsync("Ik kan niet");

        await (await truus.VisitAsync(kees.Url)).PressAsync("Het gaat niet door: Koffie bij Truus");

        Assert.True(truus.Shows("Er is nog niets afgesproken"));
        var told = await app.InDbAsync(db => db.Messages.Where(m => (m.Reason == "Circles.MeetUp.IsOff" || m.Reason == "Circles.MeetUp.IsOff.ForNeighbour")).Select(m => m.Person).ToListAsync());
        Assert.Equal(new HashSet<PersonId> { street.Truus.Id, street.Riet.Id, street.Kees.Id }, told.ToHashSet());
        Assert.Equal(3, told.Count); // Kees hears it for Wim
        var guest = await app.InDbAsync(db => db.MeetUpGuests.SingleAsync(g => g.Person == street.Riet.Id));
        Assert.IsType<MeetUpIsCancelled>(await AnswerAsync(app, guest.Id, street.Riet.Id, MeetUpNews.Comes));
    }

    [Fact]
    public async Task Without_words_or_in_the_past_nothing_is_planned_and_strangers_see_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var truus = await app.AsAsync(street.Truus.Id, "Truus");
        var path = $"cirkels/{street.Circle.Value}/samenkomsten";
        await truus.VisitAsync(path);

        await truus.PressAsync("Nodig iedereen uit");
        Assert.Contains("Schrijf in een paar woorden", truus.Alert, StringComparison.Ordinal);
        await truus.Fill("Wat gaan jullie doen?", "Koffie").Fill("Waar?", "Bij Truus").Fill("Welke dag?", "2026-06-01").Fill("Hoe laat?", "10:00").PressAsync("Nodig iedereen uit");
        Assert.Contains("Dit is al geweest.", truus.Alert, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.MeetUps.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(PersonId.New())).VisitAsync(path)).Status);
    }

    private static async Task<Browser> PlanAsync(TestApp app, Members street)
    {
        var truus = await app.AsAsync(street.Truus.Id, "Truus");
        await truus.VisitAsync($"cirkels/{street.Circle.Value}/samenkomsten");
        truus.Fill("Wat gaan jullie doen?", "Koffie bij Truus").Fill("Waar?", "Lindelaan 1").Fill("Welke dag?", "2026-06-09").Fill("Hoe laat?", "10:30");
        return await truus.PressAsync("Nodig iedereen uit");
    }

    private static Task<Refusal?> AnswerAsync(TestApp app, MeetUpGuestId guest, PersonId person, string answer) =>
        app.InScopeAsync(scope => scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == "MeetUpGuest").ReceiveAsync(Subject.Of(guest), person, answer, default));

    private static async Task<Members> StartAsync(TestApp app)
    {
        var circle = await app.StartCircleAsync();
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67");
        var kees = await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21");
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker", "030 222 33 44");
        var wim = await app.AddMemberAsync(circle, "Wim", "de Boer");
        await app.NameContactsAsync(circle, truus, null);
        await app.InDbAsync(async db =>
        {
            (await db.CircleMembers.SingleAsync(m => m.Person == wim.Id)).PassedOnBy = kees.Id;
            return await db.SaveChangesAsync();
        });
        return new(circle, truus, kees, riet, wim);
    }

    private sealed record Members(CircleId Circle, Person Truus, Person Kees, Person Riet, Person Wim);
}
