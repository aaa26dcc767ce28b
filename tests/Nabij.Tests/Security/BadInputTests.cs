using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Sending;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;

namespace Nabij.Tests.Security;

/// <summary>Whatever is sent to us, a clear page comes back with the right status, and what was typed is not lost.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const int TenMegabytes = 10_000_000;
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private PersonId riet;
    private TestApp app = null!;
    private Community neighbours = null!;
    private IReadOnlyList<string> ids = [];

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(AsInProduction);
        neighbours = new Community($"{app.Community.Slug}-buren", "Wijk bij Duurstede", "Wijk bij Duurstede") { PhoneNumber = "0343 12 34 56" };
        await app.AddCommunityAsync(neighbours);
        riet = await SettleAsync(app.Community);
        await SettleAsync(neighbours);
        foreach (var role in Enum.GetValues<Role>())
            await app.GiveRoleAsync(riet, role);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>While developing, ASP.NET Core writes explanations of its own in place of our pages.</summary>
    private static void AsInProduction(TestApp node) => node.Settings["environment"] = "Production";

    [Theory]
    [InlineData(null, false, "Dit is te groot")]
    [InlineData("en", false, "This is too large")]
    [InlineData(null, true, "Dit is te groot")]
    public async Task A_form_of_ten_megabytes_is_too_large_and_we_say_so(string? language, bool inPieces, string words)
    {
        await using var node = await TestApp.StartAsync(a => a.UseKestrel(0));
        using var client = node.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{node.Community.Slug}/mensen/nieuw/gegevens", UriKind.Relative));
        request.Content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes($"_handler=person&Input.GivenName={new string('x', TenMegabytes)}")));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = inPieces;
        if (language is not null)
            request.Headers.Add("Cookie", $"{Language.Cookie}={language}");

        using var response = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_pieces_that_does_not_say_how_long_it_is_is_read()
    {
        await using var node = await TestApp.StartAsync(a => a.UseKestrel(0));
        using var client = node.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{node.Community.Slug}/inloggen", UriKind.Relative));
        request.Content = new FormUrlEncodedContent([new("_handler", "sign-in")]);
        request.Headers.TransferEncodingChunked = true;

        using var response = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode); // it was read, and lacks what guards against forgery
    }

    [Fact]
    public async Task What_is_no_form_at_all_is_answered_in_plain_Dutch()
    {
        var browser = await app.AsAsync(riet);
        foreach (var (what, content) in Garbled())
        {
            var shown = await browser.PostAsync("mensen/nieuw/gegevens", content);

            Assert.True(shown.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{what}: {shown.Status}");
            AssertIsClearPage(shown, what);
        }
    }

    [Theory]
    [InlineData("mensen/nieuw/gegevens?zoek=%00")]
    [InlineData("mensen?zoek=%00Riet")]
    [InlineData("mensen/nieuw?naar=%00")]
    public async Task A_null_character_in_an_address_is_not_understood(string path)
    {
        var shown = await (await app.AsAsync(riet)).VisitAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, shown.Status);
        AssertIsClearPage(shown, path);
    }

    [Fact]
    public async Task Ids_of_nobody_and_of_other_communities_are_on_no_page()
    {
        var browser = await app.AsAsync(riet);
        var others = await app.IdsAsync(neighbours);
        Assert.NotEmpty(others);

        var wrong = new List<string>();
        foreach (var page in app.Pages.Where(p => p.HasId))
        foreach (var id in others.Append(Guid.CreateVersion7()).Append(Guid.Empty).Select(i => i.ToString()).Append("geen-id"))
        {
            var shown = await browser.VisitAsync(page.Url(id));
            if (shown.Status is not HttpStatusCode.NotFound || !IsClearPage(shown))
                wrong.Add($"{shown.Url}: {shown.Status}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_form_of_ours_posted_to_what_is_anothers_changes_nothing()
    {
        var browser = await app.AsAsync(riet);
        var others = await app.IdsAsync(neighbours);
        var before = await CountsAsync(neighbours);

        var wrong = new List<string>();
        foreach (var page in app.Pages.Where(p => p.HasId))
        foreach (var form in (await FormsOfAsync(browser, page)).Where(f => f.IsToItself))
        foreach (var id in others)
        {
            using var content = new FormUrlEncodedContent(form.Fields);
            var shown = await browser.PostAsync(page.Url(id.ToString()), content);
            if (shown.Status is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest) || !IsClearPage(shown))
                wrong.Add($"{page.Url(id.ToString())} {form.Name}: {shown.Status}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await CountsAsync(neighbours));
    }

    [Fact]
    public async Task Whatever_is_typed_into_any_form_a_page_comes_back_with_what_was_typed()
    {
        var browser = await app.AsAsync(riet);
        var values = Nonsense().Append((await app.IdsAsync(neighbours))[0].ToString()).ToList();

        var (forms, wrong) = (0, new List<string>());
        foreach (var page in app.Pages)
        foreach (var form in await FormsOfAsync(browser, page))
        {
            forms++;
            foreach (var value in values.Where(_ => form.Typed.Count > 0))
                wrong.AddRange(await TryAsync(browser, form, form.Typed, value));
            foreach (var field in form.Typed.Where(f => form.Typed.Count > 1))
                wrong.AddRange(await TryAsync(browser, form, [field], OverLong));
        }

        Assert.True(forms >= 10, $"Only {forms} forms were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_form_may_be_sent_twice()
    {
        var browser = await app.AsAsync(riet);

        var (forms, wrong) = (0, new List<string>());
        foreach (var page in app.Pages.OrderByDescending(p => p.Pattern.RawText, StringComparer.Ordinal))
        foreach (var form in await FormsOfAsync(browser, page))
        {
            forms++;
            for (var times = 0; times < 2; times++)
            {
                using var content = new FormUrlEncodedContent(form.Fields);
                var shown = await browser.PostAsync(form.Action, content);
                if (!IsClearPage(shown))
                    wrong.Add($"{form.Action} {form.Name}: {shown.Status}");
            }
        }

        Assert.True(forms >= 10, $"Only {forms} forms were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Somebody_who_is_written_down_twice_with_one_press_is_there_once()
    {
        var browser = await app.AsAsync(riet);
        await browser.VisitAsync("mensen/nieuw/gegevens?zoek=0228%20511213");
        var form = new FormUrlEncodedContent(
            browser.FormOf("Schrijf op").Where(f => f.Key is not ("Input.GivenName" or "Input.FamilyName" or "Input.Preferred" or "Input.Consent"))
                .Concat([new("Input.GivenName", "Nel"), new("Input.FamilyName", "Smit"), new("Input.Preferred", "Call"), new("Input.Consent", "Spoken")])
        );
        var body = await form.ReadAsStringAsync(Ct);
        var cookies = browser.Response.RequestMessage!.Headers.GetValues("Cookie").Single();

        var posts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync("mensen/nieuw/gegevens", body, cookies, browser)));

        Assert.All(posts, status => Assert.NotEqual(HttpStatusCode.InternalServerError, status));
        Assert.Single(await app.AskPeopleAsync(people => people.WithContactAsync("0228 511213", Ct)));
    }

    [Fact]
    public async Task Odd_questions_in_the_address_are_no_mistake_of_ours()
    {
        var browser = await app.AsAsync(riet);
        var odd = new[] { "-1", "31-02-2026", "9999999999999999999", "%F0%9F%99%82", "%FF%FE", "%25%25", "' OR 1=1 --", OverLong[..1500] };

        var wrong = new List<string>();
        foreach (var page in app.Pages.Where(p => !p.HasId))
        foreach (var name in page.QueryParameters)
        foreach (var value in odd)
        {
            var shown = await browser.VisitAsync($"{page.Url("x")}?{name}={value}");
            if (!IsClearPage(shown))
                wrong.Add($"{page.Url("x")}?{name}={value[..Math.Min(20, value.Length)]}: {shown.Status}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Cookie", "nabij=onzin; formulier=onzin; letters=<script>; taal=xx")]
    [InlineData("Cookie", "nabij=CfDJ8onzin; formulier=CfDJ8onzin")]
    [InlineData("Cookie", "=;;;=;a")]
    [InlineData("Accept-Language", "tlh-Latn;q=9, *;q=-1, ,,,")]
    [InlineData("Accept", "application/x-nothing")]
    [InlineData("Accept-Encoding", "gzip;q=nan")]
    public async Task Odd_headers_get_the_usual_page(string header, string value)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        var shown = await new Browser(client, app.Community.Slug).VisitAsync("");

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal("nl", shown.Page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("<script>\"", shown.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z", HttpStatusCode.NotFound)]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd", HttpStatusCode.NotFound)]
    [InlineData("GET", "/%FF%FE%80", HttpStatusCode.NotFound)]
    [InlineData("GET", "/fout/onzin", HttpStatusCode.NotFound)]
    [InlineData("GET", "/taal/xx?terug=//elders.example", HttpStatusCode.OK)]
    [InlineData("POST", "/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/over", HttpStatusCode.OK)] // a stranger is asked to sign in
    public async Task An_address_that_means_nothing_gets_a_page_that_says_so(string method, string path, HttpStatusCode status)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(new(method), $"/{app.Community.Slug}{path}");
        using var response = await client.SendAsync(request, Ct);

        Assert.Equal(status, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync(Ct);
        Assert.Contains("<html lang=\"nl\"", html, StringComparison.Ordinal);
        Assert.Contains("<h1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_to_wait_on_a_page()
    {
        await using var strict = await TestApp.StartAsync(a => a.Settings["RateLimit:RequestsPerMinute"] = 3.ToString(CultureInfo.InvariantCulture));
        var visitor = strict.AsVisitor();
        for (var visit = 0; visit < 4; visit++)
            await visitor.VisitAsync("over");

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Contains("Even rustig aan", visitor.Text, StringComparison.Ordinal);
    }

    private static string OverLong { get; } = new('x', 5000);

    private static IEnumerable<string> Nonsense() =>
        [
            OverLong,
            "\uFFFD\u202E\u0007 🙂 '\"; <script>alert(1)</script> &#0; {{1}}",
            "31-02-2026",
            "2026-02-31",
            "9999-12-31",
            "-99999999999999999999",
            "Onbekend",
            "   ",
            "",
        ];

    private static IEnumerable<(string What, HttpContent Content)> Garbled()
    {
        const string Form = "application/x-www-form-urlencoded";
        yield return ("nothing", Of("", Form));
        yield return ("null characters", Of("_handler=person&Input.GivenName=Ri%00et", Form));
        yield return ("half percents", Of("_handler=person&Input.GivenName=%&x=%zz&y=%F", Form));
        yield return ("no UTF-8", Of("_handler=person&Input.GivenName=%ff%fe%80", Form));
        yield return ("five thousand fields", Of(string.Join('&', Enumerable.Range(0, 5000).Select(i => $"f{i}=1")), Form));
        yield return ("a name without end", Of($"{OverLong}=1", Form));
        yield return ("deep names", Of($"_handler=person&Input{string.Concat(Enumerable.Repeat("[0]", 500))}=1", Form));
        yield return ("parts without border", Of("--a\r\nnothing", "multipart/form-data; boundary=b"));
        yield return ("parts without boundary", Of("x", "multipart/form-data"));
        yield return ("JSON", Of("{\"_handler\":\"person\"}", "application/json"));
        yield return ("another alphabet", Of("_handler=person", "application/x-www-form-urlencoded; charset=none"));
    }

    private static ByteArrayContent Of(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>What browsers send back as it was typed; a code that works once and a file are never shown again.</summary>
    private static bool IsKept(IHtmlInputElement input) =>
        input.Type is not ("radio" or "checkbox" or "hidden" or "file") && input.GetAttribute("autocomplete") != "one-time-code";

    /// <summary>Posts the form with this in these fields; says what is not as it should be.</summary>
    private static async Task<IEnumerable<string>> TryAsync(Browser browser, ShownForm form, HashSet<string> fields, string value)
    {
        using var content = new FormUrlEncodedContent(form.Fields.Select(f => fields.Contains(f.Key) ? new(f.Key, value) : f));
        var shown = await browser.PostAsync(form.Action, content);
        var what = $"{form.Action} {form.Name} [{string.Join(' ', fields)}] {value[..Math.Min(20, value.Length)]}: {shown.Status}";
        if (!IsClearPage(shown) || shown.Html.Contains("<script>alert", StringComparison.Ordinal))
            return [what];
        if (shown.PostForms.FirstOrDefault(f => NameOf(f) == form.Name) is not { } again || shown.Alert is null)
            return [];
        return fields
            .Select(name => again.Elements.OfType<IHtmlElement>().FirstOrDefault(e => e.GetAttribute("name") == name))
            .Where(e => e is IHtmlTextAreaElement area && area.Value != value || e is IHtmlInputElement input && IsKept(input) && (input.GetAttribute("value") ?? "") != value)
            .Select(e => $"{what}, lost what was typed in {e!.GetAttribute("name")}");
    }

    /// <summary>The forms of a page, as they are shown for what this community has, or has since forms were sent.</summary>
    private async Task<IReadOnlyList<ShownForm>> FormsOfAsync(Browser browser, KnownPage page)
    {
        var opens = await OpensAsync(browser, page);
        if (!opens && page.HasId)
        {
            await ReadIdsAsync();
            opens = await OpensAsync(browser, page);
        }
        return opens ? FormsOn(browser) : [];
    }

    private async Task<bool> OpensAsync(Browser browser, KnownPage page)
    {
        foreach (var id in page.HasId ? ids : ["x"])
        {
            if ((await browser.VisitAsync(page.Url(id))).Status is HttpStatusCode.OK)
                return true;
        }
        return false;
    }

    private static IReadOnlyList<ShownForm> FormsOn(Browser browser) =>
        [.. browser.PostForms.Where(f => f.QuerySelector("button") is not null).Select(f => ShownForm.Of(f, browser.ActionOf(f))).DistinctBy(f => f.Name)];

    private async Task ReadIdsAsync() => ids = [.. (await app.IdsAsync(app.Community)).Select(i => i.ToString())];

    private static string NameOf(IHtmlFormElement form) => form.QuerySelector("[name=_handler]")?.GetAttribute("value") ?? "";

    private static bool IsClearPage(Browser shown) =>
        shown.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound
        && shown.Page.DocumentElement.GetAttribute("lang") == "nl"
        && shown.Page.QuerySelector("h1") is not null
        && shown.Title.Length > 0;

    private static void AssertIsClearPage(Browser shown, string what)
    {
        Assert.True(
            shown.Page.DocumentElement.GetAttribute("lang") == "nl" && shown.Page.QuerySelector("h1") is not null,
            $"{what}: {shown.Status} {shown.Html}"
        );
    }

    private async Task<HttpStatusCode> PostAsync(string path, string body, string cookies, Browser asked)
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{app.Community.Slug}/{path}", UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        var given = asked.Response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : [];
        request.Headers.Add("Cookie", string.Join("; ", given.Prepend(cookies)));
        using var response = await client.SendAsync(request, Ct);
        return response.StatusCode;
    }

    /// <summary>Rows of the tables that a form might change.</summary>
    private async Task<(int Persons, int Roles, int Trail)> CountsAsync(Community community)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        return (
            await db.Persons.CountAsync(Ct),
            await db.RoleAssignments.CountAsync(Ct),
            await db.Set<TrailEntry>().CountAsync(Ct)
        );
    }

    /// <summary>Riet, Kees and an organisation live there; this is Riet.</summary>
    private async Task<PersonId> SettleAsync(Community community)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        var sensitive = scope.ServiceProvider.GetRequiredService<SensitiveText>();
        Person[] persons = [new("Riet", "Bakker", app.Spoken()), new("Kees", "Jansen", app.Spoken())];
        foreach (var person in persons)
        {
            Assert.Null(person.ReachBy(new(Channel.Call, Phone: "+31228510001"), sensitive.Fingerprint));
            db.AddRange(person, person.Likes(HelpKind.Chore));
        }
        var organisation = new Organisation();
        Assert.Null(organisation.Describe(new("Buurtklus", "Klussen in huis", "0228 52 00 00", null, [HelpKind.Chore]), app.Clock.Now));
        db.Add(organisation);
        await AskAsync(scope.ServiceProvider, persons[0].Id, persons[1].Id);
        await db.SaveChangesAsync(Ct);
        return persons[0].Id;
    }

    /// <summary>They are in one circle, Riet asked for a hand, Kees is asked whether he can, and the desk follows it.</summary>
    private async Task AskAsync(IServiceProvider scope, PersonId riets, PersonId kees)
    {
        var (db, now, today) = (scope.GetRequiredService<NabijDb>(), app.Clock.Now, Street.Today);
        var circle = new Circle("Lindelaan", now);
        db.AddRange(circle, new CircleMember(circle.Id, riets, today), new CircleMember(circle.Id, kees, today));
        var what = new WhatIsAsked(HelpKind.Chore, "Wie hangt mijn lamp op?", "De trap staat klaar.", HelpPlan.Sometime(), 30, Urgency.NoHurry, Readers.District);
        var request = new HelpRequest(what, riets, riets, new(ConsentHow.AskedOneself, now, riets), new(null, circle.Id, null, "nl"), now);
        var ask = new Ask(request.Id, request.Search, kees, request.Ring, now, request.AskedBatch(now));
        db.AddRange(request, ask);
        foreach (var person in new[] { riets, kees })
            scope.GetRequiredService<IReach>().Tell(person, new(Subject.Of(ask.Id), "HelpRequests.Filled", new Dictionary<string, string> { ["who"] = "Riet B." }));
        await scope.GetRequiredService<IFollowUps>().OpenAsync(new(Subject.Of(request.Id), FollowUpRules.Of(request.State)!.Reason, request.Title, $"vragen/{request.Id.Value}", now), Ct);
        await db.SaveChangesAsync(Ct);
        await scope.GetRequiredService<SendDueMessagesJob>().RunAsync(Ct);
    }

    /// <param name="Typed">The fields that somebody fills in or chooses.</param>
    private sealed record ShownForm(string Action, string Name, IReadOnlyList<KeyValuePair<string, string>> Fields, HashSet<string> Typed)
    {
        /// <summary>It goes to the page that it stands on.</summary>
        public bool IsToItself { get; private init; }

        public static ShownForm Of(IHtmlFormElement form, string url)
        {
            var fields = Browser.FieldsOf(form).Where(f => f.Key.Length > 0).ToList();
            var named = form.QuerySelectorAll("input, textarea, select").Select(e => e.GetAttribute("name") ?? "").Where(n => n.Length > 0 && n[0] != '_');
            var typed = named.ToHashSet(StringComparer.Ordinal);
            fields.AddRange(typed.Where(t => !fields.Exists(f => f.Key == t)).Select(t => new KeyValuePair<string, string>(t, "")));
            return new(url, NameOf(form), fields, typed) { IsToItself = form.GetAttribute("action") is null or "" };
        }
    }
}
