using System.Text.RegularExpressions;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Reach.Sending;

namespace Nabij.BrowserTests.Support;

/// <summary>Opens a window in which somebody signed in with the code from their mail.</summary>
public static class SignedIn
{
    public static async Task<Window> OpenAsync(StreetSite site, Community community, string mailAddress, int width, string language)
    {
        await site.Mail.StartOverAsync();
        var window = await Window.OpenAsync(site.Chromium, site.Address, community, width, language);
        await window.VisitAsync("inloggen");
        await window.FillAsync(window.T["Accounts.SignIn.Contact"], mailAddress);
        await window.PressAsync(window.T["Accounts.SignIn.Press"]);
        await SendAsync(site, community);
        var mail = (await site.Mail.MailsAsync()).Last(m => m.To.Contains(mailAddress, StringComparer.OrdinalIgnoreCase));
        await window.FillAsync(window.T["Accounts.Code.Label"], Regex.Match(mail.Text, @"\b\d{6}\b", default, TimeSpan.FromSeconds(1)).Value);
        await window.PressAsync(window.T["Accounts.Code.Press"]);
        return window;
    }

    public static async Task SendAsync(StreetSite site, Community community)
    {
        await site.RunAsync<DeliverOutboxJob>(community);
        await site.RunAsync<SendDueMessagesJob>(community);
    }
}
