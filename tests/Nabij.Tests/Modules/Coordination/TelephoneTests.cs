using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Coordination.Duty;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Forgetting;
using Nabij.Tests.Modules.Calendar;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Coordination;

/// <summary>Joke runs the desk and answers the one number; Riet from the Lindelaan calls. It is Tuesday, ten past nine.</summary>
public sealed class TelephoneTests : IAsyncLifetime
{
    private HelpStreet street = null!;
    private TestApp app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = (street = await HelpStreet.StartAsync()).App;

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Riet_calls_once_and_her_call_leads_to_the_request_that_it_became()
    {
        var joke = await WriteDownAsync("Riet", "Riet Bakker", "Lamp in de gang stuk", "Hulpvraag");
        Assert.StartsWith($"/{app.Community.Slug}/hulp-vragen?voor={street.Riet.Value}", joke.Url, StringComparison.Ordinal);
        Assert.Equal("Coordination.FollowUp.Request", (await OpenFollowUpAsync()).Reason);
        Assert.Equal(new LocalDate(2026, 6, 2), (await app.InDbAsync(db => db.CircleMembers.SingleAsync(m => m.Person == street.Riet, Ct))).HeardOn);

        joke.Fill("Hulp", "Een klusje in huis").Fill("Je vraag in één zin", "Wie draait mijn lamp in?");
        await joke.Choose("Gezegd aan de telefoon").PressAsync("Vraag het de buurt");
        await app.RunAsync<DeliverOutboxJob>();

        var (call, request) = (await CallAsync(), await app.InDbAsync(db => db.HelpRequests.SingleAsync(Ct)));
        Assert.Equal(($"vragen/{request.Id.Value}", false), (call.Path, call.IsOpen));
        Assert.False(await app.InDbAsync(db => db.FollowUps.Open.AnyAsync(f => f.SubjectId == call.Id.Value, Ct)));
        await joke.VisitAsync($"telefoon/{call.Id.Value}");
        Assert.True(joke.Shows("Riet Bakker"));
        await joke.FollowAsync("Bekijk wat het werd");
        Assert.True(joke.Shows("Wie draait mijn lamp in?"), joke.Text);
    }

    [Fact]
    public async Task A_sign_up_by_telephone_is_found_by_its_words_and_linked()
    {
        var dinner = await app.ActivityAsync(CalendarStreet.Coffee("Open eettafel") with { SignUp = new(true, 6, 0) }, CalendarStreet.June(10, 12));
        await app.RunAsync<Nabij.Modules.Calendar.Searching.IndexWordsJob>();
        var joke = await WriteDownAsync("Riet", "Riet Bakker", "Wil mee-eten", "Aanmelding");
        Assert.True(joke.Shows("Open eettafel"), joke.Text);

        await joke.Fill("Zoek een activiteit", "schaken").PressAsync("Zoek");
        Assert.False(joke.Shows("Open eettafel"));
        await joke.Fill("Zoek een activiteit", "eettaffel").PressAsync("Zoek");
        await joke.FollowAsync("Open eettafel");
        await joke.PressAsync("Ik kom");
        await app.RunAsync<DeliverOutboxJob>();

        var call = await CallAsync();
        Assert.False(call.IsOpen);
        Assert.StartsWith($"agenda/{dinner.Id.Value}/", call.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_calls_to_help_signs_up_as_a_volunteer()
    {
        var joke = await WriteDownAsync("Riet", "Riet Bakker", "Wil wel rijden", "Wil helpen");
        Assert.EndsWith($"vrijwilliger-worden?voor={street.Riet.Value}", joke.Url, StringComparison.Ordinal);
        await joke.PressAsync("Meld je aan");
        await app.RunAsync<DeliverOutboxJob>();

        var call = await CallAsync();
        Assert.False(call.IsOpen);
        Assert.StartsWith("vrijwilligers/", call.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await joke.VisitAsync(call.Path)).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon/nieuw");
        await joke.Fill("Wie belt er?", "Riet Bakker").PressAsync("Zoek");
        await joke.Choose("Riet Bakker").Fill("Waar gaat het over?", "").PressAsync("Bewaar en ga verder");

        Assert.StartsWith("Fout: ", joke.Title, StringComparison.Ordinal);
        Assert.True(joke.Shows("Schrijf in een paar woorden waar het over gaat"));
        Assert.True(joke.Shows("Kies wat het wordt"));
        await joke.Fill("Waar gaat het over?", "Vraagt de tijden").Choose("Antwoord").PressAsync("Bewaar en ga verder");

        var call = await CallAsync();
        Assert.Equal((street.Riet, CallKind.Answer, false), (call.Caller, call.Kind, call.IsOpen));
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_worry_of_somebody_unknown_stands_on_the_desk_until_somebody_looked()
    {
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon/nieuw");
        await joke.Fill("Waar gaat het over?", "Gordijnen dicht bij Wim").Choose("Signaal").PressAsync("Bewaar en ga verder");

        var followUp = await OpenFollowUpAsync();
        Assert.Equal(("Coordination.FollowUp.Signal", (PersonId?)null, "Gordijnen dicht bij Wim"), (followUp.Reason, followUp.Owner, followUp.Title));
        await (await joke.VisitAsync(followUp.Path)).PressAsync("Er is gekeken");
        Assert.False((await CallAsync()).IsOpen);
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_request_of_somebody_unknown_waits_until_it_is_known_who_called()
    {
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon/nieuw");
        await joke.Fill("Waar gaat het over?", "Boodschappen").Choose("Hulpvraag").PressAsync("Bewaar en ga verder");
        await joke.FollowAsync("Zoek wie het was");
        await joke.Fill("Wie zoek je?", "Wim Visser").PressAsync("Zoek");
        await joke.FollowAsync("Wim Visser");
        await joke.PressAsync("Het was Wim Visser. Ga verder");

        Assert.EndsWith($"hulp-vragen?voor={street.Wim.Value}", joke.Url, StringComparison.Ordinal);
        Assert.Equal(street.Wim, (await CallAsync()).Caller);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_call_and_an_answer_after_all_closes_it()
    {
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon/nieuw");
        joke.Fill("Waar gaat het over?", "Boodschappen").Choose("Hulpvraag");
        var (url, form) = (joke.Url, joke.FormOf("Bewaar en ga verder"));
        for (var press = 0; press < 2; press++)
            await joke.PostAsync(url, new FormUrlEncodedContent(form));

        var call = await CallAsync();
        await (await joke.VisitAsync($"telefoon/{call.Id.Value}")).PressAsync("Het was toch alleen een antwoord");
        Assert.Equal(CallKind.Answer, (await CallAsync()).Kind);
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_on_duty_stands_on_the_desk_the_day_before_and_goes_once_somebody_is()
    {
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon/rooster");
        await joke.Fill("Op welke dag?", "donderdag").Fill("Van", "09:00").Fill("Tot", "12:00").PressAsync("Zet op het rooster");

        var followUp = await OpenFollowUpAsync();
        Assert.Equal("Coordination.FollowUp.Nobody", followUp.Reason);
        Assert.Equal(Instant.FromUtc(2026, 6, 3, 10, 0), followUp.NextDate); // Wednesday noon, for Thursday
        await app.RunAsync<WatchRotaJob>();
        Assert.Equal(followUp.Id, (await OpenFollowUpAsync()).Id);

        await joke.Fill("Wie neemt die dag op?", "Joke Prins").PressAsync("Bewaar");
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
        Assert.True(joke.Shows("Joke Prins"));
    }

    [Fact]
    public async Task The_desk_shows_who_answers_and_outside_hours_the_start_page_says_what_to_do()
    {
        await app.SaveAsync(new DutyShift(IsoDayOfWeek.Tuesday, new(9, 0), new(12, 0), street.Truus, street.Joke));
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon/nummer");
        await joke.Fill("Het nummer", "0228 51 00 11").Fill("Wat zeg je als de telefoon dicht is?", "Is er haast? Bel de huisarts.").PressAsync("Bewaar");

        Assert.True((await joke.VisitAsync("bureau")).Shows("Aan de telefoon: Truus de Wit."), joke.Text);
        var visitor = await app.AsVisitor().VisitAsync("");
        Assert.True(visitor.Shows("Er neemt nu iemand op"), visitor.Text);
        Assert.True(visitor.Shows("0228 51 00 11"));

        await app.InDbAsync(async db =>
        {
            Assert.Null((await db.Persons.SingleAsync(p => p.Id == street.Truus, Ct)).GoAway(new(2026, 6, 1), new(2026, 6, 8)));
            return await db.SaveChangesAsync(Ct);
        });
        Assert.True((await joke.VisitAsync("bureau")).Shows("Aan de telefoon: Joke Prins."), joke.Text);
        app.Clock.Advance(Duration.FromHours(5));
        Assert.True((await joke.VisitAsync("bureau")).Shows("De telefoon is nu dicht."), joke.Text);
        Assert.True((await visitor.VisitAsync("")).Shows("Is er haast? Bel de huisarts."), visitor.Text);
    }

    [Fact]
    public async Task Who_goes_hands_over_and_the_note_stands_with_the_next_until_it_is_read()
    {
        await app.GiveRoleAsync(street.Truus, Role.DistrictSupporter);
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon");
        await joke.PressAsync("Draag over");
        Assert.True(joke.Shows("Schrijf op wat de volgende moet weten"));
        await joke.Fill("Wat moet de volgende weten?", "Riet belt om elf uur terug").Fill("Voor wie?", "Truus de Wit").PressAsync("Draag over");

        var followUp = await OpenFollowUpAsync();
        Assert.Equal((street.Truus, street.Joke), (followUp.Owner, followUp.StandIn));
        var truus = await (await app.AsAsync(street.Truus, "Truus")).VisitAsync("telefoon");
        Assert.True(truus.Shows("Riet belt om elf uur terug"));
        await truus.PressAsync("Ik neem het over van Joke Prins");
        Assert.False(truus.Shows("Riet belt om elf uur terug"));
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
    }

    [Fact]
    public async Task After_ninety_days_only_the_count_of_a_call_is_left_and_others_see_none()
    {
        await WriteDownAsync("Riet", "Riet Bakker", "Vraagt de tijden", "Antwoord");
        foreach (var path in (string[])["telefoon", "telefoon/nieuw", "telefoon/rooster", "telefoon/cijfers", "telefoon/nummer", $"telefoon/{(await CallAsync()).Id.Value}"])
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(street.Kees)).VisitAsync(path)).Status);

        app.Clock.Advance(Duration.FromDays(91));
        await app.RunAsync<Nabij.Modules.People.Forgetting.ForgetOnTimeJob>();

        var call = await CallAsync();
        Assert.Equal((null, null, "", CallKind.Answer), (call.Caller, call.TakenBy, call.Words, call.Kind));
    }

    [Fact]
    public async Task Of_who_is_erased_the_call_is_only_counted_and_the_rota_goes_on_with_the_stand_in()
    {
        await WriteDownAsync("Riet", "Riet Bakker", "Lamp van Riet Bakker stuk", "Hulpvraag");
        await app.SaveAsync(new DutyShift(IsoDayOfWeek.Tuesday, new(9, 0), new(12, 0), street.Riet, street.Joke));

        Assert.Null(await app.InScopeAsync(scope => scope.GetRequiredService<ForgetPerson>().HandleAsync(street.Riet, Ct), street.Joke));

        var (call, shift) = (await CallAsync(), await app.InDbAsync(db => db.DutyShifts.SingleAsync(Ct)));
        Assert.Equal((null, "", CallKind.Request, false), (call.Caller, call.Words, call.Kind, call.IsOpen));
        Assert.Equal((street.Joke, (PersonId?)null), (shift.Person, shift.StandIn));
        Assert.Empty(await app.InDbAsync(db => db.FollowUps.Open.ToListAsync(Ct)));
    }

    /// <summary>Joke looks up who calls, types a few words and chooses what it becomes.</summary>
    private async Task<Browser> WriteDownAsync(string search, string caller, string words, string kind)
    {
        var joke = await (await app.AsAsync(street.Joke, "Joke")).VisitAsync("telefoon/nieuw");
        await joke.Fill("Wie belt er?", search).PressAsync("Zoek");
        return await joke.Choose(caller).Fill("Waar gaat het over?", words).Choose(kind).PressAsync("Bewaar en ga verder");
    }

    private Task<Call> CallAsync() => app.InDbAsync(db => db.Calls.AsNoTracking().SingleAsync(Ct));

    private Task<FollowUp> OpenFollowUpAsync() => app.InDbAsync(db => db.FollowUps.Open.AsNoTracking().SingleAsync(Ct));
}
