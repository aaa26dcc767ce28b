using System.Globalization;
using Nabij.Modules.Calendar.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Calendar.Finding;

/// <summary>
/// What stands in the address of the calendar: <c>agenda?van=2026-06-01&amp;wat=Move&amp;handig=Quiet&amp;bij=Lindelaan+4&amp;lopen=10</c>. What
/// makes no sense is left out.
/// </summary>
public sealed record AgendaAddress
{
    public const string FreeChoice = "Free";
    private const int LongestText = 80;
    private const int MostPages = 20;
    private static readonly int[] Walks = [5, 10, 15, 30];

    public LocalDate? From { get; init; }
    public int Page { get; init; } = 1;
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<string> Parts { get; init; } = [];
    public IReadOnlyList<string> Handy { get; init; } = [];
    public string For { get; init; } = "";
    public string Search { get; init; } = "";
    public string Near { get; init; } = "";
    public int? Minutes { get; init; }

    public static IReadOnlyList<int> WalksOffered => Walks;

    public int Chosen =>
        Themes.Count + Parts.Count + Handy.Count + (For.Length > 0 ? 1 : 0) + (Search.Length > 0 ? 1 : 0) + (Minutes is null ? 0 : 1);

    public static AgendaAddress Of(IQueryCollection query) =>
        new()
        {
            From = Day(query["van"].ToString()),
            Page = int.TryParse(query["pagina"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1,
            Themes = Known<Theme>(query["wat"]),
            Parts = Known<PartOfDay>(query["dagdeel"]),
            Handy = [.. Known<AccessFacts>(query["handig"]), .. query["handig"].Contains(FreeChoice, StringComparer.Ordinal) ? [FreeChoice] : Array.Empty<string>()],
            For = Known<Audience>(query["wie"]) is [var audience, ..] ? audience : "",
            Search = Text(query["zoek"].ToString()),
            Near = Text(query["bij"].ToString()),
            Minutes = int.TryParse(query["lopen"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && Walks.Contains(minutes) ? minutes : null,
        };

    public AgendaFilter Filter(NearBy? near) =>
        new()
        {
            Themes = [.. Themes.Select(Enum.Parse<Theme>)],
            Parts = [.. Parts.Select(Enum.Parse<PartOfDay>)],
            For = For.Length > 0 ? Enum.Parse<Audience>(For) : null,
            Access = Handy.Where(h => h != FreeChoice).Select(Enum.Parse<AccessFacts>).Aggregate(AccessFacts.None, (all, one) => all | one),
            Free = Handy.Contains(FreeChoice, StringComparer.Ordinal),
            Search = Search,
            Near = near,
        };

    /// <summary>The same choices on another day or page: <c>?van=2026-06-08&amp;wat=Move</c>.</summary>
    public string At(LocalDate? from, int page = 1)
    {
        var parts = Parameters(from, page).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}").ToList();
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    private IEnumerable<(string Name, string Value)> Parameters(LocalDate? from, int page)
    {
        if (from is { } day)
            yield return ("van", LocalDatePattern.Iso.Format(day));
        foreach (var (name, values) in new[] { ("wat", Themes), ("dagdeel", Parts), ("handig", Handy) })
        foreach (var value in values)
            yield return (name, value);
        foreach (var (name, value) in new[] { ("wie", For), ("zoek", Search), ("bij", Near) })
        {
            if (value.Length > 0)
                yield return (name, value);
        }
        if (Minutes is { } minutes)
            yield return ("lopen", minutes.ToString(CultureInfo.InvariantCulture));
        if (page > 1)
            yield return ("pagina", page.ToString(CultureInfo.InvariantCulture));
    }

    private static string[] Known<T>(IEnumerable<string?> values)
        where T : struct, Enum => [.. Enum.GetNames<T>().Where(n => n != nameof(AccessFacts.None)).Intersect(values.OfType<string>(), StringComparer.Ordinal)];

    private static LocalDate? Day(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: > 2000 and < 2100 } day } ? day : null;

    private static string Text(string typed) => typed.Trim() is var text && text.Length > LongestText ? text[..LongestText] : typed.Trim();
}
