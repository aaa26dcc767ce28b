using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Nabij.BrowserTests.Support;

/// <summary>
/// What must hold for every page that a browser shows. Pages come without script, but axe is a script: the page may run one
/// only while it is looked at.
/// </summary>
public sealed class Look
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        () => axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
        }).then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`)))
        """;

    private const string IsTooWide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1";

    private readonly IPage page;
    private readonly ICDPSession devTools;

    private Look(IPage page, ICDPSession devTools) => (this.page, this.devTools) = (page, devTools);

    /// <summary>From now on this page runs no script.</summary>
    public static async Task<Look> AtAsync(IPage page)
    {
        var look = new Look(page, await page.Context.NewCDPSessionAsync(page));
        await look.AllowScriptsAsync(false);
        return look;
    }

    /// <summary>What is wrong with the page as it is shown now, a line each; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> WhatIsWrongAsync()
    {
        await AllowScriptsAsync(true);
        try
        {
            if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
                await page.EvaluateAsync(Axe);
            var wrong = (await page.EvaluateAsync<string[]>(Run).WaitAsync(Patience)).ToList();
            if (await page.EvaluateAsync<bool>(IsTooWide))
                wrong.Add("wider than the window");
            return [.. wrong.Select(w => $"{page.Url} ({page.ViewportSize!.Width} px): {w}")];
        }
        finally
        {
            await AllowScriptsAsync(false);
        }
    }

    private async Task AllowScriptsAsync(bool allowed) =>
        await devTools.SendAsync("Emulation.setScriptExecutionDisabled", new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = !allowed });
}
