using Nabij.BrowserTests.Support;
using Nabij.Modules.HelpRequests.Afterwards;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.HelpRequests.Widening;
using NodaTime;

namespace Nabij.BrowserTests;

/// <summary>
/// Riet phones: her lamp is out. The desk takes it down; the street is asked; somebody comes; it is asked whether it worked. In a
/// real browser without script, on a phone and on a desk, in both languages.
/// </summary>
public sealed class StoryOfALamp(StreetSite site) : IClassFixture<StreetSite>
{
    /// <summary>Somebody who types with two fingers makes this many keystrokes in a minute.</summary>
    private const int KeysInAMinute = 150;

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "nl")]
    [InlineData(390, "en")]
    [InlineData(1280, "en")]
    public async Task A_lamp_is_asked_for_by_phone_screwed_in_by_a_neighbour_and_both_are_asked_afterwards(int width, string language)
    {
        var street = await Street.SettleAsync(site, $"lamp-{width}-{language}");
        await using var anja = await site.SignInAsync(street.Community, street.MailOfAnja, width, language);
        var keys = anja.KeysTyped;
        var request = await TakeDownAsync(anja, "2026-06-03");
        Assert.InRange(anja.KeysTyped - keys, 1, KeysInAMinute);

        await AskAsync(street);
        await using var kees = await Window.OpenAsync(site.Chromium, site.Address, street.Community, width, language);
        await CallAsync(anja, "Fatima", anja.T["HelpRequests.Question.Answer.NotNow"]);
        await kees.VisitAsync($"antwoord/{await LinkToAsync(street.MailOfKees)}");
        await kees.PressAsync(kees.T["HelpRequests.Question.Answer.DoIt"]);
        Assert.Contains(kees.T["HelpRequests.Question.Answer.DoIt"], await kees.TextAsync(), StringComparison.Ordinal);

        await site.SendAsync(street.Community);
        await CallAsync(anja, "Riet", anja.T["Reach.Outcome.Call.Spoken"], mustSay: "Kees");

        site.Clock.MoveTo(Instant.FromUtc(2026, 6, 4, 8, 0));
        await site.RunAsync<AskAfterwardsJob>(street.Community);
        await site.SendAsync(street.Community);
        await kees.VisitAsync($"antwoord/{await LinkToAsync(street.MailOfKees)}");
        await kees.PressAsync(kees.T["HelpRequests.DidYouManage.Answer.Worked"]);
        await CallAsync(anja, "Riet", anja.T["HelpRequests.DidItWork.Answer.Worked"]);

        await anja.VisitAsync(request);
        Assert.Contains(anja.T["HelpState.Thanked"], await anja.TextAsync(), StringComparison.Ordinal);
        await PrintAsync(anja, request);
        Assert.Equal("", string.Join("\n", anja.Wrong.Concat(kees.Wrong).Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task When_no_neighbour_answers_an_organisation_takes_it_on_and_may_give_it_back(int width, string language)
    {
        var street = await Street.SettleAsync(site, $"handig-{width}-{language}");
        await using var anja = await site.SignInAsync(street.Community, street.MailOfAnja, width, language);
        var request = await TakeDownAsync(anja, date: null);

        for (var hours = 0; hours < 24 * 21 && !await IsCalledAsync(anja, "Joost"); hours += 6)
        {
            site.Clock.Advance(Duration.FromHours(6));
            await AskAsync(street);
        }
        await CallAsync(anja, "Joost", anja.T["HelpRequests.QuestionToOrganisation.Answer.DoIt"]);
        await anja.VisitAsync(request);
        Assert.Contains(anja.T["HelpState.HandedOver"], await anja.TextAsync(), StringComparison.Ordinal);

        await anja.PressAsync(anja.T["HelpRequests.Page.HandBack"]);
        Assert.DoesNotContain(anja.T["HelpState.HandedOver"], await anja.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await PrintAsync(anja, request);
        Assert.Equal("", string.Join("\n", anja.Wrong.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>Riet is on the line: she is found by her name, and what she asks is written down. The address of its page.</summary>
    private static async Task<string> TakeDownAsync(Window anja, string? date)
    {
        await anja.VisitAsync("bureau");
        await anja.FollowAsync(anja.T["Desk.WriteDown"]);
        await anja.FillAsync(anja.T["People.Search.Label"], "riet");
        await anja.PressAsync(anja.T["People.Search.Press"]);
        await anja.FollowAsync("Riet Bakker");
        await anja.SelectAsync(anja.T["HelpRequests.Ask.KindKey"], anja.T[Nabij.Kernel.HelpKind.Chore]);
        await anja.FillAsync(anja.T["HelpRequests.Ask.TitleLabel"], "Wie draait mijn lamp erin?");
        if (date is not null)
        {
            await anja.ChooseAsync(anja.T["HelpRequests.Rhythm.OnDate"]);
            await anja.FillAsync(anja.T["HelpRequests.Ask.DateLabel"], date);
        }
        await anja.ChooseAsync(anja.T["ConsentHow.SaidByPhone"]);
        await anja.PressAsync(anja.T["HelpRequests.Phone.Send"]);
        Assert.Contains("Wie draait mijn lamp erin?", await anja.TextAsync(), StringComparison.Ordinal);
        return anja.Page.Url;
    }

    private async Task AskAsync(Street street)
    {
        await site.RunAsync<WidenRingsJob>(street.Community);
        await site.RunAsync<ExpireJob>(street.Community);
        await site.SendAsync(street.Community);
    }

    private async Task<string> LinkToAsync(string mailAddress) =>
        (await site.Mail.MailsAsync()).Last(m => m.To.Contains(mailAddress, StringComparer.OrdinalIgnoreCase) && m.AnswerLink.Length > 0).AnswerLink;

    private static async Task<bool> IsCalledAsync(Window anja, string name)
    {
        await anja.Page.GotoAsync("bellijst");
        return (await anja.Page.InnerTextAsync("main")).Contains(name, StringComparison.Ordinal);
    }

    /// <summary>Anja takes somebody's line on the call list, says what it says, and notes how it went.</summary>
    private static async Task CallAsync(Window anja, string name, string outcome, string mustSay = "")
    {
        await anja.VisitAsync("bellijst");
        await anja.Page.GetByRole(Microsoft.Playwright.AriaRole.Listitem).Filter(new() { HasText = name }).GetByRole(Microsoft.Playwright.AriaRole.Button).First.ClickAsync();
        Assert.Contains(mustSay, await anja.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await anja.PressAsync(outcome);
    }

    private static async Task PrintAsync(Window anja, string request)
    {
        await anja.VisitAsync(request);
        await anja.FollowAsync(anja.T["HelpRequests.Page.Print"]);
        Assert.Contains("Riet", await anja.TextAsync(), StringComparison.Ordinal);
    }
}
