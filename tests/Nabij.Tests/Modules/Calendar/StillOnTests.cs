using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.StillOn;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>'Gaat dit nog door?': Karim of the church answers, or he does not.</summary>
public sealed class StillOnTests : IAsyncLifetime
{
    private TestApp app = null!;
    private PersonId karim;
    private Activity coffee = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        karim = (await app.AddPersonAsync("Karim", "Bouzid", new(Channel.Mail, "karim@kerk.example"))).Id;
        var church = await app.OrganisationAsync("Kerk aan de Dijk", karim);
        await app.GiveRoleAsync(karim, Role.Editor, church.Value);
        coffee = await app.ActivityAsync(Coffee("Koffie na de dienst"), June(7, 11), Weekly, church);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_host_is_asked_three_weeks_before_it_is_no_longer_sure_and_his_yes_holds_for_a_quarter()
    {
        await AfterDaysAsync(69);
        Assert.Equal(0, await app.InDbAsync(db => db.Messages.CountAsync(Ct)));

        await AfterDaysAsync(2);
        await app.RunAsync<AskHostsJob>();
        var asked = await app.InDbAsync(db => db.Messages.SingleAsync(Ct));
        Assert.Equal((karim, "Calendar.StillOn"), (asked.Person, asked.Reason));
        Assert.Equal(("FollowUp.HostWasAsked", (PersonId?)karim), await FollowUpAsync());

        Assert.Null(await AnswerAsync(HostAnswers.GoesOn));
        var known = await NowAsync();
        Assert.Equal((Freshness.Confirmed, ConfirmedHow.ByLink, karim), (known.Freshness, known.ConfirmedHow, known.ConfirmedBy));
        Assert.Equal(new LocalDate(2026, 8, 12).PlusWeeks(13), known.ConfirmedUntil);
        Assert.False(await app.InDbAsync(db => db.FollowUps.Open.AnyAsync(Ct)));
    }

    [Fact]
    public async Task A_silent_host_is_called_and_then_the_coffee_leaves_paper_and_the_screen_says_why()
    {
        await AfterDaysAsync(71);
        await AfterDaysAsync(7);
        Assert.Equal(Freshness.ToCall, (await NowAsync()).Freshness);
        Assert.Equal(("FollowUp.CallTheHost", (PersonId?)null), await FollowUpAsync());
        Assert.NotEmpty(await ComingAsync());

        await AfterDaysAsync(15);
        Assert.Equal(Freshness.Silent, (await NowAsync()).Freshness);
        Assert.Equal(("FollowUp.HostIsSilent", (PersonId?)null), await FollowUpAsync());
        Assert.Empty(await ComingAsync());
        var page = await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}");
        Assert.True(page.Shows("We weten niet zeker of dit doorgaat"));
        Assert.Null(page.Page.QuerySelector("script[type='application/ld+json']"));
        Assert.True((await app.AsVisitor().VisitAsync("agenda")).Shows("Bel eerst even"));
    }

    [Fact]
    public async Task Who_calls_and_hears_yes_presses_one_button_and_it_is_sure_again()
    {
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        await AfterDaysAsync(71);
        await AfterDaysAsync(30);

        await (await (await app.AsAsync(anja, "Anja")).VisitAsync($"agenda/beheer/{coffee.Id.Value}")).PressAsync("Ja, dit gaat door");

        Assert.Equal((Freshness.Confirmed, ConfirmedHow.ByPhone), ((await NowAsync()).Freshness, (await NowAsync()).ConfirmedHow));
        Assert.NotEmpty(await ComingAsync());
        Assert.False(await app.InDbAsync(db => db.FollowUps.Open.AnyAsync(Ct)));
    }

    [Fact]
    public async Task What_the_host_says_has_stopped_is_shown_as_cancelled()
    {
        await AfterDaysAsync(71);

        Assert.Null(await AnswerAsync(HostAnswers.Stopped));

        Assert.False(await app.InDbAsync(db => db.ActivityDates.AnyAsync(d => d.EndsAt > app.Clock.Now && d.State != DateState.Cancelled)));
        Assert.True((await app.AsVisitor().VisitAsync($"agenda/{coffee.Id.Value}")).Shows("Deze activiteit gaat niet meer door"));
    }

    [Fact]
    public async Task Without_anybody_to_ask_it_is_called_about_at_once()
    {
        var alone = await app.ActivityAsync(Coffee("Wandelen zonder vereniging"), June(7, 11), Weekly);
        await AfterDaysAsync(71);

        Assert.Equal(Freshness.ToCall, (await app.InDbAsync(db => db.Activities.SingleAsync(a => a.Id == alone.Id))).Freshness);
    }

    [Fact]
    public void Every_state_that_is_not_confirmed_has_a_follow_up() =>
        Assert.Equal(Enum.GetValues<Freshness>().Where(f => f is not Freshness.Confirmed).Order(), FreshnessFollowUps.Rules.Keys.Order());

    private async Task AfterDaysAsync(int days)
    {
        app.Clock.Advance(Duration.FromDays(days));
        await app.RunAsync<AskHostsJob>();
    }

    private Task<Activity> NowAsync() => app.InDbAsync(db => db.Activities.SingleAsync(a => a.Id == coffee.Id));

    private async Task<(string, PersonId?)> FollowUpAsync()
    {
        var open = await app.InDbAsync(db => db.FollowUps.Open.SingleAsync(f => f.SubjectId == coffee.Id.Value));
        return (open.Reason, open.Owner);
    }

    private Task<IReadOnlyList<ActivityCard>> ComingAsync() =>
        app.InScopeAsync(s =>
        {
            var today = Nabij.Kernel.Time.DutchTime.TodayAt(app.Clock.Now);
            return s.GetRequiredService<IActivities>().ComingAsync(today, today.PlusWeeks(2), 10, Ct);
        });

    private Task<Refusal?> AnswerAsync(string answer) =>
        app.InScopeAsync(async scope =>
        {
            var refused = await scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == "Activity").ReceiveAsync(Subject.Of(coffee.Id), karim, answer, Ct);
            Assert.True(await scope.GetRequiredService<Nabij.Kernel.Data.NabijDb>().TrySaveAsync(Ct));
            return refused;
        });
}
