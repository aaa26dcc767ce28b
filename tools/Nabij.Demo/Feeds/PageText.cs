using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Demo.Feeds;

/// <summary>Writes a web page with an agenda as programs for websites do: each date of the coming weeks as a block for search engines.</summary>
public static class PageText
{
    private const int WeeksShown = 10;

    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
    private static readonly JsonSerializerOptions AsTheyDo = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(FeedStyle style, string name, IEnumerable<ToldActivity> told, LocalDate from)
    {
        var events = told.SelectMany(t => Dates(t, from).Select(start => Event(t, start))).ToList();
        var data = style is FeedStyle.Graph
            ? [Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["@context"] = "https://schema.org", ["@graph"] = new List<object> { new Dictionary<string, object>(StringComparer.Ordinal) { ["@type"] = "WebSite", ["name"] = name }, events } })]
            : events.Select(Json);
        var blocks = string.Concat(data.Select(d => $"<script type=\"application/ld+json\">\n{d}\n</script>\n"));
        return Encoding.UTF8.GetBytes($"<!doctype html>\n<html lang=\"nl\"><head><title>Agenda - {name}</title>\n{blocks}<script>var dataLayer = [];</script></head>\n<body><h1>Agenda</h1><div><p>Alles wat er te doen is<br></div></body></html>\n");
    }

    private static string Json(object data) => JsonSerializer.Serialize(data, AsTheyDo).Replace("</", "<\\/", StringComparison.Ordinal);

    private static Dictionary<string, object> Event(ToldActivity told, LocalDateTime start) =>
        new(StringComparer.Ordinal)
        {
            ["@type"] = "Event",
            ["name"] = told.Telling is Telling.CancelledByTitle ? $"GEANNULEERD: {told.Title}" : told.Title,
            ["startDate"] = Minutes.Format(start),
            ["endDate"] = Minutes.Format(start.PlusMinutes(told.Minutes)),
            ["eventStatus"] = told.Telling is Telling.Cancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled",
            ["location"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["@type"] = "Place", ["name"] = told.Place },
            ["offers"] = new[] { new Dictionary<string, object>(StringComparer.Ordinal) { ["@type"] = "Offer", ["price"] = told.What.Price, ["priceCurrency"] = "EUR" } },
            ["description"] = told.What.Text,
            ["url"] = told.Link,
            ["keywords"] = told.What.Category,
        };

    private static IEnumerable<LocalDateTime> Dates(ToldActivity told, LocalDate from)
    {
        var last = from.PlusWeeks(WeeksShown);
        if (told.What.Rhythm is Rhythm.Once)
            return [told.Start];
        return Series(told).SkipWhile(d => d.Date < from).TakeWhile(d => d.Date < last);
    }

    private static IEnumerable<LocalDateTime> Series(ToldActivity told)
    {
        var nth = Math.Min((told.Start.Day - 1) / 7, 3);
        for (var (at, i) = (told.Start, 0); ; i++)
        {
            yield return at;
            at = told.What.Rhythm switch
            {
                Rhythm.Weekly => at.PlusWeeks(1),
                Rhythm.EveryOtherWeek => at.PlusWeeks(2),
                _ => at.Date.With(DateAdjusters.StartOfMonth).PlusMonths(1).With(DateAdjusters.NextOrSame(told.Start.DayOfWeek)).PlusWeeks(nth) + told.Start.TimeOfDay,
            };
        }
    }
}
