using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Tests.Support;

namespace Nabij.Tests.Security.Rights;

/// <summary>
/// Finds out who may do what by trying it: examples of every page are found by following links, then everybody looks at all of
/// them, and sends every form that anybody was shown.
/// </summary>
internal sealed partial class Trying(TestApp app, Standstill standstill, IReadOnlyList<Actor> actors)
{
    private const int MostExamples = 2;

    private readonly Dictionary<KnownPage, List<string>> examples = app.Pages.Where(p => PartOf(p) is not null).ToDictionary(p => p, _ => new List<string>());
    private readonly Dictionary<Deed, List<ShownForm>> forms = [];
    private readonly HashSet<(Actor, string Action, string Handler)> offered = [];
    private readonly Dictionary<(Actor, string Url), (bool IsShown, IReadOnlyList<ShownForm> Forms)> seen = [];

    /// <summary>What is not as it should be: a form that is taken though it was not offered, or offered and not taken.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>The pages of which no example was found.</summary>
    public IReadOnlyList<string> Unseen => [.. examples.Where(e => e.Value.Count == 0).Select(e => Written(e.Key))];

    public async Task<RightsTable> FindAsync(Func<KnownPage, bool>? only = null)
    {
        var beginnings = examples.Keys.Where(p => p.Pattern.Parameters.Count == 0).ToDictionary(p => p, p => $"/{app.Community.Slug}/{p.Url("")}");
        foreach (var (page, url) in beginnings)
            AddExample(page, url);
        foreach (var actor in actors.DistinctBy(a => a.Column))
            await FollowLinksAsync(actor, beginnings.Values);

        var table = new RightsTable([.. actors.Select(a => a.Column).Distinct(StringComparer.Ordinal)]);
        foreach (var (page, urls) in examples.Where(e => only?.Invoke(e.Key) != false))
        foreach (var url in urls)
        foreach (var actor in actors)
            await LookAsync(actor, page, url, table);
        foreach (var (deed, shown) in forms)
        foreach (var form in shown)
        foreach (var actor in actors)
            await SendAsync(actor, deed, form, table);
        return table;
    }

    private async Task LookAsync(Actor actor, KnownPage page, string url, RightsTable table)
    {
        var (isShown, onPage) = seen.TryGetValue((actor, url), out var known) ? known : await actor.LookAsync(url);
        if (!isShown)
            return;
        table.Allow(DeedOf(page, Deed.See), actor.Column);
        foreach (var form in onPage)
        {
            if (PageAt(form.Action) is not { } at)
                continue;
            var deed = DeedOf(at, Ids().Replace(form.Handler, "{id}"));
            var alike = forms.TryGetValue(deed, out var list) ? list : forms[deed] = [];
            if (alike.Count < MostExamples && !alike.Exists(f => (f.Action, f.Handler) == (form.Action, form.Handler)))
                alike.Add(form);
            offered.Add((actor, form.Action, form.Handler));
        }
    }

    private async Task SendAsync(Actor actor, Deed deed, ShownForm form, RightsTable table)
    {
        table.Know(deed);
        standstill.TakeChanges();
        var isTaken = await actor.IsTakenAsync(form);
        var changes = standstill.TakeChanges();
        var isOffered = offered.Contains((actor, form.Action, form.Handler));
        if (isOffered)
            table.Allow(deed, actor.Column);
        if (isOffered && !isTaken)
            Wrong.Add($"{actor.Column}: {form.Action} {form.Handler} is offered and not taken");
        if (!isOffered && isTaken && changes.Count > 0)
            Wrong.Add($"{actor.Column}: {form.Action} {form.Handler} is not offered and changes {string.Join(", ", changes)}");
    }

    /// <summary>From every page without an id, and from there to whatever this person is linked to or may send a form to.</summary>
    private async Task FollowLinksAsync(Actor actor, IEnumerable<string> beginnings)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var toVisit = new Queue<string>(beginnings);
        while (toVisit.TryDequeue(out var url))
        {
            var page = PageAt(url);
            if (page is null || examples[page].Count == MostExamples && page.Pattern.Parameters.Count > 0 || !kinds.Add(KindOf(url)))
                continue;
            var (isShown, onPage) = seen[(actor, url)] = await actor.LookAsync(url);
            if (!isShown)
                continue;
            AddExample(page, url);
            foreach (var link in actor.Browser.Page.QuerySelectorAll("a[href]"))
                toVisit.Enqueue(actor.Browser.Resolve(link.GetAttribute("href")!));
            foreach (var form in onPage)
                toVisit.Enqueue(form.Action);
        }
    }

    private void AddExample(KnownPage page, string url)
    {
        if (examples[page] is var known && known.Count < MostExamples && !known.Contains(url, StringComparer.Ordinal))
            known.Add(url);
    }

    /// <summary>The page at an address of this community; of two that fit, the one with the fewest open parts.</summary>
    private KnownPage? PageAt(string url)
    {
        var home = $"/{app.Community.Slug}/";
        if (!url.StartsWith(home, StringComparison.Ordinal))
            return null;
        var path = url[home.Length..].Split('?', '#')[0];
        return examples.Keys.Where(p => Fits(p, path)).OrderBy(p => p.Pattern.Parameters.Count).FirstOrDefault();
    }

    private static bool Fits(KnownPage page, string path)
    {
        var (wanted, given) = (page.Url("*").Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(s => s.First is "*" or "404" ? s.Second.Length > 0 : s.First == s.Second);
    }

    private static string KindOf(string url) => Ids().Replace(url.Split('?', '#')[0], "{id}");

    private static Deed DeedOf(KnownPage page, string action) => new(PartOf(page)!, Written(page), action);

    private static string Written(KnownPage page) => page.Pattern.RawText!.TrimStart('/');

    /// <summary>The module that a page is of; the host's own pages tell what went wrong, and are for everybody.</summary>
    private static string? PartOf(KnownPage page) => ModuleName().Match(page.Component.Namespace ?? "") is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F-]{23,27}", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"^Nabij\.Modules\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModuleName();
}
