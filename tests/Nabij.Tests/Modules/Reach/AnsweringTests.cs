using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Answering;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Reach;

public sealed class AnsweringTests(SmtpServer smtp, SmsGateway gateway) : ReachTestBase(smtp, gateway)
{
    [Fact]
    public async Task A_link_shows_the_question_and_takes_the_answer_without_signing_in()
    {
        var kees = await ByMailAsync();
        var page = await (await OpenLinkAsync(kees)).PressAsync("Dat doe ik");

        Assert.True(page.Shows("Je antwoord is: Dat doe ik"));
        Assert.Equal([(kees, "yes")], Answers.Given);
    }

    [Fact]
    public async Task Looking_at_a_link_answers_nothing()
    {
        await OpenLinkAsync(await ByMailAsync());

        Assert.Empty(Answers.Given);
    }

    [Fact]
    public async Task A_link_that_is_used_again_shows_what_was_answered_and_counts_once()
    {
        var page = await OpenLinkAsync(await ByMailAsync());
        var (url, form) = (page.Url, page.FormOf("Dat doe ik"));
        await page.PressAsync("Dat doe ik");

        var again = await App.AsVisitor().VisitAsync(url);
        Assert.True(again.Shows("Je antwoord is: Dat doe ik"));
        Assert.False(again.Offers("Nu niet"));

        await page.PostAsync(url, new FormUrlEncodedContent(form));
        Assert.Single(Answers.Given);
    }

    [Fact]
    public async Task Who_is_just_too_late_reads_it_in_kind_words()
    {
        await (await OpenLinkAsync(await ByMailAsync())).PressAsync("Dat doe ik");
        var page = await (await OpenLinkAsync(await ByMailAsync("Piet"))).PressAsync("Dat doe ik");

        Assert.True(page.Shows("Een ander was je net voor."));
        Assert.True((await App.AsVisitor().VisitAsync(page.Url)).Shows("Een ander was je net voor."));
    }

    [Fact]
    public async Task A_link_that_is_nobodys_does_not_exist()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await App.AsVisitor().VisitAsync("antwoord/geraden")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await App.AsVisitor().VisitAsync($"antwoord/{new string('a', 5000)}")).Status);
    }

    [Fact]
    public async Task A_link_stops_working_when_the_question_is_over()
    {
        var page = await OpenLinkAsync(await ByMailAsync(), until: App.Clock.Now + Duration.FromHours(2));
        App.Clock.Advance(Duration.FromHours(3));
        await page.PressAsync("Dat doe ik");

        Assert.Empty(Answers.Given);
        Assert.True(page.Shows("Deze vraag is voorbij."));
    }

    [Fact]
    public async Task An_answer_that_was_not_offered_is_not_taken()
    {
        var page = await OpenLinkAsync(await ByMailAsync());
        var form = page.FormOf("Dat doe ik").Select(f => f.Key == "Answer" ? new("Answer", "alles") : f);
        await page.PostAsync(page.Url, new FormUrlEncodedContent(form));

        Assert.Empty(Answers.Given);
        Assert.Equal("Kies een van de antwoorden.", page.Alert);
    }

    [Theory]
    [InlineData("1", "yes")]
    [InlineData(" Ja! ", "yes")]
    [InlineData("dat doe ik.", "yes")]
    [InlineData("NEE", "no")]
    [InlineData("Stop", "stop")]
    public async Task A_text_message_back_answers_the_question(string text, string answer)
    {
        var fatima = await ByTextAsync();
        await TellAsync(fatima, Ask());
        await SendAsync();

        Assert.Equal(HttpStatusCode.NoContent, await TextBackAsync("sms-1", "0612345678", text));
        Assert.Equal([(fatima, answer)], Answers.Given);
    }

    [Fact]
    public async Task A_text_message_answers_the_newest_question_and_once_however_often_it_comes()
    {
        var fatima = await ByTextAsync();
        var older = await TellAsync(fatima, Ask("Nel"));
        await SendAfterAsync(Duration.FromMinutes(1));
        var newer = await TellAsync(fatima, Ask("Riet"));
        await SendAfterAsync(Duration.FromMinutes(1));

        await TextBackAsync("sms-1", "+31612345678", "2");
        await TextBackAsync("sms-1", "+31612345678", "2");

        Assert.Equal((null, "no"), ((await FindAsync(older)).Answer, (await FindAsync(newer)).Answer));
    }

    [Fact]
    public async Task Who_is_too_late_by_text_message_hears_so()
    {
        await (await OpenLinkAsync(await ByMailAsync())).PressAsync("Dat doe ik");
        await TellAsync(await ByTextAsync(), Ask());
        await SendAsync();
        await TextBackAsync("sms-1", "+31612345678", "ja");
        await SendAsync();

        Assert.Equal("Fijn dat je antwoord gaf. Een ander was je net voor.", Gateway.Texts[^1].Text);
    }

    [Fact]
    public async Task What_nobody_but_a_person_understands_is_read_at_the_desk()
    {
        await TellAsync(await ByTextAsync(), Ask());
        await SendAsync();
        await TextBackAsync("sms-1", "+31612345678", "ja maar pas om 4 uur");

        Assert.Empty(Answers.Given);
        var followUp = await App.InDbAsync(db => db.FollowUps.Open.SingleAsync(Ct));
        Assert.Equal("FollowUp.TextToRead", followUp.Reason);

        var anja = PersonId.New();
        await App.GiveRoleAsync(anja, Role.DistrictSupporter);
        var desk = await (await App.AsAsync(anja, "Anja")).VisitAsync(followUp.Path);
        Assert.True(desk.Shows("Fatima Kaya: ja maar pas om 4 uur"));
        await desk.PressAsync("Gelezen en geregeld");
        Assert.False(await App.InDbAsync(db => db.FollowUps.Open.AnyAsync(Ct)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("guessed")]
    public async Task Only_the_gateway_brings_text_messages(string? secret)
    {
        await TellAsync(await ByTextAsync(), Ask());
        await SendAsync();

        Assert.Equal(HttpStatusCode.NotFound, await TextBackAsync("sms-1", "+31612345678", "ja", secret));
        Assert.Empty(Answers.Given);
    }

    [Fact]
    public async Task Of_two_answers_at_the_same_moment_one_counts()
    {
        var id = await TellAsync(await ByMailAsync(), Ask());
        await SendAsync();
        var answers = await Task.WhenAll(AnswerAsync(id, "yes"), AnswerAsync(id, "no"), AnswerAsync(id, "stop"));

        Assert.Single(answers, refusal => refusal is null);
        Assert.Equal((await FindAsync(id)).Answer, Assert.Single(Answers.Given).Answer);
    }

    private Task<Refusal?> AnswerAsync(MessageId id, string answer) =>
        App.InScopeAsync(async scope =>
        {
            var message = await scope.GetRequiredService<Nabij.Kernel.Data.NabijDb>().Messages.SingleAsync(m => m.Id == id, Ct);
            return await scope.GetRequiredService<TakeAnswer>().HandleAsync(message, answer, Channel.Mail, message.Person, Ct);
        });

    private async Task<Browser> OpenLinkAsync(PersonId person, Instant? until = null)
    {
        await TellAsync(person, Ask() with { NotAfter = until });
        await SendAsync();
        return await App.AsVisitor().VisitAsync($"antwoord/{(await Smtp.MailsAsync())[^1].AnswerLink}");
    }

    private async Task<HttpStatusCode> TextBackAsync(string id, string from, string text, string? secret = GatewaySecret)
    {
        using var client = App.CreateClient();
        if (secret is not null)
            client.DefaultRequestHeaders.Add(IncomingTextEndpoint.SecretHeader, secret);
        using var body = new StringContent(JsonSerializer.Serialize(new { id, from, text }), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync($"/{App.Community.Slug}/sms-antwoord", body, Ct);
        return response.StatusCode;
    }
}
