using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabij.BrowserTests.Support;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Reach.Sending;
using NodaTime;

namespace Nabij.BrowserTests;

/// <summary>
/// Anja makes a passkey on her telephone, sets up a second step, and signs in with the key. In a real browser with script, for a key needs
/// one, and with an authenticator that Chromium plays.
/// </summary>
public sealed class StoryOfAKey(StreetSite site) : IClassFixture<StreetSite>
{
    private static readonly Texts Dutch = new TextCatalogue([typeof(Nabij.Kernel.Refusal).Assembly]).In("nl");

    private IPage page = null!;

    [Fact]
    public async Task A_key_is_made_and_signs_in_and_without_her_finger_it_does_not()
    {
        var street = await Street.SettleAsync(site, "sleutel");
        var home = $"{Site("localhost")}/sleutel/";
        await using var window = await site.Chromium.WindowAsync(390, home);
        window.SetDefaultTimeout(30_000);
        page = await window.NewPageAsync();
        var authenticator = await AuthenticatorAsync(page);
        await SignInByCodeAsync(page, Dutch, street);

        await page.GotoAsync("ik/aanmelding/sleutel");
        await page.GetByLabel(Dutch["Accounts.Passkey.Name"]).FillAsync("telefoon van Anja");
        await Pictures("sleutel-maken");
        await Press("Accounts.Passkey.Add");
        await page.WaitForURLAsync($"{home}ik/aanmelding");
        Assert.Contains("telefoon van Anja", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Pictures("aanmelding");
        await SetUpSecondStepAsync();

        await SignOutAsync(home);
        await SignInByKeyAsync(home);
        await page.GotoAsync("mensen");
        Assert.Equal($"{home}mensen", page.Url); // a key is two factors: no code is asked

        await SignOutAsync(home);
        Assert.Equal(1, await authenticator.CountAsync());
        await authenticator.BreakAsync(); // it no longer recognises her finger
        await page.GotoAsync("inloggen/sleutel");
        await Press("Accounts.Passkey.SignInPress");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(Dutch["Accounts.Passkey.Failed"]);
    }

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task Without_script_there_is_a_second_step_and_the_page_says_what_a_key_needs(int width, string language)
    {
        var street = await Street.SettleAsync(site, $"zonder-sleutel-{language}");
        await using var anja = await Window.OpenAsync(site.Chromium, site.Address, street.Community, width, language);
        await anja.VisitAsync("inloggen");
        await anja.FollowAsync(anja.T["Accounts.Passkey.Link"]);
        Assert.Contains(anja.T["Accounts.Passkey.WithoutSigningIn"], await anja.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.False(await anja.Page.GetByText(anja.T["Accounts.Passkey.SignInPress"]).IsVisibleAsync());

        await SignInByCodeAsync(anja.Page, anja.T, street);
        await SetUpSecondStepAsync(anja);
        foreach (var path in new[] { "ik/aanmelding", "ik/aanmelding/code", "mensen/rollen/tweede", $"mensen/{street.Kees.Value}/aanmelding" })
        {
            await anja.VisitAsync(path);
            await Picture(anja.Page, $"{path.Split('/')[^1]}-{width}");
        }
        await anja.VisitAsync("organisaties");
        await anja.FollowAsync("Handig");
        await anja.FollowAsync(anja.T["Directory.SignIn.Title"]);
        await Picture(anja.Page, $"organisatie-{width}");

        Assert.Equal("", string.Join("\n", anja.Wrong.Distinct(StringComparer.Ordinal)));
    }

    private async Task SetUpSecondStepAsync(Window anja)
    {
        await anja.VisitAsync("ik/aanmelding/code");
        await anja.PressAsync(anja.T["Accounts.SetUp.Begin"]);
        var key = string.Concat((await anja.Page.Locator("p.nb-codes").InnerTextAsync()).Where(char.IsAsciiLetterOrDigit));
        await anja.FillAsync(anja.T["Accounts.SetUp.Label"], TimeCode.At(TimeCode.Read(key), TimeCode.StepAt(site.Clock.Now)));
        await anja.PressAsync(anja.T["Accounts.SetUp.Press"]);
        Assert.Equal(10, await anja.Page.Locator(".nb-codes li").CountAsync());
    }

    /// <summary>A key is bound to a name, and an address in numbers is none.</summary>
    private string Site(string host) => site.Address.Replace("127.0.0.1", host, StringComparison.Ordinal);

    private async Task SignInByCodeAsync(IPage browser, Texts t, Street street)
    {
        site.Clock.MoveTo(Instant.FromUtc(2026, 6, 2, 7, 10));
        await site.Mail.StartOverAsync();
        await browser.GotoAsync("inloggen");
        await browser.GetByLabel(t["Accounts.SignIn.Contact"]).FillAsync(street.MailOfAnja);
        await Press(browser, t["Accounts.SignIn.Press"]);
        await browser.GetByLabel(t["Accounts.Code.Label"]).WaitForAsync();
        await site.RunAsync<DeliverOutboxJob>(street.Community);
        await site.RunAsync<SendDueMessagesJob>(street.Community);
        var sent = (await site.Mail.MailsAsync()).Last(m => m.To.Contains(street.MailOfAnja, StringComparer.OrdinalIgnoreCase));
        await browser.GetByLabel(t["Accounts.Code.Label"]).FillAsync(Regex.Match(sent.Text, @"\b\d{6}\b", default, TimeSpan.FromSeconds(1)).Value);
        await Press(browser, t["Accounts.Code.Press"]);
        await browser.GetByRole(AriaRole.Link, new() { Name = "Anja" }).First.WaitForAsync();
    }

    private async Task SetUpSecondStepAsync()
    {
        await page.GotoAsync("ik/aanmelding/code");
        await Pictures("tweede-stap");
        await Press("Accounts.SetUp.Begin");
        var key = string.Concat((await page.Locator("p.nb-codes").InnerTextAsync()).Where(char.IsAsciiLetterOrDigit));
        await Pictures("tweede-stap-sleutel");
        await page.GetByLabel(Dutch["Accounts.SetUp.Label"]).FillAsync(TimeCode.At(TimeCode.Read(key), TimeCode.StepAt(site.Clock.Now)));
        await Press("Accounts.SetUp.Press");
        Assert.Equal(10, await page.Locator(".nb-codes li").CountAsync());
        await Pictures("reservecodes");
    }

    private async Task SignOutAsync(string home)
    {
        await page.GotoAsync("uitloggen");
        await Press("Accounts.SignOut.Here");
        await page.WaitForURLAsync(home);
    }

    private async Task SignInByKeyAsync(string home)
    {
        await page.GotoAsync("inloggen/sleutel");
        await Pictures("sleutel-tonen");
        await Press("Accounts.Passkey.SignInPress");
        await page.WaitForURLAsync(home);
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Anja" }).First.IsVisibleAsync());
    }

    private Task Press(string text) => Press(page, Dutch[text]);

    private static Task Press(IPage browser, string button) => browser.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task<Authenticator> AuthenticatorAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        var added = await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal) { ["options"] = options });
        return new(devTools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private Task Pictures(string name) => Picture(page, $"{name}-390");

    /// <summary>Kept where <c>NABIJ_PICTURES</c> says, to look at.</summary>
    private static async Task Picture(IPage shown, string name)
    {
        if (Environment.GetEnvironmentVariable("NABIJ_PICTURES") is { Length: > 0 } folder)
            await shown.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>What Chromium plays: a key in the telephone itself, opened with a finger.</summary>
    private sealed class Authenticator(ICDPSession devTools, string id)
    {
        private Dictionary<string, object> Own => new(StringComparer.Ordinal) { ["authenticatorId"] = id };

        public async Task<int> CountAsync() => (await devTools.SendAsync("WebAuthn.getCredentials", Own))!.Value.GetProperty("credentials").GetArrayLength();

        public async Task BreakAsync() => await devTools.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object>(Own, StringComparer.Ordinal) { ["isUserVerified"] = false });
    }
}
