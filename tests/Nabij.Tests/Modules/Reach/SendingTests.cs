using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Modules.Reach.Sending;
using Nabij.Tests.Modules.People;
using NodaTime;

namespace Nabij.Tests.Modules.Reach;

public sealed class SendingTests(SmtpServer smtp, SmsGateway gateway) : ReachTestBase(smtp, gateway)
{
    private static readonly string[] Neighbours = ["Riet", "Nel", "Ahmed"];

    [Fact]
    public async Task Who_chose_mail_gets_mail_with_the_reason_in_its_subject()
    {
        var id = await TellAsync(await ByMailAsync(), Ask("René"));
        await SendAsync();

        var mail = Assert.Single(await Smtp.MailsAsync());
        Assert.Equal(["kees@lindelaan.example"], mail.To);
        Assert.Equal("Kun jij René helpen?", mail.Header("Subject"));
        Assert.Contains("buurt@stedebroec.example", mail.Header("Reply-To"), StringComparison.Ordinal);
        Assert.Equal($"<{id.Value:N}@nabij.example>", mail.Header("Message-ID"));
        Assert.Contains("De gordijnrail hangt los.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"http://nabij.example/{App.Community.Slug}/antwoord/", mail.Text, StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, await StateOfAsync(id));
    }

    [Fact]
    public async Task Who_chose_text_messages_gets_one_with_the_choices_in_it()
    {
        var id = await TellAsync(await ByTextAsync(), Ask());
        await SendAsync();

        var text = Assert.Single(Gateway.Texts);
        Assert.Equal(
            "Riet zoekt hulp in je buurt. Stuur terug: 1 voor Dat doe ik, 2 voor Nu niet, 3 voor Niet meer vragen.",
            text.Text
        );
        Assert.Equal(("+31612345678", "Bearer let-us-in", id.Value.ToString()), (text.To, text.Authorization, text.IdempotencyKey));
        Assert.Equal(MessageState.Sent, await StateOfAsync(id));
    }

    [Theory]
    [InlineData(Channel.Call, MessageState.OnCallList)]
    [InlineData(Channel.Letter, MessageState.ToPrint)]
    [InlineData(Channel.Visit, MessageState.ToVisit)]
    public async Task Who_chose_people_or_paper_waits_on_the_list_of_whoever_does_it(Channel chosen, MessageState state)
    {
        var riet = await App.AddPersonAsync("Riet", "de Wit", new(chosen, Phone: "+31228510001"), AddressId.New());
        var id = await TellAsync(riet.Id, Ask());
        await SendAsync();

        Assert.Equal(state, await StateOfAsync(id));
    }

    [Fact]
    public async Task Who_cannot_be_reached_at_all_stands_on_the_desk()
    {
        var id = await TellAsync((await App.AddPersonAsync("Nel", "Smit")).Id, Ask());
        await SendAsync();

        Assert.Equal(MessageState.Failed, await StateOfAsync(id));
        var followUp = await App.InDbAsync(db => db.FollowUps.Open.SingleAsync(Ct));
        Assert.Equal((Subject.Of(id), "FollowUp.NotReached"), (followUp.About, followUp.Reason));
        Assert.Equal("Nel Smit: Kun jij Riet helpen?", followUp.Title);
    }

    [Fact]
    public async Task Nobody_is_bothered_in_the_night_but_for_what_cannot_wait()
    {
        App.Clock.MoveTo(Instant.FromUtc(2026, 6, 2, 19, 30)); // half past nine in the evening
        var kees = await ByMailAsync();
        var question = await TellAsync(kees, Ask());
        var alarm = await TellAsync(kees, News() with { EvenAtNight = true });

        await SendAsync();
        Assert.Equal((MessageState.Waiting, MessageState.Sent), (await StateOfAsync(question), await StateOfAsync(alarm)));

        App.Clock.MoveTo(Instant.FromUtc(2026, 6, 3, 6, 59));
        await SendAsync();
        Assert.Equal(MessageState.Waiting, await StateOfAsync(question));

        await SendAfterAsync(Duration.FromMinutes(1));
        Assert.Equal(MessageState.Sent, await StateOfAsync(question));
    }

    [Fact]
    public async Task What_a_standstill_kept_until_night_waits_for_the_morning()
    {
        var id = await TellAsync(await ByMailAsync(), Ask());
        await SendAfterAsync(Duration.FromHours(14));
        Assert.Equal(MessageState.Waiting, await StateOfAsync(id));

        await SendAfterAsync(Duration.FromHours(10));
        Assert.Equal(MessageState.Sent, await StateOfAsync(id));
    }

    [Fact]
    public async Task Three_pieces_of_news_that_may_wait_are_one_mail()
    {
        var kees = await ByMailAsync();
        foreach (var who in Neighbours)
            await TellAsync(kees, News(who) with { MayWait = true });

        await SendAsync();
        Assert.Empty(await Smtp.MailsAsync());

        await SendAfterAsync(PersonalMessage.WaitsForOtherNews);
        var mail = Assert.Single(await Smtp.MailsAsync());
        Assert.Equal("Nieuws over Riet, en nog 2 berichten", mail.Header("Subject"));
        Assert.All(Neighbours, who => Assert.Contains($"nieuws over {who}", mail.Text, StringComparison.Ordinal));
        Assert.All(await App.InDbAsync(db => db.Messages.ToListAsync(Ct)), m => Assert.Equal(MessageState.Sent, m.State));
    }

    [Fact]
    public async Task What_must_go_now_takes_along_what_may_wait()
    {
        var kees = await ByMailAsync();
        await TellAsync(kees, News("Nel") with { MayWait = true });
        await TellAsync(kees, Ask());
        await SendAsync();

        Assert.Single(await Smtp.MailsAsync());
        Assert.All(await App.InDbAsync(db => db.Messages.ToListAsync(Ct)), m => Assert.Equal(MessageState.Sent, m.State));
    }

    [Fact]
    public async Task What_is_no_longer_true_is_not_sent_called_or_printed()
    {
        var byMail = await TellAsync(await ByMailAsync(), Ask());
        var byPhone = await TellAsync(await ByPhoneAsync(), Ask());
        await CancelAsync(Curtains);
        await SendAsync();

        Assert.Empty(await Smtp.MailsAsync());
        Assert.Equal((MessageState.Cancelled, MessageState.Cancelled), (await StateOfAsync(byMail), await StateOfAsync(byPhone)));
    }

    [Fact]
    public async Task What_is_told_after_the_withdrawal_in_the_same_save_is_told()
    {
        var kees = await ByMailAsync();
        await App.InScopeAsync(async scope =>
        {
            var reach = Get<Nabij.Modules.Reach.Contracts.IReach>(scope);
            reach.Tell(kees, Ask("Nel"));
            await reach.CancelAsync(Curtains, Ct);
            reach.Tell(kees, News("Riet"));
            return await Get<Nabij.Kernel.Data.NabijDb>(scope).SaveChangesAsync(Ct);
        });
        await SendAsync();

        Assert.Equal("Nieuws over Riet", Assert.Single(await Smtp.MailsAsync()).Header("Subject"));
    }

    [Fact]
    public async Task What_comes_too_late_to_be_of_use_expires()
    {
        var id = await TellAsync(await ByPhoneAsync(), Ask() with { NotAfter = App.Clock.Now + Duration.FromHours(1) });
        await SendAsync();
        await SendAfterAsync(Duration.FromHours(2));

        Assert.Equal(MessageState.Expired, await StateOfAsync(id));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_tried_again_later_and_later_and_then_the_telephone()
    {
        await Smtp.BecomeAsync("later");
        var id = await TellAsync(await ByMailAsync(phone: "+31228510002"), Ask());
        await SendAsync();

        foreach (var minutes in new[] { 1, 5, 15, 60, 240 })
        {
            var waiting = await FindAsync(id);
            Assert.Equal((MessageState.Waiting, App.Clock.Now + Duration.FromMinutes(minutes)), (waiting.State, waiting.DueAt));
            await SendAfterAsync(Duration.FromMinutes(minutes));
        }
        await SendAsync();

        Assert.Equal(MessageState.OnCallList, await StateOfAsync(id));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_leads_to_the_telephone_at_once()
    {
        await Smtp.BecomeAsync("never");
        var id = await TellAsync(await ByMailAsync(phone: "+31228510002"), Ask());
        await SendAsync();
        await SendAsync();

        Assert.Equal(MessageState.OnCallList, await StateOfAsync(id));
    }

    [Fact]
    public async Task A_gateway_that_refuses_our_token_is_tried_again()
    {
        Gateway.Status = 401;
        var id = await TellAsync(await ByTextAsync(), Ask());
        await SendAsync();
        Assert.Equal(MessageState.Waiting, await StateOfAsync(id));

        Gateway.Status = 200;
        await SendAfterAsync(Duration.FromMinutes(1));
        Assert.Equal(MessageState.Sent, await StateOfAsync(id));
        Assert.Single(Gateway.Texts.Select(t => t.IdempotencyKey).Distinct());
    }

    [Fact]
    public async Task A_code_goes_by_the_channel_it_was_asked_for_or_nowhere()
    {
        var riet = await App.AddPersonAsync("Riet", "de Wit", new(Channel.Call, "riet@lindelaan.example", Phone: "+31228510001"));
        var code = await TellAsync(riet.Id, News() with { OnlyBy = Channel.Mail, EvenAtNight = true });
        var other = await TellAsync(riet.Id, News() with { OnlyBy = Channel.TextMessage });
        await SendAsync();

        Assert.Equal((MessageState.Sent, MessageState.Failed), (await StateOfAsync(code), await StateOfAsync(other)));
    }

    [Fact]
    public async Task Words_with_line_ends_become_no_headers_and_lone_dots_no_end_of_the_mail()
    {
        await TellAsync(
            await ByMailAsync(),
            Ask("Riet\r\nBcc: spion@elders.example\r\n\r\nVals", "Eerst\r\n.\r\nQUIT\r\n..twee <b>dik</b>")
        );
        await SendAsync();

        var mail = Assert.Single(await Smtp.MailsAsync());
        Assert.Equal(["kees@lindelaan.example"], mail.To);
        Assert.Null(mail.Header("Bcc"));
        Assert.Equal("Kun jij Riet Bcc: spion@elders.example Vals helpen?", mail.Header("Subject"));
        Assert.Contains("\r\n.\r\nQUIT\r\n..twee", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Text[mail.Text.IndexOf("<!DOCTYPE", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_are_unreadable_in_the_database()
    {
        await TellAsync(await ByMailAsync(), Ask());
        var kept = await App.InDbAsync(db =>
            db.Database.SqlQueryRaw<string>("""SELECT "Words" AS "Value" FROM messages""").ToListAsync(Ct)
        );

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, words => words.Contains("gordijnrail", StringComparison.Ordinal));
    }

    private static T Get<T>(IServiceProvider scope)
        where T : notnull => (T)scope.GetService(typeof(T))!;
}
