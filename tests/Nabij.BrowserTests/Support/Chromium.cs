using Microsoft.Playwright;

namespace Nabij.BrowserTests.Support;

/// <summary>The system's Chromium, once for all tests.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", // tests may run as root, where the sandbox refuses to start
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        var path =
            Environment.GetEnvironmentVariable("CHROMIUM")
            ?? Array.Find(Places, File.Exists)
            ?? throw new InvalidOperationException("Chromium is needed: apt-get install chromium, or set CHROMIUM to its path.");
        var driver = await Playwright.CreateAsync();
        return new(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet }));
    }

    /// <summary>A fresh browser window of this width, without cookies; a page in it runs scripts unless it is a <see cref="Window"/>.</summary>
    public async Task<IBrowserContext> WindowAsync(int width, string? baseUrl = null) =>
        await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                BaseURL = baseUrl,
                Locale = "nl-NL",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
