using Microsoft.Playwright;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;

namespace Nabij.BrowserTests.Support;

/// <summary>
/// Somebody's browser, without script, in one language. Every page that it comes to is looked at; what is wrong is remembered.
/// It counts the keys that are typed.
/// </summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly TextCatalogue Catalogue = new([typeof(Nabij.Kernel.Refusal).Assembly]);

    private readonly IBrowserContext context;
    private readonly IBrowserContext withScripts;
    private readonly Look look;
    private readonly List<string> wrong = [];

    private Window(IBrowserContext context, IBrowserContext withScripts, IPage page, string language) =>
        (this.context, this.withScripts, look, Page, T) = (context, withScripts, new Look(withScripts), page, Catalogue.In(language));

    public IPage Page { get; }
    public Texts T { get; }
    public int KeysTyped { get; private set; }

    /// <summary>All that axe and the ruler found on the pages that this window came to.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public static async Task<Window> OpenAsync(Chromium chromium, string address, Community community, int width, string language)
    {
        var scriptless = await chromium.WindowAsync(width, baseUrl: $"{address}/{community.Slug}/");
        await scriptless.AddCookiesAsync([new() { Name = Language.Cookie, Value = language, Url = address }]);
        scriptless.SetDefaultTimeout(15_000);
        var scripted = await chromium.WindowAsync(width, scripts: true);
        return new(scriptless, scripted, await scriptless.NewPageAsync(), language);
    }

    public async Task VisitAsync(string path)
    {
        await Page.GotoAsync(path);
        await LookAsync();
    }

    public async Task FillAsync(string label, string value)
    {
        KeysTyped += value.Length;
        await Page.GetByLabel(label, new() { Exact = false }).First.FillAsync(value);
    }

    public async Task SelectAsync(string label, string option)
    {
        KeysTyped++;
        await Page.GetByLabel(label, new() { Exact = false }).First.SelectOptionAsync(new SelectOptionValue { Label = option });
    }

    public async Task ChooseAsync(string label)
    {
        KeysTyped++;
        await Page.GetByLabel(label, new() { Exact = false }).First.CheckAsync();
    }

    public async Task PressAsync(string button)
    {
        KeysTyped++;
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await LookAsync();
    }

    public async Task FollowAsync(string link)
    {
        KeysTyped++;
        await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await LookAsync();
    }

    /// <summary>The addresses that this page links to, without fragments.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync()
    {
        var links = new List<string>();
        foreach (var link in await Page.Locator("a[href]").AllAsync())
            links.Add(new Uri(new Uri(await Page.EvaluateAsync<string>("document.baseURI")), await link.GetAttributeAsync("href")).GetLeftPart(UriPartial.Query));
        return links;
    }

    public async Task<string> TextAsync() => await Page.InnerTextAsync("body");

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await withScripts.DisposeAsync();
    }

    private async Task LookAsync() => wrong.AddRange(await look.AtAsync(Page));
}
