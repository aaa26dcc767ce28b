using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabij.BrowserTests.Support;
using Nabij.Kernel.Tenancy;

namespace Nabij.BrowserTests;

/// <summary>
/// Somebody of the demo follows every link they can find, one for each kind of page, and every page is looked at: by axe, and
/// whether it fits the window.
/// </summary>
public sealed partial class EveryPageTests(DemoSite site)
{
    private const string Place = "stede-broec";
    private const int AtLeast = 4;

    [Theory]
    [InlineData(null, "nl", 390)]
    [InlineData(null, "en", 1280)]
    [InlineData("Kees", "nl", 390)]
    [InlineData("Kees", "en", 320)]
    [InlineData("Truus", "nl", 390)]
    [InlineData("Truus", "en", 1280)]
    [InlineData("Anja", "nl", 390, 1280)]
    [InlineData("Anja", "en", 1280)]
    public async Task Every_page_that_somebody_can_come_to_is_accessible_and_fits_the_window(string? who, string language, params int[] widths)
    {
        await using var window = await Window.OpenAsync(site.Chromium, site.Address, new Community(Place, "Stede Broec", "Stede Broec"), widths[0], language);
        if (who is not null)
            await DemoSite.SignInAsync(window.Page, Place, who);

        var visited = await FollowEveryLinkAsync(window, widths);

        Assert.True(window.Wrong.Count == 0, string.Join('\n', window.Wrong.Distinct(StringComparer.Ordinal)));
        Assert.InRange(visited, AtLeast, int.MaxValue);
    }

    private async Task<int> FollowEveryLinkAsync(Window window, int[] widths)
    {
        var home = $"{site.Address}/{Place}/";
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var toVisit = new Queue<string>([home]);
        while (toVisit.TryDequeue(out var address))
        {
            if (!kinds.Add(KindOf(address)))
                continue;
            await window.VisitAsync(address);
            foreach (var width in Array.FindAll(widths, w => w != window.Page.ViewportSize!.Width))
                await window.LookInAsync(width);
            foreach (var link in await window.LinksAsync())
            {
                if (link.StartsWith(home, StringComparison.Ordinal) && !IsNoPage(link) && !kinds.Contains(KindOf(link)))
                    toVisit.Enqueue(link);
            }
        }
        return kinds.Count;
    }

    /// <summary>Pages that differ in an id or a query only are one kind.</summary>
    private static string KindOf(string address) => Ids().Replace(address.Split('?')[0].TrimEnd('/'), "{id}");

    /// <summary>A link that leaves the page, changes its language, or is a file: a calendar to follow, a list to keep.</summary>
    private static bool IsNoPage(string link) =>
        link.Contains("/taal/", StringComparison.Ordinal) || link.Contains("/letters/", StringComparison.Ordinal) || link.Contains("/demo", StringComparison.Ordinal)
        || Path.HasExtension(new Uri(link).AbsolutePath);

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
