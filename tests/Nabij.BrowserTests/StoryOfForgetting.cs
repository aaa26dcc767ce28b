using Nabij.BrowserTests.Support;

namespace Nabij.BrowserTests;

/// <summary>Kees wants to know what is known about him, reads it, and has it erased. In a real browser without script.</summary>
public sealed class StoryOfForgetting(StreetSite site) : IClassFixture<StreetSite>
{
    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task Somebody_asks_what_is_known_and_has_it_erased(int width, string language)
    {
        var street = await Street.SettleAsync(site, $"wissen-{width}-{language}");
        await using var anja = await site.SignInAsync(street.Community, street.MailOfAnja, width, language);
        await PrintForRietAsync(anja, street);

        await using var kees = await site.SignInAsync(street.Community, street.MailOfKees, width, language);
        await kees.VisitAsync("ik");
        await kees.FollowAsync(kees.T["People.Known.Title"]);
        Assert.Contains(kees.T["Kept.HelpOffer"], await kees.TextAsync(), StringComparison.Ordinal);
        await Pictures(kees, $"bekend-{width}-{language}");
        await kees.VisitAsync("ik/bekend/alles");
        Assert.Contains("Kees Jansen", await kees.TextAsync(), StringComparison.Ordinal);
        await Pictures(kees, $"alles-{width}-{language}");
        await kees.VisitAsync("bewaartermijnen");
        await Pictures(kees, $"termijnen-{width}-{language}");

        await kees.VisitAsync("ik/bekend");
        await kees.FollowAsync(kees.T["People.Known.ForgetLink"]);
        await Pictures(kees, $"wissen-{width}-{language}");
        await kees.ChooseAsync(kees.T["People.Forget.Sure"]);
        await kees.PressAsync(kees.T["People.Forget.Press"]);
        Assert.Contains(kees.T["People.Forgotten.Lead"], await kees.TextAsync(), StringComparison.Ordinal);

        await anja.VisitAsync("mensen?zoek=Kees");
        Assert.DoesNotContain("Kees Jansen", await anja.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("", string.Join("\n", anja.Wrong.Concat(kees.Wrong).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>For who has no account, the desk prints it; and it sees Riet beside Fatima, to tell two records apart.</summary>
    private static async Task PrintForRietAsync(Window anja, Street street)
    {
        await anja.VisitAsync($"mensen/{street.Riet.Value}/bekend");
        await anja.VisitAsync($"mensen/{street.Riet.Value}/bekend/papier");
        Assert.Contains("Riet Bakker", await anja.TextAsync(), StringComparison.Ordinal);
        await anja.VisitAsync($"mensen/{street.Riet.Value}/samenvoegen");
        await anja.VisitAsync($"mensen/{street.Riet.Value}/samenvoegen/{street.Fatima.Value}");
        await Pictures(anja, $"samenvoegen-{street.Community.Slug}");
        await anja.VisitAsync($"mensen/{street.Riet.Value}/wissen");
    }

    /// <summary>Kept where <c>NABIJ_PICTURES</c> says, to look at.</summary>
    private static async Task Pictures(Window window, string name)
    {
        if (Environment.GetEnvironmentVariable("NABIJ_PICTURES") is { Length: > 0 } folder)
            await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
