using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outgoing;
using Nabij.Modules.Accounts.Contracts;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.Accounts.Organisations;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.Calendar;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts.Organisations;

/// <summary>Anja works for Welzijn, which has a provider of OpenID Connect; here it is a real one.</summary>
public sealed class SigningInByOrganisationTests(RealProvider provider) : IClassFixture<RealProvider>, IAsyncLifetime
{
    private const string Mail = "anja@welzijn.example";
    private const string NotConfirmed = "Je organisatie zei niet wie je bent.";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly OrganisationSignInDetails details = new("Welzijn", "", "nabij", "geheim van nabij", "welzijn.example", "email");

    private readonly OrganisationId welzijn = OrganisationId.New();
    private TestApp app = null!;
    private Person anja = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(a => a.Settings["Accounts:Providers:AlsoFrom:0"] = provider.Endpoint);
        app.Clock.MoveTo(SystemClock.Instance.GetCurrentInstant()); // the provider has a clock of its own
        anja = await app.AddPersonAsync("Anja", "Visser", new(Channel.Mail, Mail));
        Assert.Null(await KeepAsync(details with { Issuer = provider.Issuer }));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_signs_in_at_her_organisation_is_signed_in_here_where_she_wanted_to_go()
    {
        var browser = await new Traveller(app, welzijn).GoAsync($"?terug=/{app.Community.Slug}/ik");
        Assert.Equal(("S256", "code"), (browser.Sent("code_challenge_method"), browser.Sent("response_type")));

        await browser.VisitAsync(await provider.SignInAsync(browser.Address, Mail));
        Assert.True(browser.IsSignedIn, browser.Text);
        Assert.Equal($"/{app.Community.Slug}/ik", new Uri(new Uri("http://localhost"), browser.SentTo!).AbsolutePath);

        await browser.VisitAsync(browser.SentTo!);
        Assert.Contains("Anja Visser", browser.Text, StringComparison.Ordinal);
        Assert.True(await app.InScopeAsync(s => s.GetRequiredService<SignIn>().SessionsOf(anja.Id).AllAsync(x => x.Way == SignInWay.Organisation, Ct)));
    }

    [Fact]
    public async Task The_page_to_sign_in_offers_her_organisation()
    {
        var page = await app.AsVisitor().VisitAsync("inloggen");

        Assert.True(page.Offers("Via Welzijn"), page.Text);
    }

    [Fact]
    public async Task Who_comes_back_twice_is_refused_the_second_time()
    {
        var browser = await new Traveller(app, welzijn).GoAsync();
        var kept = browser.Cookies();
        var back = await provider.SignInAsync(browser.Address, Mail);
        await browser.VisitAsync(back);
        Assert.True(browser.IsSignedIn);

        browser.TakeBack(kept);
        await browser.VisitAsync(back);

        AssertRefused(browser, NotConfirmed);
    }

    [Fact]
    public async Task A_code_that_somebody_else_got_is_of_no_use_in_another_browser()
    {
        var thief = await new Traveller(app, welzijn).GoAsync();
        var stolen = await new Traveller(app, welzijn).GoAsync();
        var back = new Uri(new Uri("http://localhost"), await provider.SignInAsync(stolen.Address, Mail));
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back.Query)["code"].ToString();

        await thief.ComeBackAsync(code, thief.Sent("state"), provider.Issuer);

        AssertRefused(thief, NotConfirmed);
    }

    [Fact]
    public async Task A_question_from_which_the_proof_was_taken_away_gets_no_code()
    {
        var browser = await new Traveller(app, welzijn).GoAsync();
        var weakened = browser.Address.Replace("code_challenge=", "x=", StringComparison.Ordinal).Replace("code_challenge_method=", "y=", StringComparison.Ordinal);

        var back = await provider.SignInAsync(weakened, Mail);
        await browser.VisitAsync(back);

        Assert.DoesNotContain("code=", back, StringComparison.Ordinal);
        AssertRefused(browser, NotConfirmed);
    }

    [Theory]
    [InlineData("joke@welzijn.example", "We kennen je hier nog niet")]
    [InlineData("anja@elders.example", NotConfirmed)]
    [InlineData("anja@evil.welzijn.example", NotConfirmed)]
    public async Task Who_is_not_known_here_or_has_another_domain_is_refused(string mail, string because)
    {
        var browser = await new Traveller(app, welzijn).GoAsync();

        await browser.VisitAsync(await provider.SignInAsync(browser.Address, mail));

        AssertRefused(browser, because);
    }

    [Fact]
    public async Task An_organisation_that_left_lets_nobody_in()
    {
        var browser = await new Traveller(app, welzijn).GoAsync();
        var back = await provider.SignInAsync(browser.Address, Mail);
        await app.InScopeAsync(async s =>
        {
            await s.GetRequiredService<IOrganisationSignIns>().RemoveAsync(welzijn, Ct);
            return true;
        });

        await browser.VisitAsync(back);

        Assert.Equal((System.Net.HttpStatusCode.NotFound, false), (browser.Status, browser.IsSignedIn));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await new Traveller(app, welzijn).GoAsync()).Status);
    }

    [Fact]
    public async Task The_desk_sets_it_up_on_a_page_and_the_secret_is_never_shown_again()
    {
        var joke = await app.AddPersonAsync("Joke", "Prins");
        await app.GiveRoleAsync(joke.Id, Role.DistrictSupporter);
        var organisation = await app.OrganisationAsync("De Kade");
        var desk = await app.AsAsync(joke.Id, "Joke");
        await desk.VisitAsync($"organisaties/{organisation.Value}");
        await desk.FollowAsync("Hoe medewerkers inloggen");
        Assert.Contains($"/inloggen/organisatie/{organisation.Value}/terug", desk.Text, StringComparison.Ordinal);
        await desk.Fill("Adres waar medewerkers", provider.Issuer).Fill("Nummer of naam", "nabij").Fill("Geheim dat", "heel geheim")
            .Fill("Wat staat achter", "@gmail.com").PressAsync("Bewaar");
        Assert.Contains("Zo'n adres kan iedereen krijgen.", desk.Alert, StringComparison.Ordinal);

        await desk.Fill("Geheim dat", "heel geheim").Fill("Wat staat achter", "@Welzijn.example").PressAsync("Bewaar");
        Assert.Contains("al van een andere organisatie", desk.Alert, StringComparison.Ordinal);
        await desk.Fill("Geheim dat", "heel geheim").Fill("Wat staat achter", "dekade.example").PressAsync("Bewaar");
        Assert.Null(desk.Alert);

        await desk.VisitAsync($"organisaties/{organisation.Value}/inloggen");
        Assert.DoesNotContain("heel geheim", desk.Html, StringComparison.Ordinal);
        Assert.Equal("dekade.example", (await app.InScopeAsync(s => s.GetRequiredService<IOrganisationSignIns>().FindAsync(organisation, Ct)))!.MailDomain);
        Assert.DoesNotContain("geheim", await app.InDbAsync(db => db.Database.SqlQuery<string>($"SELECT \"ClientSecret\" AS \"Value\" FROM organisation_sign_ins WHERE \"Organisation\" = {organisation.Value}").SingleAsync(Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://welzijn.example")]
    [InlineData("https://welzijn.example:8443")]
    [InlineData("https://naam:woord@welzijn.example")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://[::1]")]
    [InlineData("https://10.0.0.5/realm")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://intern.welzijn.example")]
    public async Task A_provider_that_is_not_on_the_public_internet_or_not_safe_is_not_asked(string issuer)
    {
        using var http = new HttpClient(new PublicConnections(new AlwaysInside(), new ProviderSettings().Trusts).NewHandler()) { Timeout = TimeSpan.FromSeconds(10) };

        Assert.Null(await new AskProvider(http, new()).DiscoverAsync(issuer, Ct));
    }

    private Task<Refusal?> KeepAsync(OrganisationSignInDetails kept) =>
        app.InScopeAsync(s => s.GetRequiredService<IOrganisationSignIns>().KeepAsync(welzijn, kept, Ct));

    private static void AssertRefused(Traveller browser, string because)
    {
        Assert.False(browser.IsSignedIn);
        Assert.Contains(because, browser.Text, StringComparison.Ordinal);
    }

    /// <summary>Every name is one of this very machine or the network beside it.</summary>
    private sealed class AlwaysInside : IResolveNames
    {
        public Task<IReadOnlyList<System.Net.IPAddress>> ResolveAsync(string host, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<System.Net.IPAddress>>([System.Net.IPAddress.TryParse(host, out var literal) ? literal : System.Net.IPAddress.Parse("10.1.2.3")]);
    }
}
