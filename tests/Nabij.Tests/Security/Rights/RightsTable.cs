namespace Nabij.Tests.Security.Rights;

/// <summary>One thing that one may do on the platform: see a page, or send a form of it.</summary>
internal sealed record Deed(string Part, string Page, string Action)
{
    public const string See = "see";
}

/// <summary>Who may do what: as it was found by trying, or as the guide says.</summary>
internal sealed class RightsTable(IReadOnlyList<string> columns)
{
    private const string Yes = "●";
    private const string Between = "<br>";

    private readonly Dictionary<Deed, HashSet<string>> may = [];

    public void Know(Deed deed) => may.TryAdd(deed, new(StringComparer.Ordinal));

    public void Allow(Deed deed, string column)
    {
        Know(deed);
        may[deed].Add(column);
    }

    public bool May(Deed deed, string column) => may.TryGetValue(deed, out var who) && who.Contains(column);

    /// <summary>In words, what was found that the guide does not say, or says otherwise.</summary>
    public IReadOnlyList<string> DifferencesFrom(RightsTable guide, IReadOnlyCollection<string> tried) =>
        [
            .. may.Keys.Where(d => !guide.may.ContainsKey(d)).Select(d => $"{d.Page}: {d.Action} is not in the guide"),
            .. may.Keys.SelectMany(d => tried.Where(c => May(d, c) != guide.May(d, c)), (d, c) => $"{d.Page}: {d.Action}: {c} {(May(d, c) ? "may" : "may not")}, and the guide says otherwise"),
        ];

    /// <summary>What the guide promises and nobody found any more.</summary>
    public IReadOnlyList<string> MissingFrom(RightsTable guide) =>
        [.. guide.may.Keys.Where(d => !may.ContainsKey(d)).Select(d => $"{d.Page}: {d.Action} is in the guide and was not found")];

    /// <summary>As a table; columns that are the same from top to bottom are one.</summary>
    public string Write()
    {
        var shown = columns.GroupBy(c => string.Concat(Ordered.Select(d => May(d, c) ? '1' : '0')), StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        string Row(string page, string action, Func<List<string>, string> cell) => $"| {page} | {action} |{string.Concat(shown.Select(g => $" {cell(g)} |"))}\n";

        List<string> rows = [Row("page", "action", g => string.Join(Between, g)), $"|---|---|{string.Concat(shown.Select(_ => ":-:|"))}\n"];
        foreach (var part in Ordered.GroupBy(d => d.Part, StringComparer.Ordinal))
        {
            rows.Add(Row($"**{part.Key}**", "", _ => ""));
            rows.AddRange(part.Select(deed => Row($"`/{deed.Page}`", deed.Action, g => May(deed, g[0]) ? Yes : "")));
        }
        return string.Concat(rows);
    }

    public static RightsTable Read(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('|')[1..^1].Select(c => c.Trim()).ToArray()).ToList();
        var columns = rows[0][2..].Select(c => c.Split(Between)).ToList();
        var (table, part) = (new RightsTable([.. columns.SelectMany(c => c)]), "");
        foreach (var row in rows.Skip(2))
        {
            if (row[0].StartsWith("**", StringComparison.Ordinal))
            {
                part = row[0].Trim('*');
                continue;
            }
            var deed = new Deed(part, row[0].Trim('`')[1..], row[1]);
            table.Know(deed);
            foreach (var column in columns.Where((_, at) => row[at + 2] == Yes).SelectMany(c => c))
                table.Allow(deed, column);
        }
        return table;
    }

    private IEnumerable<Deed> Ordered =>
        may.Keys.OrderBy(d => d.Part, StringComparer.Ordinal)
            .ThenBy(d => d.Page, StringComparer.Ordinal)
            .ThenBy(d => d.Action != Deed.See)
            .ThenBy(d => d.Action, StringComparer.Ordinal);
}
