using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Nabij.Kernel;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Accounts.Organisations;

/// <summary>A browser on its way to a provider and back.</summary>
internal sealed partial class Traveller(TestApp app, OrganisationId organisation)
{
    private readonly HttpClient client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>The address at the provider where this browser was sent to.</summary>
    public string Address { get; private set; } = "";
    public HttpStatusCode Status { get; private set; }
    public string Html { get; private set; } = "";
    public string? SentTo { get; private set; }

    public bool IsSignedIn => cookies.ContainsKey("nabij");

    public string Sent(string name) => QueryHelpers.ParseQuery(new Uri(Address).Query)[name].ToString();

    public async Task<Traveller> GoAsync(string onward = "")
    {
        await VisitAsync($"/{app.Community.Slug}/inloggen/organisatie/{organisation.Value}{onward}");
        Address = SentTo ?? "";
        return this;
    }

    /// <summary>Comes back with these in the address.</summary>
    public Task<Traveller> ComeBackAsync(string? code, string? state, string? iss, OrganisationId? at = null)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = state, ["iss"] = iss };
        return VisitAsync(QueryHelpers.AddQueryString($"/{app.Community.Slug}/inloggen/organisatie/{(at ?? organisation).Value}/terug", query));
    }

    public async Task<Traveller> VisitAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        (Status, SentTo) = (response.StatusCode, response.Headers.Location?.ToString());
        Html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var pair in response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0].Split('=', 2)) : [])
        {
            if (pair[1].Length == 0)
                cookies.Remove(pair[0]);
            else
                cookies[pair[0]] = pair[1];
        }
        return this;
    }

    /// <summary>What a thief, or a browser that does not do as it is told, still has.</summary>
    public Dictionary<string, string> Cookies() => new(cookies, StringComparer.Ordinal);

    public void TakeBack(Dictionary<string, string> kept)
    {
        cookies.Clear();
        foreach (var (name, value) in kept)
            cookies[name] = value;
    }

    public string Text => Tags().Replace(WebUtility.HtmlDecode(Html), " ");

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}
