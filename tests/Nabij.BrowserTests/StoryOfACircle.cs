using Nabij.BrowserTests.Support;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.BrowserTests;

/// <summary>
/// A circle of nineteen is split and both phone lists print right; and when Riet does not answer in the call chain, Wim, who has her key and a
/// landline, is on the call list and its paper, and she stands on the desk. Her wish for contact and a coffee morning are seen at a glance. Without
/// script, on a phone and on a desk, in both languages.
/// </summary>
public sealed class StoryOfACircle(StreetSite site) : IClassFixture<StreetSite>
{
    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task A_circle_of_nineteen_is_split_and_both_lists_print_right(int width, string language)
    {
        var big = await CircleStreet.SettleAsync(site, $"splits-{width}-{language}", neighbours: 19);
        await using var anja = await site.SignInAsync(big.Community, big.MailOfAnja, width, language);

        await anja.VisitAsync($"cirkels/{big.Circle.Value}/beheer");
        await anja.FollowAsync(anja.T["Circles.Split"]);
        Assert.Contains("Eikstraat 1", await anja.TextAsync(), StringComparison.Ordinal);
        await anja.FillAsync(anja.T["Circles.Split.Name"], "Eikstraat");
        await anja.PressAsync(anja.T["Circles.Split.Press"]);

        var eik = anja.Page.Url.Split('/')[^2];
        foreach (var (circle, neighbours) in ((string, int)[])[(eik, 9), (big.Circle.Value.ToString(), 10)])
        {
            await anja.VisitAsync($"cirkels/{circle}/telefoonlijst");
            Assert.Equal(neighbours + 1, await anja.Page.Locator(".nb-phones__line").CountAsync());
        }
        Assert.True(anja.Wrong.Count == 0, string.Join('\n', anja.Wrong.Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(390, "en")]
    [InlineData(1280, "nl")]
    public async Task The_alarm_of_a_call_chain_reaches_the_key_holder_on_paper_and_the_desk(int width, string language)
    {
        var street = await CircleStreet.SettleAsync(site, $"bellen-{width}-{language}", neighbours: 4);
        await street.ArrangeAsync(site);
        await using var anja = await site.SignInAsync(street.Community, street.MailOfAnja, width, language);
        await site.RunAsync<PrepareChainsJob>(street.Community);

        await anja.VisitAsync($"cirkels/{street.Circle.Value}/telefooncirkel");
        var noAnswer = $"{anja.T[CallReport.NoAnswer]}: {CircleStreet.Names[2]}";
        await anja.PressAsync(noAnswer);
        await anja.PressAsync(noAnswer);
        await site.SendAsync(street.Community);
        await anja.VisitAsync("bellijst");
        Assert.Contains(CircleStreet.Names[3], await anja.TextAsync(), StringComparison.Ordinal);
        await anja.VisitAsync("bellijst/papier");
        Assert.Contains(CircleStreet.Names[3], await anja.TextAsync(), StringComparison.Ordinal);

        site.Clock.Advance(Duration.FromHours(3));
        await site.RunAsync<WatchChainsJob>(street.Community);
        await anja.VisitAsync("bureau");
        Assert.Contains(anja.T["Circles.FollowUp.ChainAlarm"], await anja.TextAsync(), StringComparison.Ordinal);
        await anja.VisitAsync($"cirkels/{street.Circle.Value}/telefooncirkel");
        await anja.PressAsync($"{anja.T[CallReport.Settled]}: {CircleStreet.Names[2]}");
        await anja.VisitAsync($"cirkels/{street.Circle.Value}/telefooncirkel/papier");
        Assert.True(anja.Wrong.Count == 0, string.Join('\n', anja.Wrong.Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task A_wish_for_contact_and_a_coffee_morning_are_seen_at_a_glance(int width, string language)
    {
        var street = await CircleStreet.SettleAsync(site, $"overzicht-{width}-{language}", neighbours: 4);
        await using var anja = await site.SignInAsync(street.Community, street.MailOfAnja, width, language);

        await anja.VisitAsync($"cirkels/{street.Circle.Value}/overzicht");
        await anja.Page.GetByText(anja.T["Circles.Others"]).ClickAsync();
        await anja.PressAsync($"{anja.T[NoteKind.WantsContact]}: {CircleStreet.Names[2]}");
        await anja.VisitAsync($"cirkels/{street.Circle.Value}/notities");
        Assert.Contains(anja.T[NoteKind.WantsContact], await anja.TextAsync(), StringComparison.Ordinal);

        await anja.VisitAsync($"cirkels/{street.Circle.Value}/samenkomsten");
        await anja.PressAsync(anja.T["Circles.MeetUp.Invite"]);
        Assert.StartsWith(anja.T["Form.ErrorTitle"], await anja.Page.TitleAsync(), StringComparison.Ordinal);
        await anja.FillAsync(anja.T["Circles.MeetUp.What"], "Koffie bij Truus");
        await anja.FillAsync(anja.T["Circles.MeetUp.Where"], "Lindelaan 1");
        await anja.FillAsync(anja.T["Circles.MeetUp.Day"], "2026-06-09");
        await anja.FillAsync(anja.T["Circles.MeetUp.Time"], "10:00");
        await anja.PressAsync(anja.T["Circles.MeetUp.Invite"]);
        await anja.PressAsync(anja.T["Circles.MeetUp.TheyCome", ("name", CircleStreet.Names[2])]);

        await anja.VisitAsync($"cirkels/{street.Circle.Value}/overzicht");
        Assert.Contains("Koffie bij Truus", await anja.TextAsync(), StringComparison.Ordinal);
        Assert.True(anja.Wrong.Count == 0, string.Join('\n', anja.Wrong.Distinct(StringComparer.Ordinal)));
    }
}
