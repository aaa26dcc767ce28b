using Nabij.Kernel.Languages;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Showing;

/// <summary>What happened, in order: changes from the trail, and who was asked; by name for who looks after it.</summary>
public static class HistoryLines
{
    public static IEnumerable<(Instant At, string Text)> Of(RequestView view, Texts t) =>
        Changes(view, t).Concat(Asked(view, t)).OrderBy(line => line.At);

    private static IEnumerable<(Instant At, string Text)> Changes(RequestView view, Texts t) =>
        view.History.Where(e => IsStaff(view) || e.What != "HelpChange.Seen").Select(e => (e.At, t[e.What]));

    private static IEnumerable<(Instant At, string Text)> Asked(RequestView view, Texts t) =>
        IsStaff(view)
            ? view.Asks.SelectMany(a => ByName(view, a, t))
            : view.Asks.GroupBy(a => (a.AskedAt, a.Ring))
                .Select(g => (g.Key.AskedAt, t.Count("HelpRequests.Page.AskedHowMany", g.Count(), ("ring", t[g.Key.Ring]))));

    private static IEnumerable<(Instant At, string Text)> ByName(RequestView view, Ask ask, Texts t)
    {
        var name = view.NameOf(ask.Person, inFull: true);
        yield return (ask.AskedAt, t["HelpRequests.Page.AskedName", ("name", name), ("ring", t[ask.Ring])]);
        if (ask.AnsweredAt is { } at)
            yield return (at, t["HelpRequests.Page.AnsweredName", ("name", name), ("answer", t[ask.Answer])]);
    }

    private static bool IsStaff(RequestView view) =>
        (view.Standing & (Standing.Desk | Standing.Contact)) != Standing.Nobody;
}
