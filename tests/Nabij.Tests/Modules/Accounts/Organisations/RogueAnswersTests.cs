using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Accounts.Contracts;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts.Organisations;

/// <summary>
/// An answer that is not wholly right lets nobody in: RFC 9700 (security of OAuth 2.0), RFC 9207 (who answers) and OpenID Connect Core
/// 3.1.3.7 (the token). First the right answer, or none of this would tell anything.
/// </summary>
public sealed class RogueAnswersTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly OrganisationId welzijn = OrganisationId.New();
    private TestApp app = null!;
    private RogueProvider rogue = null!;

    public async ValueTask InitializeAsync()
    {
        rogue = await RogueProvider.StartAsync();
        app = await TestApp.StartAsync(a => a.Settings["Accounts:Providers:AlsoFrom:0"] = rogue.Endpoint);
        await app.AddPersonAsync("Anja", "Visser", new(Channel.Mail, "anja@welzijn.example"));
        var details = new OrganisationSignInDetails("Welzijn", rogue.Issuer, RogueProvider.ClientId, RogueProvider.Secret, "welzijn.example", "email");
        Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<IOrganisationSignIns>().KeepAsync(welzijn, details, Ct)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await rogue.DisposeAsync();
    }

    [Fact]
    public async Task The_right_answer_lets_her_in_and_every_other_does_not()
    {
        Assert.True(await IsLetInAsync((r, nonce, now) => r.TokenFor(nonce, now)));

        var letIn = new List<string>();
        foreach (var (what, token) in Forgeries())
        {
            if (await IsLetInAsync(token))
                letIn.Add(what);
        }

        Assert.Equal([], letIn);
    }

    [Fact]
    public async Task An_answer_to_another_browser_or_another_question_is_not_even_brought_to_the_provider()
    {
        var asked = rogue.TimesAsked;
        var browser = await GoAsync();
        var state = browser.Sent("state");

        Assert.False((await browser.ComeBackAsync("code", $"{state}x", rogue.Issuer)).IsSignedIn);
        Assert.False((await (await GoAsync()).ComeBackAsync("code", state, rogue.Issuer)).IsSignedIn);
        Assert.False((await new Traveller(app, welzijn).ComeBackAsync("code", state, rogue.Issuer)).IsSignedIn);
        Assert.False((await (await GoAsync()).ComeBackAsync("code", null, rogue.Issuer)).IsSignedIn);
        var late = await GoAsync();
        app.Clock.Advance(Duration.FromMinutes(6));
        Assert.False((await late.ComeBackAsync("code", late.Sent("state"), rogue.Issuer)).IsSignedIn);

        Assert.Equal(asked, rogue.TimesAsked);
    }

    [Theory]
    [InlineData("https://een-ander.example")]
    [InlineData(null)]
    public async Task An_answer_that_names_another_provider_or_none_is_refused_before_its_code_is_given_away(string? issuer)
    {
        var browser = await GoAsync();
        rogue.Token = rogue.TokenFor(browser.Sent("nonce"), app.Clock.Now);
        var asked = rogue.TimesAsked;

        await browser.ComeBackAsync("code", browser.Sent("state"), issuer);

        Assert.False(browser.IsSignedIn);
        Assert.Equal(asked, rogue.TimesAsked);
    }

    [Fact]
    public async Task An_answer_for_one_organisation_is_not_taken_for_another()
    {
        var other = OrganisationId.New();
        var details = new OrganisationSignInDetails("De Kade", rogue.Issuer, RogueProvider.ClientId, RogueProvider.Secret, "kade.example", "email");
        Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<IOrganisationSignIns>().KeepAsync(other, details, Ct)));
        var browser = await GoAsync();
        rogue.Token = rogue.TokenFor(browser.Sent("nonce"), app.Clock.Now);

        await browser.ComeBackAsync("code", browser.Sent("state"), rogue.Issuer, at: other);

        Assert.False(browser.IsSignedIn);
    }

    [Fact]
    public async Task A_provider_that_calls_itself_something_else_is_none()
    {
        rogue.CallsItself = "https://een-ander.example";

        Assert.Contains("antwoordt nu niet", (await GoAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mfa", true)]
    [InlineData("pwd", false)]
    public async Task Who_gave_two_factors_there_is_not_asked_for_a_second_here(string how, bool isVerified)
    {
        var browser = await GoAsync();
        rogue.Token = rogue.TokenFor(browser.Sent("nonce"), app.Clock.Now, c => c["amr"] = new[] { how });
        await browser.ComeBackAsync("code", browser.Sent("state"), rogue.Issuer);
        Assert.True(browser.IsSignedIn, browser.Text);

        var verified = await app.InDbAsync(db => db.Sessions.Where(s => s.Way == SignInWay.Organisation && db.Set<AccountPerson>().Any(p => p.Account == s.Account)).Select(s => s.VerifiedIn).SingleAsync(Ct));
        Assert.Equal(isVerified, verified == app.Community.Id);
    }

    private static IEnumerable<(string What, Func<RogueProvider, string, Instant, string> Token)> Forgeries()
    {
        yield return ("no token", (_, _, _) => "");
        yield return ("no token at all", (_, _, _) => "onzin");
        yield return ("another nonce", (r, _, now) => r.TokenFor("van een ander", now));
        yield return ("no nonce", (r, nonce, now) => r.TokenFor(nonce, now, c => c.Remove("nonce")));
        yield return ("another issuer", (r, nonce, now) => r.TokenFor(nonce, now, issuer: "https://een-ander.example"));
        yield return ("an issuer with a slash more", (r, nonce, now) => r.TokenFor(nonce, now, issuer: $"{r.Issuer}/"));
        yield return ("for somebody else", (r, nonce, now) => r.TokenFor(nonce, now, audience: "een-ander"));
        yield return ("for somebody else too", (r, nonce, now) => r.TokenFor(nonce, now, audience: new[] { RogueProvider.ClientId, "een-ander" }));
        yield return ("asked for by somebody else", (r, nonce, now) => r.TokenFor(nonce, now, c => c["azp"] = "een-ander"));
        yield return ("expired", (r, nonce, now) => r.TokenFor(nonce, now, c => c["exp"] = (now - Duration.FromMinutes(3)).ToUnixTimeSeconds()));
        yield return ("without an end", (r, nonce, now) => r.TokenFor(nonce, now, c => c.Remove("exp")));
        yield return ("not valid yet", (r, nonce, now) => r.TokenFor(nonce, now, c => c["nbf"] = (now + Duration.FromMinutes(4)).ToUnixTimeSeconds()));
        yield return ("without a signature", (r, nonce, now) => RogueProvider.Unsigned(r.TokenFor(nonce, now)));
        yield return ("signed with our secret", (r, nonce, now) => RogueProvider.SignedWithSecret(r.TokenFor(nonce, now), RogueProvider.Secret));
        yield return ("signed with the public key", (r, nonce, now) => RogueProvider.SignedWithSecret(r.TokenFor(nonce, now), r.PublicKey));
        yield return ("signed with another key", (r, nonce, now) => r.TokenFor(nonce, now, key: RogueProvider.NewKey("vreemd")));
        yield return ("signed with another key of the same name", (r, nonce, now) => r.TokenFor(nonce, now, key: RogueProvider.NewKey("eigen")));
        yield return ("changed after it was signed", (r, nonce, now) => string.Join('.', r.TokenFor(nonce, now, c => c["sub"] = "een-ander").Split('.')[..2].Append(r.TokenFor(nonce, now).Split('.')[2])));
        yield return ("of nobody", (r, nonce, now) => r.TokenFor(nonce, now, c => c.Remove("sub")));
        yield return ("without an address", (r, nonce, now) => r.TokenFor(nonce, now, c => c.Remove("email")));
        yield return ("with an address that nobody vouches for", (r, nonce, now) => r.TokenFor(nonce, now, c => c["email_verified"] = false));
        yield return ("with an address of another domain", (r, nonce, now) => r.TokenFor(nonce, now, c => c["email"] = "anja@elders.example"));
        yield return ("with an address that ends alike", (r, nonce, now) => r.TokenFor(nonce, now, c => c["email"] = "anja@nietwelzijn.example"));
        yield return ("with two addresses in one", (r, nonce, now) => r.TokenFor(nonce, now, c => c["email"] = "anja@welzijn.example@elders.example"));
    }

    private async Task<bool> IsLetInAsync(Func<RogueProvider, string, Instant, string> token)
    {
        var browser = await GoAsync();
        rogue.Token = token(rogue, browser.Sent("nonce"), app.Clock.Now);
        return (await browser.ComeBackAsync("code", browser.Sent("state"), rogue.Issuer)).IsSignedIn;
    }

    private Task<Traveller> GoAsync() => new Traveller(app, welzijn).GoAsync();
}
