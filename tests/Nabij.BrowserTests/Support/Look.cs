using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Nabij.BrowserTests.Support;

/// <summary>
/// What must hold for every page that a browser shows. Pages are visited without script, but axe is a script: so it looks at the
/// same document, opened once more in a window that has it.
/// </summary>
public sealed class Look(IBrowserContext withScripts)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    /// <summary>What is wrong with the page as it is shown now, a line each; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> AtAsync(IPage shown)
    {
        var document = await shown.ContentAsync();
        var copy = await withScripts.NewPageAsync();
        try
        {
            await copy.SetViewportSizeAsync(shown.ViewportSize!.Width, shown.ViewportSize.Height);
            await copy.RouteAsync(
                url => url == shown.Url,
                route => route.FulfillAsync(new() { Body = document, ContentType = "text/html; charset=utf-8" })
            );
            await copy.GotoAsync(shown.Url);
            var wrong = (await copy.RunAxe(Rules)).Violations.SelectMany(v => v.Nodes, (v, node) => $"{v.Id}: {node.Html}").ToList();
            if (await IsTooWideAsync(copy))
                wrong.Add("wider than the window");
            return [.. wrong.Select(w => $"{shown.Url} ({shown.ViewportSize.Width} px): {w}")];
        }
        finally
        {
            await copy.CloseAsync();
        }
    }

    private static Task<bool> IsTooWideAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
}
