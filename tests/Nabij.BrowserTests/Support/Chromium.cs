using Microsoft.Playwright;

namespace Nabij.BrowserTests.Support;

/// <summary>The system's Chromium, once for all tests; it ends with the process of the tests.</summary>
public sealed class Chromium
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell", // the lightest
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private static readonly Lazy<Task<Chromium>> Started = new(LaunchAsync);

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

    private readonly IBrowser browser;

    private Chromium(IBrowser browser) => this.browser = browser;

    public static Task<Chromium> StartAsync() => Started.Value;

    private static async Task<Chromium> LaunchAsync()
    {
        var path =
            Environment.GetEnvironmentVariable("CHROMIUM")
            ?? Array.Find(Places, File.Exists)
            ?? throw new InvalidOperationException("Chromium is needed: apt-get install chromium-headless-shell, or set CHROMIUM to its path.");
        var driver = await Playwright.CreateAsync();
        return new(await driver.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet }));
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
}
