using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Meetings;
using Nabij.Modules.Calendar.Meetings.Data;
using Nabij.Modules.Calendar.Meetings.Needs;
using Nabij.Modules.Calendar.Meetings.Remarks;
using Nabij.Modules.Calendar.SigningUp;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Forgetting;
using Nabij.Modules.People.Merging;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar.Meetings;

/// <summary>On Wednesday 10 June the neighbours meet about the square; Truus, a connector, leads it and Anja of the desk stands in.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Activity square = null!;
    private ActivityDateId date;
    private Person truus = null!;
    private Person anja = null!;
    private Person riet = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private string Path => $"agenda/{square.Id.Value}/{date.Value}/bijeenkomst";
    private string LeadPath => $"agenda/beheer/{square.Id.Value}/{date.Value}/bijeenkomst";

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        square = await app.ActivityAsync(Coffee("Praat mee over het plein") with { SignUp = new(true, null, 0) }, June(10, 19));
        date = await app.InDbAsync(db => db.ActivityDates.Where(d => d.Activity == square.Id).Select(d => d.Id).SingleAsync());
        truus = await app.AddPersonAsync("Truus", "de Vries", new(Channel.Mail, Mail: "truus@example.nl"));
        anja = await app.AddPersonAsync("Anja", "Visser", new(Channel.Mail, Mail: "anja@example.nl"));
        riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228510001"));
        await app.GiveRoleAsync(truus.Id, Role.Connector);
        await app.GiveRoleAsync(anja.Id, Role.DistrictSupporter);
        var desk = await (await app.AsAsync(anja.Id, "Anja")).VisitAsync($"agenda/beheer/{square.Id.Value}");
        await desk.FollowAsync("Bijeenkomst");
        await desk.Fill("Wie leidt het?", "Truus de Vries").Fill("Wie valt in?", "Anja Visser").PressAsync("Maak er een bijeenkomst van");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_question_by_telephone_stands_with_Truus_and_Riet_hears_the_answer_by_telephone()
    {
        var desk = await (await app.AsAsync(anja.Id, "Anja")).VisitAsync($"{Path}?voor={riet.Id.Value}");
        Assert.True(desk.Shows("Riet Bakker krijgt het antwoord."));
        await desk.Fill("Wat wil je weten?", "Blijft de kastanje staan?").PressAsync("Verstuur mijn vraag");
        var followUp = await OpenAsync();
        Assert.Equal(("Meetings.FollowUp.Question", truus.Id, anja.Id), (followUp.Reason, followUp.Owner, followUp.StandIn));
        Assert.Equal(June(10, 19).InZoneStrictly(Nabij.Kernel.Time.DutchTime.Zone).ToInstant(), followUp.NextDate);

        var leader = await (await app.AsAsync(truus.Id, "Truus")).VisitAsync(followUp.Path);
        Assert.False(leader.Shows("Riet"));
        await leader.Fill("Je antwoord", "Ja, de kastanje blijft.").PressAsync("Verstuur het antwoord op: Blijft de kastanje staan?");

        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
        var told = await app.InDbAsync(db => db.Messages.SingleAsync(m => m.Person == riet.Id, Ct));
        Assert.Equal(("Meetings.Answered.Question", "Ja, de kastanje blijft."), (told.Reason, told.Word("answer")));
        var visitor = await app.AsVisitor().VisitAsync(Path);
        Assert.True(visitor.Shows("Blijft de kastanje staan?") && visitor.Shows("Ja, de kastanje blijft."), visitor.Text);
        Assert.False(visitor.Shows("Riet"));
        Assert.True((await leader.VisitAsync($"{LeadPath}/blad")).Shows("Ja, de kastanje blijft."), leader.Text);
    }

    [Fact]
    public async Task On_the_web_one_may_ask_without_a_name_and_the_organiser_keeps_it_off_the_page()
    {
        var visitor = await app.AsVisitor().VisitAsync($"agenda/{square.Id.Value}");
        await visitor.FollowAsync("Vragen en antwoorden");
        await visitor.PressAsync("Verstuur mijn vraag");
        Assert.True(visitor.Shows("Schrijf op wat je wilt vragen of zeggen"));
        await visitor.Fill("Wat wil je weten?", "Mag mijn buurman ook komen?").PressAsync("Verstuur mijn vraag");
        Assert.True(visitor.Shows("1 vraag of opmerking wacht nog op antwoord."), visitor.Text);
        Assert.False(visitor.Shows("Mag mijn buurman ook komen?"));

        var leader = await (await app.AsAsync(truus.Id, "Truus")).VisitAsync(LeadPath);
        await leader.PressAsync("Verstuur het antwoord op: Mag mijn buurman ook komen?");
        Assert.Equal("Schrijf een antwoord", leader.Alert);
        await leader.Fill("Je antwoord", "Graag.").Choose("Zet vraag en antwoord niet op de bladzijde voor iedereen").PressAsync("Verstuur het antwoord op: Mag mijn buurman ook komen?");

        Assert.False((await visitor.VisitAsync(Path)).Shows("Graag."));
        Assert.Empty(await app.InDbAsync(db => db.Messages.ToListAsync(Ct)));
        var remark = await app.InDbAsync(db => db.Remarks.SingleAsync(Ct));
        Assert.Equal((null, SignedUpBy.Web), (remark.From, remark.By));
    }

    [Fact]
    public async Task With_a_name_and_number_somebody_new_hears_it_and_sent_twice_it_is_one_question()
    {
        var visitor = await app.AsVisitor().VisitAsync(Path);
        visitor.Fill("Wat wil je weten?", "Is er koffie?").Fill("Je voornaam", "Nel").Fill("Je telefoonnummer of mailadres", "06 12 34 56 78");
        var form = visitor.FormOf("Verstuur mijn vraag");
        for (var press = 0; press < 2; press++)
            await visitor.PostAsync(Path, new FormUrlEncodedContent(form));

        var remark = await app.InDbAsync(db => db.Remarks.SingleAsync(Ct));
        Assert.Equal("Nel", (await app.AskPeopleAsync(p => p.FindAsync(remark.From!.Value, Ct)))!.GivenName);
        await OpenAsync();
    }

    [Fact]
    public async Task Needs_are_counted_and_named_only_where_something_is_arranged_for_a_person()
    {
        await SignUpAsync("Nel", "0612345671", "Een ringleiding", "Ander eten", "geen vis");
        await SignUpAsync("Wim", "0612345672", "Een ringleiding", "Een taxi", "Lindelaan");
        Assert.Equal("Meetings.FollowUp.Need", (await OpenAsync()).Reason);

        var leader = await (await app.AsAsync(truus.Id, "Truus")).VisitAsync(LeadPath);
        Assert.True(leader.Shows("Een ringleiding: 2") && leader.Shows("geen vis"), leader.Text);
        Assert.True(leader.Shows("Wim"));
        Assert.False(leader.Shows("Nel"));
        Assert.Single(await app.InDbAsync(db => db.Set<TrailEntry>().Where(e => e.What == "Meetings.Trail.NeedsRead").ToListAsync(Ct)));
        await leader.PressAsync("Geregeld voor Wim");
        Assert.True(leader.Shows("Het is geregeld"));
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
    }

    [Fact]
    public async Task What_was_to_be_arranged_for_who_does_not_come_after_all_leaves_the_desk()
    {
        await SignUpAsync("Wim", "0612345672", "Een taxi", "Een lift in het gebouw", "");
        var wim = await app.InDbAsync(db => db.SignUps.Select(s => s.Person).SingleAsync(Ct));
        await app.InScopeAsync(scope => scope.GetRequiredService<WithdrawSignUp>().HandleAsync(date, wim, Ct));

        await app.RunAsync<LookAfterMeetingsJob>();

        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
        Assert.False((await (await app.AsAsync(truus.Id, "Truus")).VisitAsync(LeadPath)).Shows("Wim"));
    }

    [Fact]
    public async Task Afterwards_who_came_is_asked_once_and_a_remark_on_paper_gets_its_answer_within_two_weeks()
    {
        await SignUpAsync("Nel", "0612345671", "Een ringleiding", "Ander eten", "");
        app.Clock.MoveTo(Instant.FromUtc(2026, 6, 11, 8, 0));
        await app.RunAsync<LookAfterMeetingsJob>();
        await app.RunAsync<LookAfterMeetingsJob>();
        Assert.Single(await app.InDbAsync(db => db.Messages.Where(m => m.Reason == "Meetings.HowWasIt").ToListAsync(Ct)));

        var desk = await (await app.AsAsync(anja.Id, "Anja")).VisitAsync($"{Path}?voor={riet.Id.Value}");
        await desk.Fill("Wat was goed? Wat kan beter?", "Het was koud in de zaal").Choose("Op papier").PressAsync("Verstuur mijn opmerking");
        var followUp = await OpenAsync();
        Assert.Equal(("Meetings.FollowUp.Feedback", app.Clock.Now + Duration.FromDays(14)), (followUp.Reason, followUp.NextDate));

        var leader = await (await app.AsAsync(truus.Id, "Truus")).VisitAsync(LeadPath);
        await leader.Fill("Dit deden we ermee", "We zetten de verwarming eerder aan.").PressAsync("Verstuur het antwoord op: Het was koud in de zaal");
        Assert.Equal(
            ("Meetings.Answered.Feedback", "Het was koud in de zaal"),
            await app.InDbAsync(async db => await db.Messages.SingleAsync(m => m.Person == riet.Id, Ct) is var m ? (m.Reason, m.Word("said")) : default)
        );
    }

    [Fact]
    public async Task Others_do_not_lead_it_and_another_activity_has_no_such_page()
    {
        await app.GiveRoleAsync(riet.Id, Role.Connector);
        var other = await app.AsAsync(riet.Id, "Riet");
        foreach (var path in (string[])[LeadPath, $"{LeadPath}/blad", $"agenda/beheer/{square.Id.Value}/bijeenkomst"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAsync(path)).Status);

        var coffee = await app.ActivityAsync(Coffee(), June(11, 10));
        var coffeeDate = await app.InDbAsync(db => db.ActivityDates.Where(d => d.Activity == coffee.Id).Select(d => d.Id).SingleAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}/{coffeeDate.Value}/bijeenkomst")).Status);
        Assert.False((await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}")).Offers("Vragen en antwoorden"));
    }

    [Fact]
    public async Task A_date_about_which_somebody_asked_is_cancelled_not_taken_away_when_its_calendar_drops_it()
    {
        var visitor = await app.AsVisitor().VisitAsync(Path);
        await visitor.Fill("Wat wil je weten?", "Is er koffie?").PressAsync("Verstuur mijn vraag");
        var vanished = await app.InScopeAsync(async scope =>
        {
            var activity = await scope.GetRequiredService<Nabij.Kernel.Data.NabijDb>().Activities.SingleAsync(a => a.Id == square.Id, Ct);
            activity.TakesPlace(Timing.From(June(12, 19), June(12, 20)), app.Clock.Now);
            return await scope.GetRequiredService<Nabij.Modules.Calendar.Planning.PlanDates>().HandleAsync(activity, Ct);
        });
        Assert.Equal(date, Assert.Single(vanished).Id);
    }

    [Fact]
    public async Task Of_who_is_erased_neither_question_nor_need_is_left_and_of_two_records_one_need_stays()
    {
        var wim = await app.AddPersonAsync("Wim", "Smit");
        await app.InScopeAsync(async scope =>
        {
            var (sign, say, tell) = (scope.GetRequiredService<SignUpForDate>(), scope.GetRequiredService<SayNeeds>(), scope.GetRequiredService<TellRemark>());
            foreach (var person in new[] { riet.Id, wim.Id })
            {
                await sign.HandleAsync(date, person, new(SignedUpBy.Phone), wantsLift: false, Ct);
                Assert.Null(await say.HandleAsync(date, person, MeetingNeeds.Taxi, "", Ct));
            }
            return await tell.HandleAsync(RemarkId.New(), date, wim.Id, SignedUpBy.Phone, "Is er een trap?", Ct);
        });

        Assert.Null(await app.InScopeAsync(scope => scope.GetRequiredService<MergePersons>().HandleAsync(riet.Id, wim.Id, new HashSet<PersonField>(), Ct), anja.Id));
        Assert.Equal(riet.Id, (await app.InDbAsync(db => db.MeetingNeeds.SingleAsync(Ct))).Person);
        Assert.Equal(riet.Id, (await app.InDbAsync(db => db.Remarks.SingleAsync(Ct))).From);
        Assert.Equal(2, await app.InDbAsync(db => db.FollowUps.Open.CountAsync(Ct)));

        Assert.Null(await app.InScopeAsync(scope => scope.GetRequiredService<ForgetPerson>().HandleAsync(riet.Id, Ct), anja.Id));
        Assert.Empty(await app.InDbAsync(db => db.MeetingNeeds.ToListAsync(Ct)));
        var remark = await app.InDbAsync(db => db.Remarks.SingleAsync(Ct));
        Assert.Equal((null, "", false), (remark.From, remark.Words, remark.IsOpen));
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
    }

    private async Task SignUpAsync(string name, string number, string need, string other, string words)
    {
        var page = await app.AsVisitor().VisitAsync($"agenda/{square.Id.Value}/{date.Value}/aanmelden");
        page.Fill("Je voornaam", name).Fill("Je telefoonnummer of mailadres", number).Choose(need).Choose(other);
        await page.Fill("Wil je daar iets bij zeggen?", words).PressAsync("Ik kom");
        Assert.True(page.Shows("Je staat op de lijst"), page.Text);
    }

    private Task<FollowUp> OpenAsync() => app.InDbAsync(db => db.FollowUps.Open.AsNoTracking().SingleAsync(Ct));
}
