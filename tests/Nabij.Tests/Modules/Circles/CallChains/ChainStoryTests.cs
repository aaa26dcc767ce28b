using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Away;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.CallChains;

/// <summary>Tuesday, ten past nine: the chain of Truus, Kees and Riet starts at ten; Wim has the key of Riet.</summary>
public sealed class ChainStoryTests
{
    [Fact]
    public async Task Riet_does_not_answer_twice_so_Wim_looks_and_when_he_worries_it_stands_on_the_desk()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var truus = await app.AsAsync(street.Truus.Id, "Truus");
        await truus.VisitAsync(street.Path);

        await truus.PressAsync("Nam op: Kees");
        await truus.PressAsync("Neemt niet op: Riet");
        Assert.True(truus.Shows("Nam niet op. Bel nog een keer."));
        await truus.PressAsync("Neemt niet op: Riet");

        var message = await ToldAsync(app, street.Wim.Id);
        Assert.Equal(["Circles.Chain.Look"], message.Select(m => m.Reason));
        Assert.False(await IsAlarmAsync(app));
        Assert.Null(await AnswersAsync(app, message[0], "HelpIsNeeded"));

        Assert.True(await IsAlarmAsync(app));
        Assert.True((await truus.VisitAsync(street.Path)).Shows("Alarm bij het bureau"));
        await truus.PressAsync("Opgelost: Riet");
        Assert.False(await IsAlarmAsync(app));
        Assert.IsType<NotPossibleInChain>(await AnswersAsync(app, message[0], "AllWell"));
    }

    [Fact]
    public async Task A_chain_that_nobody_reports_alarms_about_each_who_was_not_heard()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        await (await (await app.AsAsync(street.Truus.Id)).VisitAsync(street.Path)).PressAsync("Nam op: Kees");

        app.Clock.Advance(Duration.FromMinutes(109));
        await app.RunAsync<WatchChainsJob>();
        Assert.False(await IsAlarmAsync(app));
        app.Clock.Advance(Duration.FromMinutes(2));
        await app.RunAsync<WatchChainsJob>();
        await app.RunAsync<WatchChainsJob>();

        var alarms = await AlarmsAsync(app);
        Assert.Equal(["Riet Bakker", "Truus Visser"], alarms.Select(f => f.Title).Order(StringComparer.Ordinal));
        Assert.All(alarms, f => Assert.Equal((street.Anja, street.Joke), (f.Owner, f.StandIn)));
        Assert.Single(await ToldAsync(app, street.Wim.Id));
    }

    [Fact]
    public async Task Once_everybody_was_heard_nothing_is_open()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var desk = await app.AsAsync(street.Anja, "Anja");
        await desk.VisitAsync(street.Path);

        foreach (var name in (string[])["Kees", "Riet", "Truus"])
            await desk.PressAsync($"Nam op: {name}");

        app.Clock.Advance(Duration.FromDays(1));
        await app.RunAsync<WatchChainsJob>();
        Assert.False(await app.InDbAsync(db => db.Set<FollowUp>().AnyAsync(f => f.ClosedAt == null && (f.SubjectKind == "ChainRun" || f.SubjectKind == "ChainCall"))));
    }

    [Fact]
    public async Task When_Truus_is_away_Kees_hears_that_he_begins()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app, prepare: false);
        Assert.Null(await app.DoAsync<BeAway>(a => a.HandleAsync(street.Truus.Id, new(2026, 6, 1), new(2026, 6, 9), default)));

        await app.RunAsync<PrepareChainsJob>();
        await app.RunAsync<PrepareChainsJob>();

        Assert.Equal(["Circles.Chain.YouStart"], (await ToldAsync(app, street.Kees.Id)).Select(m => m.Reason));
        Assert.Equal(1, await app.InDbAsync(db => db.ChainRuns.CountAsync()));
        var page = await (await app.AsAsync(street.Kees.Id)).VisitAsync(street.Path);
        Assert.True(page.Shows("Kees belt Riet"));
        Assert.True(page.Shows("Vandaag weg"));
    }

    [Fact]
    public async Task The_contact_arranges_the_chain_and_prints_it_in_large_letters()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app, prepare: false);
        var truus = await app.AsAsync(street.Truus.Id, "Truus");

        await truus.VisitAsync($"{street.Path}/regelen");
        Assert.Equal("1", truus.Page.QuerySelector($"[name='Plan.Places[{street.Truus.Id.Value}]']")!.GetAttribute("value"));
        await truus.Fill($"Plan.Places[{street.Wim.Id.Value}]", "4").Fill("Hoe laat begint het?", "18:30").PressAsync("Bewaar");

        Assert.True(truus.Shows("Elke dag om 18.30\u00a0uur belt Truus de eerste.") || truus.Shows("om 18.30 uur belt Truus de eerste."));
        await truus.FollowAsync("Lijst om te printen");
        Assert.NotNull(truus.Page.QuerySelector(".nb-sheet--large"));
        Assert.Equal(["Truus Visser", "Kees Jansen", "Riet Bakker", "Wim de Boer"], truus.Page.QuerySelectorAll(".nb-path b").Select(b => b.TextContent));
        Assert.True(truus.Shows("Sleutel bij Wim de Boer."));
        Assert.True(truus.Shows("Bel het bureau: 0228 51 00 00."));
    }

    [Fact]
    public async Task Who_leaves_is_taken_out_of_the_chain_and_a_starter_without_stand_in_stands_on_the_desk()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app, prepare: false);

        await app.LeaveAsync(street.Circle, street.Kees);

        Assert.True(await app.InDbAsync(db => db.Set<FollowUp>().AnyAsync(f => f.Reason == "Circles.FollowUp.ChainStandIn" && f.ClosedAt == null)));
        Assert.Equal(2, await app.InDbAsync(async db => (await db.CallChains.SingleAsync()).Links.Count));
    }

    [Fact]
    public async Task For_who_is_not_in_the_circle_there_is_no_chain()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var stranger = await app.AsAsync(PersonId.New());

        foreach (var part in (string[])["", "/papier", "/regelen"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync(street.Path + part)).Status);
    }

    private static async Task<ChainStreet> StartAsync(TestApp app, bool prepare = true)
    {
        var circle = await app.StartCircleAsync();
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67");
        var kees = await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21");
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker", "030 222 33 44");
        var wim = await app.AddMemberAsync(circle, "Wim", "de Boer", "030 333 22 11");
        await app.NameContactsAsync(circle, truus, kees);
        var (anja, joke) = (await app.AddPersonAsync("Anja", "Vos"), await app.AddPersonAsync("Joke", "Prins"));
        await app.GiveRoleAsync(anja.Id, Role.DistrictSupporter);
        app.Clock.Advance(Duration.FromMilliseconds(1));
        await app.GiveRoleAsync(joke.Id, Role.DistrictSupporter);
        var everyDay = (Weekdays)127;
        Assert.Null(
            await app.DoAsync<ArrangeChain>(a =>
                a.HandleAsync(circle, new(new(10, 0), everyDay, 60, kees.Id, [new(truus.Id, null), new(kees.Id, null), new(riet.Id, wim.Id)]), default)
            )
        );
        if (prepare)
            await app.RunAsync<PrepareChainsJob>();
        return new(circle, truus, kees, riet, wim, anja.Id, joke.Id);
    }

    private static Task<List<PersonalMessage>> ToldAsync(TestApp app, PersonId person) =>
        app.InDbAsync(db => db.Messages.Where(m => m.Person == person).OrderBy(m => m.Id).ToListAsync());

    private static Task<Refusal?> AnswersAsync(TestApp app, PersonalMessage message, string answer) =>
        app.InScopeAsync(scope =>
            scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == "ChainCall").ReceiveAsync(message.About, message.Person, answer, default)
        );

    private static async Task<bool> IsAlarmAsync(TestApp app) => (await AlarmsAsync(app)).Count > 0;

    private static Task<List<FollowUp>> AlarmsAsync(TestApp app) =>
        app.InDbAsync(db => db.Set<FollowUp>().Where(f => f.SubjectKind == "ChainCall" && f.ClosedAt == null).ToListAsync());

    private sealed record ChainStreet(CircleId Circle, Person Truus, Person Kees, Person Riet, Person Wim, PersonId Anja, PersonId Joke)
    {
        public string Path => $"cirkels/{Circle.Value}/telefooncirkel";
    }
}
