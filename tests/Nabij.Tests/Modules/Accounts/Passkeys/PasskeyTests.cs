using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Passkeys;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts.Passkeys;

/// <summary>Anja signs in with her telephone; nobody else does, whatever they let a key sign.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Refused = "Dat is niet gelukt.";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private TestApp app = null!;
    private Person anja = null!;
    private SoftwareKey key = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        anja = await app.AddPersonAsync("Anja", "Visser");
        key = new(anja.Id);
        await app.SaveAsync(key.Kept(app.Clock.Now));
    }

    public ValueTask DisposeAsync()
    {
        key.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Her_key_signs_her_in_and_counts_as_two_factors()
    {
        await app.GiveRoleAsync(anja.Id, Role.DistrictSupporter);
        await app.SaveAsync(new RoleNeedsSecondFactor(Role.DistrictSupporter));
        var browser = app.AsVisitor();

        await SignInAsync(browser);

        Assert.EndsWith("/mensen", (await browser.VisitAsync("mensen")).Url, StringComparison.Ordinal);
        Assert.Equal(SignInWay.Passkey, await app.InScopeAsync(s => s.GetRequiredService<SignIn>().SessionsOf(anja.Id).Select(x => x.Way!.Value).SingleAsync(Ct)));
    }

    [Fact]
    public async Task What_a_key_should_not_say_lets_nobody_in()
    {
        var letIn = new List<string>();
        foreach (var (what, saying) in Sayings())
        {
            var browser = app.AsVisitor();
            await SignInAsync(browser, saying);
            if (!IsRefused(browser))
                letIn.Add(what);
        }

        Assert.Equal([], letIn);
    }

    [Fact]
    public async Task An_answer_is_good_once_also_with_the_same_cookie()
    {
        var browser = app.AsVisitor();
        var challenge = await ChallengeAsync(browser);
        var (form, cookies) = (FormOf(browser, key.Answer(challenge)), CookiesOf(browser));

        Assert.Equal("signed in", await PostAsync(form, cookies));
        Assert.Equal("refused", await PostAsync(form, cookies));
    }

    [Fact]
    public async Task A_challenge_is_answered_within_five_minutes_and_in_the_browser_that_got_it()
    {
        var (first, second) = (app.AsVisitor(), app.AsVisitor());
        var ofFirst = await ChallengeAsync(first);
        await ChallengeAsync(second);

        Assert.Equal("refused", await PostAsync(FormOf(second, key.Answer(ofFirst)), CookiesOf(second)));
        app.Clock.Advance(Duration.FromMinutes(5));
        Assert.Equal("refused", await PostAsync(FormOf(first, key.Answer(ofFirst)), CookiesOf(first)));
    }

    [Fact]
    public async Task A_key_that_counted_further_before_is_a_copy_and_refused()
    {
        await SignInAsync(app.AsVisitor(), new() { Count = 7 });
        var copy = app.AsVisitor();
        await SignInAsync(copy, new() { Count = 5 });

        Assert.True(IsRefused(copy), copy.Text);
    }

    [Fact]
    public async Task A_key_of_here_is_none_in_the_community_next_door()
    {
        var next = new Community($"{app.Community.Slug}-verder", "Deventer", "Deventer") { PhoneNumber = "0570 12 34 56" };
        await app.AddCommunityAsync(next);
        var browser = app.AsVisitor();
        await browser.VisitAsync($"/{next.Slug}/inloggen/sleutel");
        var form = FormOf(browser, key.Answer(ChallengeOn(browser)));
        using var content = new FormUrlEncodedContent(form);

        await browser.PostAsync($"/{next.Slug}/inloggen/sleutel", content);

        Assert.True(IsRefused(browser), browser.Text);
    }

    [Fact]
    public async Task A_key_that_was_removed_lets_nobody_in()
    {
        var id = await app.InDbAsync(db => db.Passkeys.Select(p => p.Id).SingleAsync(Ct));
        await app.InScopeAsync(
            async s =>
            {
                await s.GetRequiredService<RegisterPasskey>().RemoveAsync(id, Ct);
                return true;
            },
            anja.Id
        );
        var browser = app.AsVisitor();

        await SignInAsync(browser);

        Assert.True(IsRefused(browser), browser.Text);
    }

    [Fact]
    public async Task Nobody_removes_the_key_of_another()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker");
        var id = await app.InDbAsync(db => db.Passkeys.Select(p => p.Id).SingleAsync(Ct));
        await app.InScopeAsync(
            async s =>
            {
                await s.GetRequiredService<RegisterPasskey>().RemoveAsync(id, Ct);
                return true;
            },
            riet.Id
        );

        Assert.Equal(1, await app.InDbAsync(db => db.Passkeys.CountAsync(Ct)));
    }

    [Fact]
    public async Task Refusing_takes_the_same_questions_to_the_database_for_a_known_key_a_known_person_and_nobody()
    {
        using var strange = new SoftwareKey(anja.Id);
        using var nobodys = new SoftwareKey(PersonId.New());
        var questions = new List<string>();
        foreach (var (one, saying) in new[] { (key, new Saying { Origin = "https://elders.example" }), (strange, new Saying()), (nobodys, new Saying()) })
        {
            var counted = await app.InScopeAsync(async s =>
            {
                s.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = null;
                var tally = QueryCounter.Start();
                var holders = new PasskeyHolders(s.GetRequiredService<NabijDb>());
                var owner = await holders.FindByIdAsync(saying.Owner?.Value.ToString("N") ?? anja.Id.Value.ToString("N"), Ct);
                await holders.FindPasskeyAsync(owner!, System.Buffers.Text.Base64Url.DecodeFromChars(one.Id), Ct);
                return string.Join('\n', tally.Commands);
            });
            questions.Add(counted);
        }

        Assert.Single(questions.Distinct(StringComparer.Ordinal));
        Assert.NotEqual("", questions[0]);
    }

    /// <summary>What a key or a browser says that is not as it should be.</summary>
    private static IEnumerable<(string What, Saying Saying)> Sayings()
    {
        yield return ("on a page of somebody else", new() { Origin = "https://kwaad.example" });
        yield return ("on a page whose name begins alike", new() { Origin = "http://localhost.kwaad.example" });
        yield return ("at another port", new() { Origin = "http://localhost:8080" });
        yield return ("on no page", new() { Origin = "null" });
        yield return ("within a page of somebody else", new() { IsWithinAnother = true });
        yield return ("for another place", new() { Place = "kwaad.example" });
        yield return ("without a finger, a face or a number", new() { IsVerified = false });
        yield return ("while making a key", new() { Type = "webauthn.create" });
        yield return ("as somebody else", new() { Owner = PersonId.New() });
    }

    private async Task SignInAsync(Browser browser, Saying? saying = null)
    {
        var form = FormOf(browser, key.Answer(await ChallengeAsync(browser), saying));
        using var content = new FormUrlEncodedContent(form);
        await browser.PostAsync("inloggen/sleutel", content);
    }

    private static async Task<string> ChallengeAsync(Browser browser) => ChallengeOn(await browser.VisitAsync("inloggen/sleutel"));

    private static string ChallengeOn(Browser browser) =>
        JsonDocument.Parse(browser.Page.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!).RootElement.GetProperty("challenge").GetString()!;

    private static List<KeyValuePair<string, string>> FormOf(Browser browser, string credential) =>
        [.. browser.FormOf("Log in met mijn sleutel").Where(f => f.Key != "Input.Credential"), new("Input.Credential", credential)];

    private static string CookiesOf(Browser browser) => string.Join("; ", browser.Response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    private static bool IsRefused(Browser browser) => browser.Alert?.Contains(Refused, StringComparison.Ordinal) == true;

    private async Task<string> PostAsync(List<KeyValuePair<string, string>> form, string cookies)
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{app.Community.Slug}/inloggen/sleutel") { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var response = await client.SendAsync(request, Ct);
        return (int)response.StatusCode is >= 300 and < 400 ? "signed in"
            : (await response.Content.ReadAsStringAsync(Ct)).Contains(Refused, StringComparison.Ordinal) ? "refused"
            : $"{response.StatusCode}";
    }
}
