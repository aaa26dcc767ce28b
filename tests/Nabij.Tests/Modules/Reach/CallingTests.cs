using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Calling;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Reach;

public sealed class CallingTests(SmtpServer smtp, SmsGateway gateway) : ReachTestBase(smtp, gateway)
{
    private PersonId anja;
    private PersonId joke;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        anja = (await App.AddPersonAsync("Anja", "Bakker")).Id;
        joke = (await App.AddPersonAsync("Joke", "Visser")).Id;
        await App.GiveRoleAsync(anja, Role.DistrictSupporter);
        await App.GiveRoleAsync(joke, Role.Connector);
    }

    [Fact]
    public async Task The_caller_sees_the_number_only_after_taking_the_line_and_notes_the_answer()
    {
        var riet = await ByPhoneAsync();
        var id = await OnTheListAsync(riet);
        var list = await (await App.AsAsync(anja, "Anja")).VisitAsync("bellijst");
        Assert.True(list.Shows("Riet de Wit"));
        Assert.False(list.Shows("0228 51 00 01"));

        var line = await list.PressAsync("Ik bel");
        Assert.True(line.Shows("0228 51 00 01"));
        Assert.True(line.Shows("Riet zoekt hulp. Kunt u helpen?"));

        line = await line.PressAsync("Dat doe ik");
        Assert.True(line.Shows("Genoteerd: Dat doe ik"));
        Assert.Equal([(riet, "yes")], Answers.Given);
        Assert.Equal(MessageState.Called, await StateOfAsync(id));
    }

    [Fact]
    public async Task The_caller_tells_at_once_that_somebody_else_was_first()
    {
        await OnTheListAsync(await ByPhoneAsync("Riet"));
        await (await TakeAsync(anja)).PressAsync("Dat doe ik");
        await OnTheListAsync(await ByPhoneAsync("Nel"));
        var line = await (await TakeAsync(anja)).PressAsync("Dat doe ik");

        Assert.True(line.Shows("Vertel erbij: Een ander was je net voor."));
    }

    [Fact]
    public async Task All_that_Riet_is_to_be_told_stands_together_and_is_counted_above_the_list()
    {
        var riet = await ByPhoneAsync("Riet");
        await OnTheListAsync(riet);
        App.Clock.Advance(Duration.FromMinutes(1));
        await OnTheListAsync(await ByPhoneAsync("Nel"));
        App.Clock.Advance(Duration.FromMinutes(1));
        await OnTheListAsync(riet);
        var list = await (await App.AsAsync(anja, "Anja")).VisitAsync("bellijst");

        Assert.Equal(
            ["Riet de Wit", "Riet de Wit", "Nel de Wit"],
            list.Page.QuerySelectorAll(".nb-person__n").Select(name => name.TextContent)
        );
        Assert.True(list.Shows("Bellijst: 3"));
        Assert.True((await list.FollowAsync("Brieven: 0")).Shows("Brieven"));
    }

    [Fact]
    public async Task A_line_that_somebody_took_is_theirs_for_ten_minutes()
    {
        await OnTheListAsync(await ByPhoneAsync());
        await TakeAsync(anja);

        var list = await (await App.AsAsync(joke, "Joke")).VisitAsync("bellijst");
        Assert.True(list.Shows("Anja Bakker is bezig"));
        Assert.False(list.Offers("Ik bel"));

        App.Clock.Advance(PersonalMessage.LineIsKeptFor);
        Assert.True((await list.VisitAsync("bellijst")).Offers("Ik bel"));
    }

    [Fact]
    public async Task Of_two_who_take_a_line_at_the_same_moment_one_has_it()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await OnTheListAsync(await ByPhoneAsync());
            var refusals = await Task.WhenAll(TakeLineAsync(id, anja), TakeLineAsync(id, joke));

            Assert.Single(refusals, r => r is null);
            Assert.IsType<LineIsTaken>(Assert.Single(refusals, r => r is not null));
        }
    }

    [Fact]
    public async Task Who_does_not_answer_is_called_in_another_part_of_the_day_and_then_gets_a_letter()
    {
        var id = await OnTheListAsync(await ByPhoneAsync(home: AddressId.New())); // ten past nine in the morning
        await (await TakeAsync(anja)).PressAsync("Niet opgenomen");
        Assert.Equal(Local(2, 18), (await FindAsync(id)).DueAt);
        Assert.False((await (await App.AsAsync(anja)).VisitAsync("bellijst")).Shows("Riet de Wit"));

        App.Clock.MoveTo(Local(2, 18));
        await (await TakeAsync(anja)).PressAsync("Niet opgenomen");
        Assert.Equal(Local(3, 14), (await FindAsync(id)).DueAt);

        App.Clock.MoveTo(Local(3, 14));
        await (await TakeAsync(anja)).PressAsync("Niet opgenomen");
        await SendAsync();
        Assert.Equal(MessageState.ToPrint, await StateOfAsync(id));
    }

    [Fact]
    public async Task A_wrong_number_is_put_right_at_the_desk_and_the_message_goes_another_way()
    {
        var id = await OnTheListAsync(await ByPhoneAsync(home: AddressId.New()));
        await (await TakeAsync(anja)).PressAsync("Verkeerd nummer");
        await SendAsync();

        Assert.Equal(MessageState.ToPrint, await StateOfAsync(id));
        var followUp = await App.InDbAsync(db => db.FollowUps.Open.SingleAsync(Ct));
        Assert.Equal(("FollowUp.WrongNumber", "Riet de Wit"), (followUp.Reason, followUp.Title));
    }

    [Fact]
    public async Task A_line_vanishes_when_it_is_no_longer_true()
    {
        await OnTheListAsync(await ByPhoneAsync());
        await CancelAsync(Curtains);

        var list = await (await App.AsAsync(anja)).VisitAsync("bellijst");
        Assert.False(list.Shows("Riet de Wit"));
    }

    [Fact]
    public async Task A_line_that_vanished_between_looking_and_pressing_does_no_harm()
    {
        await OnTheListAsync(await ByPhoneAsync());
        var list = await (await App.AsAsync(anja)).VisitAsync("bellijst");
        await CancelAsync(Curtains);
        await SendAsync();

        Assert.True((await list.PressAsync("Ik bel")).Shows("Dit is al gedaan of niet meer nodig."));
    }

    [Fact]
    public async Task The_list_on_paper_has_numbers_and_scripts()
    {
        await OnTheListAsync(await ByPhoneAsync());
        var paper = await (await App.AsAsync(anja)).VisitAsync("bellijst/papier");

        Assert.True(paper.Shows("0228 51 00 01"));
        Assert.True(paper.Shows("☐ Dat doe ik"));
    }

    [Fact]
    public async Task Letters_are_printed_in_one_go_and_those_only_are_done()
    {
        var first = await ByLetterAsync("Nel");
        var desk = await App.AsAsync(anja);
        var paper = await desk.VisitAsync("brieven/papier");
        Assert.True(paper.Shows("Beste Nel Smit,"));

        var bag = await desk.VisitAsync("brieven");
        var second = await ByLetterAsync("Kees");
        await bag.PressAsync("Ja, deze brieven zijn geprint");

        Assert.Equal((MessageState.Printed, MessageState.ToPrint), (await StateOfAsync(first), await StateOfAsync(second)));
        Assert.True(bag.Shows("Kees Smit"));
        Assert.False(bag.Shows("Nel Smit"));
    }

    [Fact]
    public async Task The_concierge_tells_at_the_door()
    {
        var wim = (await App.AddPersonAsync("Wim", "de Boer")).Id;
        await App.GiveRoleAsync(wim, Role.Concierge);
        var nel = await App.AddPersonAsync("Nel", "Smit", new(Channel.Visit), AddressId.New());
        var id = await OnTheListAsync(nel.Id);

        var door = await (await (await App.AsAsync(wim, "Wim")).VisitAsync("bezoeken")).PressAsync("Ik ga langs");
        await door.PressAsync("Nu niet");

        Assert.Equal(MessageState.Visited, await StateOfAsync(id));
        Assert.Equal([(nel.Id, "no")], Answers.Given);
    }

    [Fact]
    public async Task Residents_find_no_lists_of_others()
    {
        var browser = await App.AsAsync(await ByPhoneAsync(), "Riet");
        foreach (var page in new[] { "bellijst", "brieven", "bezoeken", "berichten", "bellijst/papier", "brieven/papier" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.VisitAsync(page)).Status);
    }

    [Fact]
    public async Task The_desk_reads_what_was_told_and_the_reading_is_noted()
    {
        var id = await OnTheListAsync(await ByPhoneAsync());
        var page = await (await App.AsAsync(anja)).VisitAsync("berichten");
        Assert.True(page.Shows("op de bellijst"));

        page = await page.FollowAsync("Riet de Wit");
        Assert.True(page.Shows("De gordijnrail hangt los."));
        var trail = await App.InDbAsync(db => db.Set<Nabij.Kernel.Trails.TrailEntry>().Where(e => e.SubjectId == id.Value).ToListAsync(Ct));
        Assert.Contains(trail, e => e.What == "Trail.MessageRead" && e.Who == anja);
    }

    [Fact]
    public async Task The_desk_reads_that_a_code_was_sent_and_not_which()
    {
        var code = new Message(new("SignInCode", Guid.CreateVersion7()), "Accounts.Code", Words(("code", "204816")));
        var id = await TellAsync(await ByMailAsync(), code with { OnlyBy = Channel.Mail, EvenAtNight = true });
        var page = await (await App.AsAsync(anja)).VisitAsync($"berichten/{id.Value}");

        Assert.True(page.Shows("Je code om in te loggen"));
        Assert.True(page.Shows("Alleen wie om de code vroeg, kan hem lezen."));
        Assert.False(page.Shows("204816"));
    }

    private static Instant Local(int day, int hour) => new LocalDate(2026, 6, day).InstantAt(new(hour, 0));

    private async Task<MessageId> OnTheListAsync(PersonId person)
    {
        var id = await TellAsync(person, Ask());
        await SendAsync();
        return id;
    }

    private async Task<MessageId> ByLetterAsync(string name) =>
        await OnTheListAsync((await App.AddPersonAsync(name, "Smit", new(Channel.Letter), AddressId.New())).Id);

    private async Task<Browser> TakeAsync(PersonId caller) =>
        await (await (await App.AsAsync(caller, "Anja")).VisitAsync("bellijst")).PressAsync("Ik bel");

    private Task<Refusal?> TakeLineAsync(MessageId id, PersonId caller) =>
        App.InScopeAsync(scope => scope.GetRequiredService<TakeLine>().HandleAsync(id, Ct), caller);
}
