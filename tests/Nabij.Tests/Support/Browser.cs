using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Nabij.Tests.Support;

/// <summary>
/// A browser without scripts: it visits pages of one community, reads them, fills in and sends the forms that it was shown,
/// keeps cookies and follows redirects. Paths are within the community: <c>bureau</c>; or absolute: <c>/andere-wijk/bureau</c>.
/// </summary>
public sealed class Browser(HttpClient client, string community)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private IHtmlDocument? page;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page that is shown.</summary>
    public string Url { get; private set; } = "/";
    public IHtmlDocument Page => page ??= new HtmlParser(new(), AngleSharp.BrowsingContext.New()).ParseDocument(Html);
    public string Html { get; private set; } = "";

    /// <summary>All visible text, white space folded.</summary>
    public string Text => Fold(Page.Body?.TextContent ?? "");
    public string Title => Fold(Page.Title ?? "");
    public string? Alert => Page.QuerySelector("[role=alert]") is { } alert ? Fold(alert.TextContent) : null;
    public HttpResponseMessage Response { get; private set; } = null!;

    public bool Offers(string buttonOrLink) => Button(buttonOrLink) is not null || Link(buttonOrLink) is not null;

    public bool Shows(string text) => Text.Contains(text, StringComparison.Ordinal);

    public Task<Browser> VisitAsync(string path) => SendAsync(HttpMethod.Get, Absolute(path), null);

    public Task<Browser> FollowAsync(string link) =>
        VisitAsync(Resolve((Link(link) ?? throw Missing("link", link)).GetAttribute("href")!));

    public Browser Fill(string label, string value)
    {
        switch (Field(label))
        {
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = select.Options.First(o => Fold(o.Text) == value || o.Value == value).Value;
                break;
            default:
                throw Missing("field", label);
        }
        return this;
    }

    /// <summary>Ticks the box, or chooses the radio button, with this label.</summary>
    public Browser Choose(string label)
    {
        var box = Field(label) as IHtmlInputElement ?? throw Missing("choice", label);
        if (box.Type == "radio")
        {
            foreach (var other in box.Form!.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(r => r.Name == box.Name))
                other.IsChecked = false;
        }
        box.IsChecked = true;
        return this;
    }

    public Browser Untick(string label)
    {
        ((IHtmlInputElement)(Field(label) ?? throw Missing("choice", label))).IsChecked = false;
        return this;
    }

    /// <summary>Presses the button with this text, sending its form as it stands. With several, the one within <paramref name="within"/>.</summary>
    public Task<Browser> PressAsync(string button, string? within = null)
    {
        var pressed = Button(button, within) ?? throw Missing("button", button);
        var form = (pressed as IHtmlButtonElement)?.Form ?? throw Missing("form of button", button);
        var fields = Fields(form, pressed).ToList();
        var action = ActionOf(form);

        return form.Method.Equals("get", StringComparison.OrdinalIgnoreCase)
            ? SendAsync(HttpMethod.Get, $"{action.Split('?')[0]}?{Encoded(fields)}", null)
            : SendAsync(HttpMethod.Post, action, new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends what no page offered: for trying what a rogue would.</summary>
    public Task<Browser> PostAsync(string path, HttpContent content) => SendAsync(HttpMethod.Post, Absolute(path), content);

    /// <summary>The fields of the form with this button, as they would be sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FormOf(string button)
    {
        var pressed = Button(button) ?? throw Missing("button", button);
        return [.. Fields(((IHtmlButtonElement)pressed).Form!, pressed)];
    }

    /// <summary>The forms on this page that are posted.</summary>
    public IReadOnlyList<IHtmlFormElement> PostForms =>
        [.. Page.Forms.Where(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase))];

    /// <summary>What a form would send as it stands, with its first button pressed.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form) =>
        [.. Fields(form, form.QuerySelector("button") ?? form)];

    /// <summary>Where a form of this page goes.</summary>
    public string ActionOf(IHtmlFormElement form) => Resolve(form.GetAttribute("action") is { Length: > 0 } to ? to : Url);

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form, IElement pressed)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("submit" or "button"):
                    if (input.Type is not ("checkbox" or "radio") || input.IsChecked)
                        yield return new(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return new(area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return new(select.Name!, select.Value ?? "");
                    break;
            }
        }
        if (pressed.GetAttribute("name") is { Length: > 0 } name)
            yield return new(name, pressed.GetAttribute("value") ?? "");
    }

    private async Task<Browser> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            if (cookies.Count > 0)
            {
                var own = string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));
                var given = client.DefaultRequestHeaders.TryGetValues("Cookie", out var values) ? string.Join("; ", values) : null;
                request.Headers.Add("Cookie", given is null ? own : $"{given}; {own}");
            }
            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Keep(response);
            if ((int)response.StatusCode is >= 301 and <= 303 && response.Headers.Location is { } location)
            {
                var absolute = new Uri(new Uri(client.BaseAddress!, path), location);
                (method, path, content) = (HttpMethod.Get, absolute.PathAndQuery, null);
                continue;
            }
            return await ReadAsync(response, path);
        }
        throw new InvalidOperationException($"Too many redirects at {path}.");
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set))
            return;
        foreach (var cookie in set)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
                cookies.Remove(pair[0]);
            else
                cookies[pair[0]] = pair[1];
        }
    }

    private async Task<Browser> ReadAsync(HttpResponseMessage response, string path)
    {
        (Response, Status, Url) = (response, response.StatusCode, path);
        Html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page = null;
        Assert.True(Status is not HttpStatusCode.InternalServerError, $"A mistake of ours at {path}: {Text}");
        return this;
    }

    private string Absolute(string path) => path.StartsWith('/') ? path : $"/{community}/{path}";

    /// <summary>The path and query that a link of this page leads to.</summary>
    public string Resolve(string href)
    {
        var baseHref = Page.QuerySelector("base")?.GetAttribute("href") ?? "/";
        return new Uri(new Uri(new Uri("http://localhost"), baseHref), href).PathAndQuery;
    }

    private IElement? Button(string text, string? within = null) =>
        Page.QuerySelectorAll("button")
            .Where(b => Fold(b.TextContent) == text || b.GetAttribute("aria-label") == text)
            .FirstOrDefault(b => within is null || Surrounds(b, within));

    private static bool Surrounds(IElement button, string text) =>
        (button.Closest("li, tr, article, fieldset, section") ?? button.ParentElement)?.TextContent.Contains(text, StringComparison.Ordinal) == true;

    private IElement? Link(string text) =>
        Page.QuerySelectorAll("a[href]").FirstOrDefault(a => Fold(a.TextContent) == text)
        ?? Page.QuerySelectorAll("a[href]").FirstOrDefault(a => Fold(a.TextContent).Contains(text, StringComparison.Ordinal));

    private IElement? Field(string label) =>
        Page.QuerySelectorAll("label")
            .Where(l => Fold(l.TextContent) == label)
            .Concat(Page.QuerySelectorAll("label").Where(l => Fold(l.TextContent).StartsWith(label, StringComparison.Ordinal)))
            .Select(l => l.GetAttribute("for") is { } id ? Page.GetElementById(id) : l.QuerySelector("input, textarea, select"))
            .FirstOrDefault(f => f is not null) ?? Page.QuerySelector($"[name='{label}']");

    private InvalidOperationException Missing(string what, string name) => new($"No {what} '{name}' on {Url} ({Status}): {Text}");

    private static string Encoded(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(f => $"{WebUtility.UrlEncode(f.Key)}={WebUtility.UrlEncode(f.Value)}"));

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (!char.IsWhiteSpace(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString();
    }
}
