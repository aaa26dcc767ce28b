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

    private readonly Look look;
    private readonly List<string> wrong = [];

    private Window(IPage page, Look look, string language) => (Page, this.look, T) = (page, look, Catalogue.In(language));

    public IPage Page { get; }
    public Texts T { get; }
    public int KeysTyped { get; private set; }

    /// <summary>All that axe and the ruler found on the pages that this window came to.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public static async Task<Window> OpenAsync(Chromium chromium, string address, Community community, int width, string language)
    {
        var context = await chromium.WindowAsync(width, baseUrl: $"{address}/{community.Slug}/");
        await context.AddCookiesAsync([new() { Name = Language.Cookie, Value = language, Url = address }]);
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        return new(page, await Look.AtAsync(page), language);
    }

    public async Task VisitAsync(string path)
    {
        await Page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Looks at the same page in a window of another width.</summary>
    public async Task LookInAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, Page.ViewportSize!.Height);
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
    public async Task<IReadOnlyList<string>> LinksAsync() =>
        await Page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('a[href]'), a => a.href.split('#')[0])");

    public async Task<string> TextAsync() => await Page.InnerTextAsync("body");

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    private async Task LookAsync() => wrong.AddRange(await look.WhatIsWrongAsync());
}
