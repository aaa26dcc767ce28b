using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>
/// From a web page to activities: the data that it carries for search engines (schema.org/Event in JSON-LD). Only the blocks
/// with data are looked at, so however strange the page around them, it cannot harm.
/// </summary>
internal static class EventPage
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static FeedContent Read(byte[] bytes, Interval window)
    {
        var text = TextOf(bytes);
        var isPage = text.AsSpan().TrimStart() is ['<', ..];
        var problems = new List<FeedProblem>();
        var events = new List<(SchemaEvent Event, int Line)>();
        foreach (var (json, line) in isPage ? HtmlScan.DataBlocks(text) : [(text, 1)])
            AddEvents(json, line, events, problems);

        var inside = events.Where(e => Overlaps(e.Event, window)).ToList();
        var items = inside.GroupBy(e => e.Event.Key, StringComparer.Ordinal).SelectMany(same => ItemsOf(same, problems)).ToList();
        if (events.Count == 0 && problems.Count == 0)
            problems.Add(new(FeedFault.NoEventData, 0));
        var form = events.Count > 0 ? FeedForm.WebPage : FeedForm.Unknown;
        var better = isPage ? HtmlScan.CalendarLink(text) : null;
        return new(form, isPage ? PlainWords.ShortLine(HtmlScan.Title(text)) : "", null, items, events.Count - inside.Count, [.. problems.Distinct()], better);
    }

    private static void AddEvents(string json, int line, List<(SchemaEvent, int)> events, List<FeedProblem> problems)
    {
        try
        {
            using var data = JsonDocument.Parse(json, Lenient);
            foreach (var entry in SchemaEvent.In(data.RootElement))
            {
                if (SchemaEvent.Read(entry, out var fault) is { } read)
                    events.Add((read, line));
                if (fault is { } wrong)
                    problems.Add(new(wrong, line));
            }
        }
        catch (JsonException unreadable)
        {
            problems.Add(new(FeedFault.UnreadableData, line + (int)(unreadable.LineNumber ?? 0)));
        }
    }

    /// <summary>A page may give each date of a series the same address: then they are the dates of one activity.</summary>
    private static IEnumerable<FeedItem> ItemsOf(IGrouping<string, (SchemaEvent Event, int Line)> same, List<FeedProblem> problems)
    {
        foreach (var titled in same.GroupBy(e => e.Event.Words.Title, StringComparer.Ordinal))
        {
            var (first, line) = titled.First();
            var key = same.Select(e => e.Event.Words.Title).Distinct(StringComparer.Ordinal).Count() == 1 ? StandInKey.Short(first.Key) : StandInKey.Of(first.Key, titled.Key);
            if (first.Words.Place.Length == 0)
                problems.Add(new(FeedFault.MissingPlace, line));
            var dates = titled.Select(e => e.Event).DistinctBy(e => e.Date.Start).OrderBy(e => e.Date.Start).ToList();
            yield return new(key, line, 0, first.Words, [.. dates.Select(d => d.EventOf(key))], [.. dates.Select(d => d.Date)]);
        }
    }

    private static bool Overlaps(SchemaEvent read, Interval window) =>
        DutchTime.Zone.AtLeniently(read.Date.End).ToInstant() > window.Start && DutchTime.Zone.AtLeniently(read.Date.Start).ToInstant() < window.End;

    private static string TextOf(byte[] bytes)
    {
        var text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        return text.TrimStart('\ufeff');
    }
}
