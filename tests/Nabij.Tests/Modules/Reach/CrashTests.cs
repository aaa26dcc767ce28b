using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Reach;

/// <summary>Wherever a node stops, each message ends in exactly one way, and a mail that is seen twice is seen to be the same.</summary>
public sealed class CrashTests(SmtpServer smtp, SmsGateway gateway) : ReachTestBase(smtp, gateway)
{
    [Theory]
    [InlineData(1, false)] // before the claim is saved
    [InlineData(1, true)] // after the claim, before anything left
    [InlineData(2, false)] // the mail left, and that was not written down
    [InlineData(2, true)] // everything was done, and nobody heard so
    public async Task A_mail_is_seen_once_or_seen_to_be_the_same(int save, bool after)
    {
        var kees = await ByMailAsync();
        var ids = new[] { await TellAsync(kees, Ask()), await TellAsync(kees, News("Nel") with { MayWait = true }) };
        CrashAt(save, after);

        await SendAsync();
        Assert.True(Saves.Crashed);
        for (var i = 0; i < 4; i++)
            await SendAfterAsync(PersonalMessage.SendingTakesAtMost + Duration.FromSeconds(1));

        foreach (var id in ids)
            Assert.Equal(MessageState.Sent, await StateOfAsync(id));
        Assert.InRange((await Smtp.MailsAsync()).Count, 1, 2);
        Assert.Single((await Smtp.MailsAsync()).Select(m => m.Header("Message-ID")).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task A_text_message_has_one_key_however_often_it_is_handed_over(int save, bool after)
    {
        var id = await TellAsync(await ByTextAsync(), Ask());
        CrashAt(save, after);

        await SendAsync();
        Assert.True(Saves.Crashed);
        for (var i = 0; i < 4; i++)
            await SendAfterAsync(PersonalMessage.SendingTakesAtMost + Duration.FromSeconds(1));

        Assert.Equal(MessageState.Sent, await StateOfAsync(id));
        Assert.Equal(id.Value.ToString(), Assert.Single(Gateway.Texts.Select(t => t.IdempotencyKey).Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Both_links_of_a_mail_that_was_sent_twice_work()
    {
        await TellAsync(await ByMailAsync(), Ask());
        CrashAt(2, after: false);
        await SendAsync();
        await SendAfterAsync(PersonalMessage.SendingTakesAtMost + Duration.FromSeconds(1));

        Assert.Equal(2, (await Smtp.MailsAsync()).Select(m => m.AnswerLink).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, await App.InDbAsync(db => db.AnswerLinks.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_server_that_takes_the_mail_and_hangs_up_gets_the_same_mail_again()
    {
        await Smtp.BecomeAsync("vanish");
        var id = await TellAsync(await ByMailAsync(), Ask());
        await SendAsync();
        await Smtp.BecomeAsync("take");
        await SendAfterAsync(Duration.FromMinutes(1));

        Assert.Equal(MessageState.Sent, await StateOfAsync(id));
        Assert.Equal(2, (await Smtp.MailsAsync()).Count);
        Assert.Single((await Smtp.MailsAsync()).Select(m => m.Header("Message-ID")).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_became_untrue_while_a_node_lay_still_is_not_sent_by_the_next()
    {
        var id = await TellAsync(await ByMailAsync(), Ask());
        CrashAt(1, after: true);
        await SendAsync();
        await CancelAsync(Curtains);
        await SendAfterAsync(PersonalMessage.SendingTakesAtMost + Duration.FromSeconds(1));
        await SendAsync();

        Assert.Empty(await Smtp.MailsAsync());
        Assert.Equal(MessageState.Cancelled, await StateOfAsync(id));
    }

    [Fact]
    public async Task Of_two_nodes_that_send_at_the_same_moment_one_does()
    {
        var kees = await ByMailAsync();
        var ids = new List<MessageId>();
        for (var round = 0; round < 10; round++)
        {
            ids.Add(await TellAsync(kees, Ask()));
            await Task.WhenAll(SendAsync(), SendAsync(), SendAsync());
        }

        Assert.Equal(ids.Count, (await Smtp.MailsAsync()).Count);
        Assert.All(await App.InDbAsync(db => db.Messages.ToListAsync(Ct)), m => Assert.Equal(MessageState.Sent, m.State));
    }

    private void CrashAt(int save, bool after)
    {
        if (after)
            Saves.CrashAfter(save);
        else
            Saves.CrashBefore(save);
    }
}
