using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Attending;
using Nabij.Modules.Calendar.Cancelling;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.SigningUp;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>The open eettafel of Wednesday 10 June seats six; more than six like to eat.</summary>
public sealed class SigningUpTests : IAsyncLifetime
{
    private static readonly Keeper Desk = new(OfTheDesk: true, []);
    private TestApp app = null!;
    private Activity dinner = null!;
    private ActivityDateId date;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var details = Coffee("Open eettafel") with { SignUp = new(true, 6, 24), Access = AccessFacts.SomeoneFetches };
        dinner = await app.ActivityAsync(details, June(10, 12));
        date = await app.InDbAsync(db => db.ActivityDates.Where(d => d.Activity == dinner.Id).Select(d => d.Id).SingleAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Riet_signs_up_on_the_web_without_an_account_and_hears_it_by_text_message()
    {
        var page = await app.AsVisitor().VisitAsync($"agenda/{dinner.Id.Value}");
        await page.FollowAsync("Meld je aan");
        page.Fill("Je voornaam", "Riet").Fill("Je telefoonnummer of mailadres", "06 12 34 56 78").Choose("Er komt iemand met mij mee");
        await page.Fill("Wil je iets weten of heb je iets nodig?", "Is er een plek voor mijn rollator?").PressAsync("Ik kom");

        Assert.True(page.Shows("Je staat op de lijst"));
        var (signUp, told) = (await app.InDbAsync(db => db.SignUps.SingleAsync(Ct)), await app.InDbAsync(db => db.Messages.SingleAsync(Ct)));
        Assert.Equal((SignUpState.Comes, 2, "Is er een plek voor mijn rollator?"), (signUp.State, signUp.Seats, signUp.Question));
        Assert.Equal((signUp.Person, "Calendar.SignedUp"), (told.Person, told.Reason));
        Assert.True((await app.AsVisitor().VisitAsync("agenda?van=2026-06-10")).Shows("Nog 4 plaatsen"));
    }

    [Fact]
    public async Task Who_is_known_is_not_written_down_again_and_pressing_twice_takes_one_seat()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.TextMessage, Mobile: "+31612345678"));
        for (var press = 0; press < 2; press++)
        {
            var page = await app.AsVisitor().VisitAsync($"agenda/{dinner.Id.Value}/{date.Value}/aanmelden");
            await page.Fill("Je voornaam", "riet").Fill("Je telefoonnummer of mailadres", "0612345678").PressAsync("Ik kom");
        }

        Assert.Equal(riet.Id, (await app.InDbAsync(db => db.SignUps.SingleAsync(Ct))).Person);
        Assert.Equal(1, await SeatsAsync());
    }

    [Fact]
    public async Task The_desk_signs_up_who_calls_and_asks_a_neighbour_to_fetch_her()
    {
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var nel = await app.AddPersonAsync("Nel", "Smit", new(Channel.Call, Phone: "+31228510001"));

        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync($"agenda/{dinner.Id.Value}/{date.Value}/aanmelden?voor={nel.Id.Value}");
        Assert.True(page.Shows("Je meldt Nel Smit aan."));
        await page.Choose("Haal mij op").PressAsync("Ik kom");

        var signUp = await app.InDbAsync(db => db.SignUps.SingleAsync(Ct));
        Assert.Equal((nel.Id, SignedUpBy.Phone), (signUp.Person, signUp.By));
        var lift = await app.InDbAsync(db => db.HelpRequests.SingleAsync(Ct));
        Assert.Equal((signUp.Lift, nel.Id, HelpKind.Transport, "Wie brengt mij naar Open eettafel?"), (lift.Id, lift.AskedFor, lift.Kind, lift.Title));

        await AnswerAsync(signUp, SignUpAnswers.IStayAway);
        Assert.Equal(HelpState.Withdrawn, (await app.InDbAsync(db => db.HelpRequests.SingleAsync(Ct))).State);
        Assert.Equal(0, await SeatsAsync());
    }

    [Fact]
    public async Task Of_ten_who_want_the_six_seats_at_once_six_come_and_four_wait()
    {
        var people = await PeopleAsync(10);

        var states = await Task.WhenAll(people.Select(p => Task.Run(() => SignUpAsync(p))));

        Assert.Equal((6, 4), (states.Count(s => s is SignUpState.Comes), states.Count(s => s is SignUpState.Waiting)));
        Assert.Equal(6, await SeatsAsync());
        Assert.Equal(6, await app.InDbAsync(db => db.Messages.CountAsync(m => m.Reason == "Calendar.SignedUp", Ct)));
    }

    [Fact]
    public async Task Who_waits_longest_is_offered_the_place_that_comes_free_and_after_a_day_the_next()
    {
        var people = await PeopleAsync(8);
        foreach (var person in people)
            await SignUpAsync(person);

        Assert.Null(await WithdrawAsync(people[0]));
        Assert.Equal(SignUpState.Offered, (await OfAsync(people[6])).State);
        Assert.Equal(6, await SeatsAsync());
        Assert.Equal("Calendar.PlaceFree", await LastToldAsync(people[6]));

        app.Clock.Advance(OfferPlaces.TimeToTake);
        await app.RunAsync<LookAfterSignUpsJob>();
        Assert.Equal((SignUpState.Withdrawn, SignUpState.Offered), ((await OfAsync(people[6])).State, (await OfAsync(people[7])).State));

        Assert.Null(await AnswerAsync(await OfAsync(people[7]), SignUpAnswers.TakePlace));
        Assert.Equal(SignUpState.Comes, (await OfAsync(people[7])).State);
        Assert.IsType<PlaceIsGone>(await AnswerAsync(await OfAsync(people[6]), SignUpAnswers.TakePlace));
    }

    [Fact]
    public async Task A_cancelled_dinner_is_told_once_to_each_and_no_reminder_follows()
    {
        var people = await PeopleAsync(7);
        foreach (var person in people)
            await SignUpAsync(person);

        Assert.Null(await DoAsync<CancelDates, Refusal?>(c => c.HandleAsync(date, "De kok is ziek.", Desk, Ct)));
        await app.RunAsync<LookAfterSignUpsJob>();
        await app.RunAsync<LookAfterSignUpsJob>();
        app.Clock.MoveTo(Instant.FromUtc(2026, 6, 9, 9, 0));
        await app.RunAsync<LookAfterSignUpsJob>();

        Assert.Equal(7, await CountAsync("Calendar.DateOff"));
        Assert.Equal(0, await CountAsync("Calendar.Tomorrow"));
        Assert.All(await app.InDbAsync(db => db.SignUps.ToListAsync(Ct)), s => Assert.Equal(SignUpState.CalledOff, s.State));
    }

    [Fact]
    public async Task The_day_before_each_is_reminded_once_and_of_another_hour_each_hears_at_once()
    {
        var people = await PeopleAsync(2);
        foreach (var person in people)
            await SignUpAsync(person);

        Assert.Null(await DoAsync<CancelDates, Refusal?>(c => c.MoveAsync(date, June(10, 13), June(10, 14), "", Desk, Ct)));
        await app.RunAsync<LookAfterSignUpsJob>();
        await app.RunAsync<LookAfterSignUpsJob>();
        Assert.Equal((2, 0), (await CountAsync("Calendar.OtherTime"), await CountAsync("Calendar.Tomorrow")));

        app.Clock.MoveTo(Instant.FromUtc(2026, 6, 9, 6, 0));
        await app.RunAsync<LookAfterSignUpsJob>();
        Assert.Equal(0, await CountAsync("Calendar.Tomorrow")); // not before nine
        app.Clock.MoveTo(Instant.FromUtc(2026, 6, 9, 8, 0));
        await app.RunAsync<LookAfterSignUpsJob>();
        await app.RunAsync<LookAfterSignUpsJob>();
        Assert.Equal(2, await CountAsync("Calendar.Tomorrow"));
    }

    [Fact]
    public async Task Afterwards_the_sheet_is_ticked()
    {
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var people = await PeopleAsync(2);
        foreach (var person in people)
            await SignUpAsync(person);

        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync($"agenda/beheer/{dinner.Id.Value}/{date.Value}/lijst");
        await page.Choose("Buur0 de Boer").PressAsync("Bewaar wie er was");

        Assert.Equal((SignUpState.Came, SignUpState.StayedAway), ((await OfAsync(people[0])).State, (await OfAsync(people[1])).State));
    }

    [Fact]
    public async Task Who_waits_stands_on_a_desk_until_the_last_has_an_answer()
    {
        var people = await PeopleAsync(7);
        foreach (var person in people)
            await SignUpAsync(person);
        Assert.Equal(("Calendar.FollowUp.SomeoneWaits", June(8, 12)), await FollowUpAsync());

        Assert.Null(await WithdrawAsync(people[0]));
        Assert.Equal(("Calendar.FollowUp.PlaceOffered", June(3, 9).PlusMinutes(10)), await FollowUpAsync());

        Assert.Null(await AnswerAsync(await OfAsync(people[6]), SignUpAnswers.TakePlace));
        Assert.False(await app.InDbAsync(db => db.FollowUps.Open.AnyAsync(Ct)));
    }

    [Fact]
    public async Task Who_still_waits_when_it_starts_waits_no_longer()
    {
        var people = await PeopleAsync(7);
        foreach (var person in people)
            await SignUpAsync(person);

        app.Clock.MoveTo(Instant.FromUtc(2026, 6, 10, 10, 0));
        await app.RunAsync<LookAfterSignUpsJob>();

        Assert.Equal(SignUpState.Withdrawn, (await OfAsync(people[6])).State);
        Assert.False(await app.InDbAsync(db => db.FollowUps.Open.AnyAsync(Ct)));
    }

    [Fact]
    public async Task Of_a_dinner_that_goes_on_after_all_each_hears_once_and_their_place_is_kept_for_a_day()
    {
        var people = await PeopleAsync(2);
        foreach (var person in people)
            await SignUpAsync(person);
        Assert.Null(await DoAsync<CancelDates, Refusal?>(c => c.HandleAsync(date, "", Desk, Ct)));
        await app.RunAsync<LookAfterSignUpsJob>();

        Assert.Null(await DoAsync<CancelDates, Refusal?>(c => c.RestoreAsync(date, Desk, Ct)));
        await app.RunAsync<LookAfterSignUpsJob>();
        await app.RunAsync<LookAfterSignUpsJob>();

        Assert.Equal((2, 0), (await CountAsync("Calendar.OnAgain"), await CountAsync("Calendar.OtherTime")));
        Assert.Equal(2, await SeatsAsync());
        Assert.Null(await AnswerAsync(await OfAsync(people[0]), SignUpAnswers.TakePlace));
        app.Clock.Advance(OfferPlaces.TimeToTake);
        await app.RunAsync<LookAfterSignUpsJob>();
        Assert.Equal((SignUpState.Comes, SignUpState.Withdrawn), ((await OfAsync(people[0])).State, (await OfAsync(people[1])).State));
        Assert.Equal(1, await SeatsAsync());
    }

    [Fact]
    public async Task The_list_that_hung_in_the_hall_is_typed_over_and_a_line_that_is_wrong_stays()
    {
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var nel = await app.AddPersonAsync("Nel", "Smit", new(Channel.Call, Phone: "+31228510001"));
        var page = await (await app.AsAsync(anja, "Anja")).VisitAsync($"agenda/beheer/{dinner.Id.Value}/{date.Value}/lijst");
        await page.FollowAsync("Typ de papieren lijst over");
        page.Fill("Input.Lines[0].GivenName", "Nel").Fill("Input.Lines[0].Contact", "0228 51 00 01");
        await page.Fill("Input.Lines[1].GivenName", "Joop").Fill("Input.Lines[1].Contact", "weet niet").PressAsync("Zet op de lijst");

        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        Assert.True(page.Shows("Deze mensen staan op de lijst"), page.Text);
        Assert.Equal((nel.Id, SignedUpBy.Paper), (await app.InDbAsync(db => db.SignUps.SingleAsync(Ct))) is var one ? (one.Person, one.By) : default);
        await page.Fill("Input.Lines[1].Contact", "06 12345678").PressAsync("Zet op de lijst");
        Assert.True(page.Shows("Joop"), page.Text);
        Assert.Equal(2, await SeatsAsync());
        await page.FollowAsync("Print een lijst om op te hangen");
        Assert.Equal(6, page.Page.QuerySelectorAll(".nb-paperlist tbody tr").Length);
    }

    [Fact]
    public async Task Who_signs_up_or_was_there_was_heard_by_the_circle()
    {
        var person = (await PeopleAsync(1))[0];
        var member = new CircleMember(CircleId.New(), person, new(2026, 1, 1));
        await app.SaveAsync(new Circle("Lindelaan", app.Clock.Now) { Id = member.Circle }, member);

        await SignUpAsync(person);
        Assert.Equal(new LocalDate(2026, 6, 2), await HeardAsync(member));
        var signUp = await OfAsync(person);
        await DoAsync<TickAttendance, bool>(async t => { await t.HandleAsync(date, new HashSet<Guid> { signUp.Id.Value }, Ct); return true; });
        Assert.Equal(new LocalDate(2026, 6, 10), await HeardAsync(member));
    }

    [Fact]
    public async Task A_day_before_the_list_closes()
    {
        app.Clock.MoveTo(Instant.FromUtc(2026, 6, 9, 10, 0));

        var page = await app.AsVisitor().VisitAsync($"agenda/{dinner.Id.Value}/{date.Value}/aanmelden");

        Assert.True(page.Shows("De aanmelding is gesloten."));
        Assert.False(page.Offers("Ik kom"));
    }

    [Fact]
    public void Every_state_but_the_start_can_be_reached_and_every_open_one_can_be_called_off()
    {
        var reached = SignUp.AllowedChanges.Select(c => c.To).ToHashSet();
        Assert.Equal(Enum.GetValues<SignUpState>().Order(), reached.Order());
        Assert.All(
            new[] { SignUpState.Comes, SignUpState.Waiting, SignUpState.Offered },
            open => Assert.True(SignUp.IsAllowed(open, SignUpState.CalledOff) && SignUp.IsAllowed(open, SignUpState.Withdrawn))
        );
        // who has a place waits for nothing: jobs remind, and the sheet is ticked
        Assert.Equal(Enum.GetValues<SignUpState>().Where(s => s is SignUpState.Offered or SignUpState.Waiting).Order(), WaitingFollowUps.Rules.Keys.Order());
    }

    private async Task<List<PersonId>> PeopleAsync(int count)
    {
        var people = new List<PersonId>();
        for (var i = 0; i < count; i++)
            people.Add((await app.AddPersonAsync($"Buur{i}", "de Boer", new(Channel.TextMessage, Mobile: $"+3161234560{i}"))).Id);
        return people;
    }

    private async Task<SignUpState?> SignUpAsync(PersonId person)
    {
        var (state, refused) = await DoAsync<SignUpForDate, (SignUpState?, Refusal?)>(s => s.HandleAsync(date, person, new(SignedUpBy.Web), wantsLift: false, Ct));
        Assert.Null(refused);
        return state;
    }

    private Task<Refusal?> WithdrawAsync(PersonId person) => DoAsync<WithdrawSignUp, Refusal?>(w => w.HandleAsync(date, person, Ct));

    /// <summary>As by link, text message or telephone: what the module changed is saved by who took the answer.</summary>
    private Task<Refusal?> AnswerAsync(SignUp signUp, string answer) =>
        app.InScopeAsync(async scope =>
        {
            var refused = await scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == "SignUp").ReceiveAsync(Subject.Of(signUp.Id), signUp.Person, answer, Ct);
            Assert.True(await scope.GetRequiredService<Nabij.Kernel.Data.NabijDb>().TrySaveAsync(Ct));
            return refused;
        });

    private Task<T> DoAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull => app.InScopeAsync(scope => act(scope.GetRequiredService<TService>()));

    private async Task<(string, LocalDateTime)> FollowUpAsync()
    {
        var open = await app.InDbAsync(db => db.FollowUps.Open.SingleAsync(Ct));
        return (open.Reason, open.NextDate.InZone(DutchTime.Zone).LocalDateTime);
    }

    private Task<LocalDate?> HeardAsync(CircleMember member) =>
        app.InDbAsync(db => db.CircleMembers.Where(m => m.Id == member.Id).Select(m => m.HeardOn).SingleAsync(Ct));

    private Task<int> SeatsAsync() => app.InDbAsync(db => db.ActivityDates.Where(d => d.Id == date).Select(d => d.SeatsTaken).SingleAsync());

    private Task<SignUp> OfAsync(PersonId person) => app.InDbAsync(db => db.SignUps.SingleAsync(s => s.Person == person));

    private Task<int> CountAsync(string reason) => app.InDbAsync(db => db.Messages.CountAsync(m => m.Reason == reason));

    private Task<string> LastToldAsync(PersonId person) =>
        app.InDbAsync(db => db.Messages.Where(m => m.Person == person).OrderByDescending(m => m.Id).Select(m => m.Reason).FirstAsync());
}
