using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Nabij.Kernel;
using Nabij.Tests.Support;

namespace Nabij.Tests.Security.Rights;

/// <summary>Somebody who tries everything: a column of the table of rights, or one of several people of that column.</summary>
internal sealed partial class Actor(string column, HttpClient client, string community, string session)
{
    private string cookies = "";
    private string token = "";

    public string Column => column;
    public Browser Browser { get; } = new(client, community);

    public static async Task<Actor> SignedInAsync(string column, TestApp app, PersonId person) =>
        await WithSession(column, app, await app.SignInAsync(person)).TakeTokenAsync("uitloggen");

    /// <summary>With a session that is not of this community.</summary>
    public static Task<Actor> FromElsewhereAsync(string column, TestApp app, string session) => WithSession(column, app, session).TakeTokenAsync("inloggen");

    public static Task<Actor> VisitorAsync(string column, TestApp app) =>
        new Actor(column, Unfollowing(app), app.Community.Slug, "").TakeTokenAsync("inloggen");

    /// <summary>Looks at an address; says whether what stands there was shown, and with which forms.</summary>
    public async Task<(bool IsShown, IReadOnlyList<ShownForm> Forms)> LookAsync(string url)
    {
        await Browser.VisitAsync(url);
        if (Browser.Status is not HttpStatusCode.OK || IsSignIn(Browser.Url, url))
            return (false, []);
        return (true, Browser.Html.Contains("_handler", StringComparison.Ordinal) ? [.. Browser.PostForms.Where(HasButton).Select(Read)] : []);
    }

    /// <summary>
    /// Sends a form as somebody was shown it, with a proof of one's own that it comes from a page of ours; says whether there
    /// was somebody to take it.
    /// </summary>
    public async Task<bool> IsTakenAsync(ShownForm form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action);
        request.Content = new FormUrlEncodedContent([.. form.Fields.Where(f => f.Key != Forgery), new(Forgery, token)]);
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
            && !IsSignIn(response.Headers.Location?.ToString() ?? "", form.Action);
    }

    private static Actor WithSession(string column, TestApp app, string session)
    {
        var client = Unfollowing(app);
        client.DefaultRequestHeaders.Add("Cookie", session);
        return new(column, client, app.Community.Slug, session);
    }

    private const string Forgery = "__RequestVerificationToken";

    private async Task<Actor> TakeTokenAsync(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{community}/{page}");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var given = response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]);
        cookies = string.Join("; ", given.Append(session).Where(c => c.Length > 0));
        token = Token().Match(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups["token"].Value;
        Assert.NotEqual("", token);
        return this;
    }

    /// <summary>A form of which the button was taken away is still there, to tell who presses late that it is gone.</summary>
    private static bool HasButton(IHtmlFormElement form) => form.QuerySelector("button") is not null;

    private ShownForm Read(IHtmlFormElement form) =>
        new(Browser.ActionOf(form), form.QuerySelector("[name=_handler]")?.GetAttribute("value") ?? "", Browser.FieldsOf(form));

    private static bool IsSignIn(string at, string asked) =>
        at.Contains("/inloggen?terug=", StringComparison.Ordinal) && !asked.Contains("/inloggen", StringComparison.Ordinal);

    private static HttpClient Unfollowing(TestApp app) => app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

/// <summary>A form as a page shows it: where it goes, what it is called and what it would send.</summary>
internal sealed record ShownForm(string Action, string Handler, IReadOnlyList<KeyValuePair<string, string>> Fields);
