using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.People.Forgetting;
using Nabij.Modules.Accounts.SigningIn;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts;

/// <summary>Riet of the Lindelaan signs in with a code; nobody else does so in her place.</summary>
public sealed class SigningInTests : IAsyncLifetime
{
    private const string Mail = "riet@lindelaan.example";
    private const string Ask = "Stuur mij een code";
    private const string Enter = "Log in";
    private const string Wrong = "Deze code klopt niet, of is te oud. Vraag een nieuwe code.";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private TestApp app = null!;
    private Person riet = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.Call, Mail, "+31612345678", "+31228510123"));
        browser = app.AsVisitor();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("Riet@Lindelaan.example", Channel.Mail)]
    [InlineData("06-12 34 56 78", Channel.TextMessage)]
    public async Task Whoever_was_stopped_at_a_page_is_there_after_signing_in(string contact, Channel by)
    {
        await browser.VisitAsync("ik");
        Assert.True(browser.Shows("Je krijgt een code van ons."), browser.Text);
        await browser.Fill("Je e-mailadres of mobiele nummer", contact).PressAsync(Ask);

        var message = Assert.Single(await MessagesAsync());
        Assert.Equal((riet.Id, by, true), (message.Person, message.OnlyBy, message.EvenAtNight));
        await EnterAsync(CodeIn(message));

        Assert.EndsWith("/ik", browser.Url, StringComparison.Ordinal);
        Assert.True(browser.Shows("Riet Bakker"), browser.Text);
    }

    [Fact]
    public async Task The_page_is_the_same_for_who_is_here_and_who_is_not()
    {
        var here = (await AskAsync(Mail)).Page.QuerySelector("main")!.TextContent;
        var nowhere = (await AskAsync("wie@nergens.example")).Page.QuerySelector("main")!.TextContent;

        Assert.Equal(here, nowhere);
        Assert.Single(await MessagesAsync());
    }

    [Fact]
    public async Task Asking_takes_the_same_questions_to_the_database_whether_or_not_somebody_is_here()
    {
        async Task<IReadOnlyList<string>> QueriesAsync(string contact) =>
            await app.InScopeAsync(async scope =>
            {
                var counted = QueryCounter.Start();
                await scope.GetRequiredService<Nabij.Modules.Accounts.Asking.AskForCode>().HandleAsync(contact, "192.0.2.7", Ct);
                return counted.Commands;
            });
        await QueriesAsync("eerste@keer.example");

        Assert.Equal(await QueriesAsync("wie@nergens.example"), await QueriesAsync(Mail));
    }

    [Fact]
    public async Task A_landline_gets_no_code_and_is_told_to_call()
    {
        await AskAsync("0228 510123");

        Assert.Contains("Op een vast nummer kunnen we geen code sturen.", browser.Alert, StringComparison.Ordinal);
        Assert.True(browser.Shows("0228 51 00 00"), browser.Text);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_comes_too_late()
    {
        await AskAsync(Mail);
        var code = CodeIn(Assert.Single(await MessagesAsync()));
        for (var n = 0; n < 5; n++)
        {
            await EnterAsync(Other(code));
            Assert.Contains(Wrong, browser.Alert, StringComparison.Ordinal);
        }

        await EnterAsync(code);

        Assert.Contains(Wrong, browser.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_eleven_minutes_old_is_too_old()
    {
        await AskAsync(Mail);
        var code = CodeIn(Assert.Single(await MessagesAsync()));
        app.Clock.Advance(Duration.FromMinutes(11));

        await EnterAsync(code);

        Assert.Contains(Wrong, browser.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_was_used_is_used_up()
    {
        await AskAsync(Mail);
        var page = browser.Url;
        var code = CodeIn(Assert.Single(await MessagesAsync()));
        await EnterAsync(code);

        browser = app.AsVisitor();
        await browser.VisitAsync(page);
        await EnterAsync(code);

        Assert.Contains(Wrong, browser.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_code_makes_the_older_void()
    {
        await AskAsync(Mail);
        var first = CodeIn(Assert.Single(await MessagesAsync()));
        var firstPage = browser.Url;
        app.Clock.Advance(Duration.FromMinutes(1));
        await AskAsync(Mail);
        Assert.Equal(2, (await MessagesAsync()).Count);

        await browser.VisitAsync(firstPage);
        await EnterAsync(first);

        Assert.Contains(Wrong, browser.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_another_is_of_no_use()
    {
        await app.AddPersonAsync("Omar", "el Idrissi", new(Channel.Mail, "omar@lindelaan.example"));
        await AskAsync("omar@lindelaan.example");
        var omars = CodeIn(Assert.Single(await MessagesAsync()));
        await AskAsync(Mail);
        await MessagesAsync();

        await EnterAsync(omars);

        Assert.Contains(Wrong, browser.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Mail)]
    [InlineData("wie@nergens.example")]
    public async Task The_sixth_code_in_an_hour_is_refused_whether_or_not_somebody_is_here(string contact)
    {
        for (var n = 0; n < SignInCode.MostForOneContact; n++)
            await AskAsync(contact);
        await AskAsync(contact);
        Assert.Contains("Wacht een uur, of bel ons.", browser.Alert, StringComparison.Ordinal);

        app.Clock.Advance(Duration.FromMinutes(61));
        await AskAsync(contact);
        Assert.Null(browser.Alert);
    }

    [Fact]
    public async Task Codes_for_many_addresses_from_one_place_are_refused()
    {
        for (var n = 0; n < SignInCode.MostFromOnePlace; n++)
            await AskAsync($"buur{n}@lindelaan.example");
        await AskAsync(Mail);

        Assert.Contains("Wacht een uur, of bel ons.", browser.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_couple_with_one_address_each_says_who_they_are_and_stays_so()
    {
        await app.AddPersonAsync("Jan", "Bakker", new(Channel.Mail, Mail));
        var hers = await SignInAsAsync("Riet");
        var his = await SignInAsAsync("Jan");

        Assert.True((await hers.VisitAsync("ik")).Shows("Riet Bakker"), hers.Text);
        Assert.True((await his.VisitAsync("ik")).Shows("Jan Bakker"), his.Text);
    }

    [Fact]
    public async Task Nobody_chooses_to_be_somebody_who_has_another_address()
    {
        var sanne = await app.AddPersonAsync("Sanne", "Visser", new(Channel.Mail, "sanne@wijk.example"));
        await AskAsync(Mail);
        var code = CodeIn(Assert.Single(await MessagesAsync()));
        var poging = Guid.Parse(browser.Url.Split("poging=")[1][..36]);

        var outcome = await app.InScopeAsync(scope =>
            scope.GetRequiredService<SignInWithCode>().HandleAsync(new(poging), code, sanne.Id, Ct)
        );

        Assert.IsType<CodeOutcome.In>(outcome);
        Assert.Equal(riet.Id, await app.InDbAsync(db => db.AccountPersons.Select(p => p.Person).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Of_two_who_type_the_code_at_the_same_moment_the_slower_is_refused()
    {
        await AskAsync(Mail);
        var code = CodeIn(Assert.Single(await MessagesAsync()));
        var poging = Guid.Parse(browser.Url.Split("poging=")[1][..36]);

        var slow = await app.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<NabijDb>().SignInCodes.SingleAsync(c => c.Id == new SignInCodeId(poging), Ct);
            var fast = await app.InScopeAsync(other => SignInAsync(other, poging, code));
            Assert.IsType<CodeOutcome.In>(fast);
            return await SignInAsync(scope, poging, code);
        });

        Assert.IsType<CodeOutcome.Refused>(slow);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_session_on_every_device()
    {
        var phone = await app.AsAsync(riet.Id);
        var tablet = await app.AsAsync(riet.Id);
        await phone.VisitAsync("uitloggen");
        await phone.PressAsync("Log overal uit");

        await tablet.VisitAsync("ik");
        Assert.Contains("/inloggen", tablet.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_here_leaves_the_other_device_signed_in()
    {
        var phone = await app.AsAsync(riet.Id);
        var tablet = await app.AsAsync(riet.Id);
        await phone.VisitAsync("uitloggen");
        await phone.PressAsync("Log hier uit");

        await phone.VisitAsync("ik");
        Assert.Contains("/inloggen", phone.Url, StringComparison.Ordinal);
        await tablet.VisitAsync("ik");
        Assert.Equal(HttpStatusCode.OK, tablet.Status);
        Assert.True(tablet.Shows("Riet Bakker"), tablet.Text);
    }

    [Fact]
    public async Task Neither_code_nor_address_is_readable_in_the_database_and_after_a_day_they_are_forgotten()
    {
        await AskAsync(Mail);
        var code = CodeIn(Assert.Single(await MessagesAsync()));
        var kept = await app.InDbAsync(db =>
            db.Database.SqlQuery<string>($"SELECT \"Contact\" || ' ' || \"Hash\" AS \"Value\" FROM sign_in_codes WHERE \"Hash\" IS NOT NULL").ToListAsync(Ct)
        );
        Assert.NotEmpty(kept);
        Assert.All(kept, row => Assert.DoesNotMatch($"{code}|riet", row));

        app.Clock.Advance(Duration.FromHours(25));
        await app.RunAsync<ForgetOnTimeJob>();
        Assert.Empty(await app.InDbAsync(db => db.SignInCodes.ToListAsync(Ct)));
    }

    private static Task<CodeOutcome> SignInAsync(IServiceProvider scope, Guid poging, string code) =>
        scope.GetRequiredService<SignInWithCode>().HandleAsync(new(poging), code, null, Ct);

    private async Task<Browser> SignInAsAsync(string name)
    {
        app.Clock.Advance(Duration.FromMinutes(1));
        browser = app.AsVisitor();
        await AskAsync(Mail);
        await EnterAsync(CodeIn((await MessagesAsync())[^1]));
        Assert.True(browser.Shows("Wie ben je?"), browser.Text);
        return await browser.Choose(name).PressAsync(Enter);
    }

    private async Task<Browser> AskAsync(string contact)
    {
        await browser.VisitAsync("inloggen");
        return await browser.Fill("Je e-mailadres of mobiele nummer", contact).PressAsync(Ask);
    }

    private Task<Browser> EnterAsync(string code) => browser.Fill("De code van 6 cijfers", code).PressAsync(Enter);

    /// <summary>What was sent, after what was asked has been delivered, oldest first.</summary>
    private async Task<IReadOnlyList<PersonalMessage>> MessagesAsync()
    {
        await app.RunAsync<DeliverOutboxJob>();
        return await app.InDbAsync(db => db.Set<PersonalMessage>().Where(m => m.Reason == "Accounts.Code").OrderBy(m => m.Id).ToListAsync(Ct));
    }

    private static string CodeIn(PersonalMessage message) => message.Filling()["code"];

    private static string Other(string code) => code[0] == '1' ? $"2{code[1..]}" : $"1{code[1..]}";
}
