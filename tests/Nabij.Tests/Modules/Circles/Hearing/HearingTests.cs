using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Hearing;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Support;
using Nabij.Kernel.Data;
using Nabij.Modules.Reach.Sending;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.Hearing;

public sealed class HearingTests
{
    [Theory]
    [InlineData(Rhythm.Weekly, 7)]
    [InlineData(Rhythm.Fortnightly, 14)]
    [InlineData(Rhythm.Monthly, 30)]
    [InlineData(Rhythm.Quarterly, 91)]
    public void Somebody_is_silent_the_day_after_their_own_rhythm(Rhythm rhythm, int days)
    {
        var riet = new CircleMember(CircleId.New(), PersonId.New(), new(2026, 1, 1));
        riet.Chooses(rhythm);
        riet.IsHeard(new(2026, 3, 1));
        riet.IsHeard(new(2026, 2, 1));

        Assert.False(riet.IsSilent(new LocalDate(2026, 3, 1).PlusDays(days)));
        Assert.True(riet.IsSilent(new LocalDate(2026, 3, 1).PlusDays(days + 1)));
        riet.Chooses(Rhythm.Never);
        Assert.False(riet.IsSilent(new(2036, 1, 1)));
    }

    [Fact]
    public async Task After_a_month_of_silence_the_contact_sees_Riet_and_one_tap_settles_it()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        app.Clock.Advance(Duration.FromDays(31));
        await app.InDbAsync(async db =>
        {
            foreach (var member in await db.CircleMembers.Where(m => m.Person != street.Riet.Id).ToListAsync())
                member.IsHeard(new(2026, 7, 1));
            return await db.SaveChangesAsync();
        });
        await app.RunAsync<NoticeSilenceJob>();
        Assert.Equal(street.Truus.Id, await OwnerAsync(app, "CircleSilence"));

        var truus = await app.AsAsync(street.Truus.Id, "Truus");
        await truus.VisitAsync("mijn-cirkel");
        Assert.True(truus.Shows("Laatst gehoord: dinsdag 2 juni"));
        await truus.PressAsync("Alles goed: Riet");

        Assert.True(truus.Shows("Iedereen liet van zich horen"));
        await app.RunAsync<NoticeSilenceJob>();
        Assert.Null(await OwnerAsync(app, "CircleSilence"));
    }

    [Fact]
    public async Task A_wish_stands_with_the_contact_until_somebody_spoke_and_a_worry_on_the_desk()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var truus = await app.AsAsync(street.Truus.Id, "Truus");
        await truus.VisitAsync($"cirkels/{street.Circle.Value}/overzicht");

        await truus.PressAsync("Wil graag contact: Riet");
        await truus.PressAsync("Ik maak me zorgen: Riet");
        Assert.Equal(["NeighbourWish", "NeighbourWorry"], await OpenKindsAsync(app));
        await truus.PressAsync("Gesproken: Riet");
        Assert.Equal(["NeighbourWorry"], await OpenKindsAsync(app));

        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var desk = await app.AsAsync(anja, "Anja");
        await (await desk.VisitAsync($"cirkels/{street.Circle.Value}/overzicht")).PressAsync("Gesproken: Riet");
        Assert.Empty(await OpenKindsAsync(app));
    }

    [Fact]
    public async Task Other_neighbours_do_not_see_notes_and_after_three_months_nobody_does()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var truus = await app.AsAsync(street.Truus.Id, "Truus");
        await (await truus.VisitAsync($"cirkels/{street.Circle.Value}/overzicht")).PressAsync("Even niet thuis: Riet");
        Assert.True((await truus.VisitAsync($"cirkels/{street.Circle.Value}/notities")).Shows("Riet: Even niet thuis"));

        var kees = await app.AsAsync(street.Wim.Id, "Wim");
        foreach (var part in (string[])["overzicht", "notities"])
            Assert.Equal(HttpStatusCode.NotFound, (await kees.VisitAsync($"cirkels/{street.Circle.Value}/{part}")).Status);
        Assert.False((await kees.VisitAsync($"cirkels/{street.Circle.Value}")).Shows("Even niet thuis"));

        app.Clock.Advance(Duration.FromDays(91));
        await app.RunAsync<Nabij.Modules.People.Forgetting.ForgetOnTimeJob>();
        Assert.Equal(0, await app.InDbAsync(db => db.CircleNotes.CountAsync()));
    }

    [Fact]
    public async Task Help_that_worked_is_heard_from_both()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        app.Clock.Advance(Duration.FromDays(20));
        await app.InDbAsync(db =>
        {
            db.Publish(new HelpWorked(HelpRequestId.New(), street.Riet.Id, street.Wim.Id, null), app.Clock.Now);
            return db.SaveChangesAsync();
        });

        await app.RunAsync<DeliverOutboxJob>();

        var heard = await app.InDbAsync(db => db.CircleMembers.Where(m => m.HeardOn == new LocalDate(2026, 6, 22)).Select(m => m.Person).ToListAsync());
        Assert.Equal(new HashSet<PersonId> { street.Riet.Id, street.Wim.Id }, heard.ToHashSet());
    }

    [Fact]
    public async Task Whoever_answers_on_the_call_list_or_is_spoken_there_was_heard()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        app.Clock.Advance(Duration.FromDays(20));
        var told = await app.InScopeAsync(async scope =>
        {
            var id = scope.GetRequiredService<IReach>().Tell(street.Wim.Id, new(new Subject("Anything", Guid.CreateVersion7()), "Circles.Digest", new Dictionary<string, string>()));
            await scope.GetRequiredService<NabijDb>().SaveChangesAsync();
            return id;
        });
        await app.RunAsync<SendDueMessagesJob>();
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var desk = await (await app.AsAsync(anja, "Anja")).VisitAsync($"bellijst");
        await desk.PressAsync("Ik bel");
        await desk.PressAsync("Gesproken");

        await app.RunAsync<DeliverOutboxJob>();

        Assert.Equal(MessageState.Called, await app.InDbAsync(db => db.Messages.Where(m => m.Id == told).Select(m => m.State).SingleAsync()));
        Assert.Equal(new LocalDate(2026, 6, 22), (await app.InDbAsync(db => db.CircleMembers.SingleAsync(m => m.Person == street.Wim.Id))).HeardOn);
    }

    [Fact]
    public async Task Who_belonged_before_it_was_kept_who_is_heard_is_not_silent_on_the_first_night()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        app.Clock.Advance(Duration.FromDays(400));
        await app.InDbAsync(db => db.CircleMembers.ExecuteUpdateAsync(m => m.SetProperty(x => x.CountsFrom, (LocalDate?)null)));

        await app.RunAsync<NoticeSilenceJob>();
        Assert.Null(await OwnerAsync(app, "CircleSilence"));
        app.Clock.Advance(Duration.FromDays(31));
        await app.RunAsync<NoticeSilenceJob>();
        Assert.Equal(street.Truus.Id, await OwnerAsync(app, "CircleSilence"));
    }

    [Fact]
    public async Task A_neighbour_chooses_her_own_rhythm()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var riet = await app.AsAsync(street.Riet.Id, "Riet");
        await riet.VisitAsync($"cirkels/{street.Circle.Value}/ritme");
        Assert.False(riet.Shows("Wim de Boer"));

        await riet.Fill("Riet Bakker", "Elke week").PressAsync("Bewaar");

        Assert.Equal(Rhythm.Weekly, (await app.InDbAsync(db => db.CircleMembers.SingleAsync(m => m.Person == street.Riet.Id))).Rhythm);
    }

    [Fact]
    public async Task For_a_contact_who_is_silent_the_reserve_is_asked_once_and_steps_in()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        app.Clock.Advance(Duration.FromDays(38));
        await app.InDbAsync(async db =>
        {
            (await db.CircleMembers.SingleAsync(m => m.Person == street.Kees.Id)).IsHeard(new(2026, 7, 1));
            return await db.SaveChangesAsync();
        });

        await app.RunAsync<NoticeSilenceJob>();
        await app.RunAsync<NoticeSilenceJob>();
        var asked = Assert.Single(await app.InDbAsync(db => db.Messages.Where(m => m.Reason == "Circles.StepIn").ToListAsync()));
        Assert.Equal(street.Wim.Id, asked.Person);
        Assert.Null(await AnswerAsync(app, asked.About, street.Wim.Id, "StepIn"));

        var card = (await app.CardOfAsync(street.Circle))!;
        Assert.Equal((street.Kees.Id, street.Wim.Id, null), (card.FirstContact, card.SecondContact, card.Reserve));
        Assert.IsType<AlreadySettledHere>(await AnswerAsync(app, asked.About, street.Wim.Id, "StepIn"));
    }

    [Fact]
    public async Task When_the_reserve_cannot_the_desk_looks()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);

        Assert.Null(await AnswerAsync(app, Follow.StepIn(street.Circle), street.Wim.Id, "NotMe"));

        Assert.Equal(["CircleSilentContact"], await OpenKindsAsync(app));
    }

    private static Task<Refusal?> AnswerAsync(TestApp app, Subject about, PersonId person, string answer) =>
        app.InScopeAsync(scope => scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == about.Kind).ReceiveAsync(about, person, answer, default));

    private static Task<PersonId?> OwnerAsync(TestApp app, string kind) =>
        app.InDbAsync(db => db.Set<FollowUp>().Where(f => f.SubjectKind == kind && f.ClosedAt == null).Select(f => f.Owner).SingleOrDefaultAsync());

    private static Task<List<string>> OpenKindsAsync(TestApp app) =>
        app.InDbAsync(db => db.Set<FollowUp>().Where(f => f.ClosedAt == null).OrderBy(f => f.SubjectKind).Select(f => f.SubjectKind).ToListAsync());

    private static async Task<Members> StartAsync(TestApp app)
    {
        var circle = await app.StartCircleAsync();
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67");
        var kees = await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21");
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker");
        var wim = await app.AddMemberAsync(circle, "Wim", "de Boer", "030 333 22 11");
        await app.NameContactsAsync(circle, truus, kees, wim);
        return new(circle, truus, kees, riet, wim);
    }

    private sealed record Members(CircleId Circle, Person Truus, Person Kees, Person Riet, Person Wim);
}
