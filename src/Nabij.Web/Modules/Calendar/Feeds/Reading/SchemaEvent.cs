using System.Text.Json;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>An event in the words of schema.org: one date each; a series is several of them.</summary>
internal sealed record SchemaEvent(string Key, FeedWords Words, FeedDate Date)
{
    public CalendarEvent EventOf(string key) =>
        new()
        {
            Uid = key,
            Start = TimeOf(Date.Start),
            End = TimeOf(Date.End),
            Status = Date.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };

    private CalendarTime TimeOf(LocalDateTime at) => Date.WholeDay ? CalendarTime.On(at.Date) : CalendarTime.At(at, CalendarZone.Floating);

    private const int MostEvents = 5_000;

    /// <summary>Every object that is an event, however deep: in @graph, in a list, behind a place or an organisation.</summary>
    public static IEnumerable<JsonElement> In(JsonElement root) => Within(root).Take(MostEvents);

    public static SchemaEvent? Read(JsonElement entry, out FeedFault? fault)
    {
        fault = null;
        var (title, saidSo) = PlainWords.WithoutCancelled(PlainWords.Title(Said(entry, "name")));
        if (title.Length == 0)
        {
            fault = FeedFault.MissingTitle;
            return null;
        }
        if (MomentOf(Said(entry, "startDate")) is not { } start)
        {
            fault = FeedFault.MissingStart;
            return null;
        }
        var end = EndOf(entry, start, out fault);
        var date = new FeedDate(start.At, end, start.WholeDay, saidSo || IsOff(Said(entry, "eventStatus")));
        return new(KeyOf(entry, title, start.At), WordsOf(entry, title), date);
    }

    private static IEnumerable<JsonElement> Within(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var found in element.EnumerateArray().SelectMany(Within))
                yield return found;
        }
        if (element.ValueKind is not JsonValueKind.Object)
            yield break;
        var isEvent = IsEvent(element);
        if (isEvent && !element.TryGetProperty("subEvent", out _))
            yield return element;
        foreach (var property in element.EnumerateObject().Where(p => !isEvent || p.Name is "subEvent"))
        {
            foreach (var found in Within(property.Value))
                yield return found;
        }
    }

    private static bool IsEvent(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Any(IsEventName) : IsEventName(type));

    /// <summary>Event, MusicEvent, 'http://schema.org/SportsEvent' …; and the three kinds without the word.</summary>
    private static bool IsEventName(JsonElement type) =>
        type.ValueKind is JsonValueKind.String
        && type.GetString()!.Split('/', ':', '#')[^1] is var name
        && (name is "Festival" or "CourseInstance" or "Hackathon" || name.EndsWith("Event", StringComparison.Ordinal));

    private static LocalDateTime EndOf(JsonElement entry, (LocalDateTime At, bool WholeDay) start, out FeedFault? fault)
    {
        fault = null;
        var end =
            MomentOf(Said(entry, "endDate")) is { } said ? (said.WholeDay ? said.At.PlusDays(1) : said.At)
            : PeriodPattern.NormalizingIso.Parse(Said(entry, "duration")) is { Success: true } lasts && IsSensible(lasts.Value) ? start.At + lasts.Value
            : (LocalDateTime?)null;
        if (end > start.At)
            return end.Value;
        if (end is null && !start.WholeDay)
            fault = FeedFault.MissingEnd;
        else if (end < start.At)
            fault = FeedFault.EndBeforeStart;
        return start.WholeDay ? start.At.PlusDays(1) : start.At.PlusHours(1);
    }

    private static bool IsSensible(Period lasts) => lasts is { Years: 0, Months: 0, Weeks: 0, Days: >= 0 and < 60, HasTimeComponent: true } or { Years: 0, Months: 0, Days: > 0 and < 60 };

    private static FeedWords WordsOf(JsonElement entry, string title) =>
        new(
            title,
            PlainWords.Text(Said(entry, "description")),
            PlainWords.ShortLine(PlaceOf(entry, out var at)),
            FeedLink.Read(Said(entry, "url")),
            PlainWords.ShortLine(First(entry, "organizer", o => o.ValueKind is JsonValueKind.String ? o.GetString()! : Said(o, "name"))),
            PriceOf(entry),
            CategoriesOf(entry),
            at
        );

    private static string PlaceOf(JsonElement entry, out GeoPoint? at)
    {
        at = null;
        var place = First(entry, "location");
        if (place.ValueKind is JsonValueKind.String)
            return place.GetString()!;
        if (place.ValueKind is not JsonValueKind.Object)
            return "";
        if (place.TryGetProperty("geo", out var geo) && geo.ValueKind is JsonValueKind.Object)
            at = FeedPoint.Read(Said(geo, "latitude"), Said(geo, "longitude"));
        var address = First(place, "address");
        var street = address.ValueKind is JsonValueKind.Object ? $"{Said(address, "streetAddress")}, {Said(address, "addressLocality")}" : Said(place, "address");
        return string.Join(", ", new[] { Said(place, "name"), street.Trim(' ', ',') }.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal));
    }

    private static string PriceOf(JsonElement entry)
    {
        if (Said(entry, "isAccessibleForFree").Equals("true", StringComparison.OrdinalIgnoreCase))
            return "0";
        var offer = First(entry, "offers");
        return offer.ValueKind is JsonValueKind.Object ? PlainWords.ShortLine(Said(offer, "price") is { Length: > 0 } price ? price : Said(offer, "lowPrice")) : "";
    }

    private static IReadOnlyList<string> CategoriesOf(JsonElement entry)
    {
        if (!entry.TryGetProperty("keywords", out var words))
            return [];
        var said = words.ValueKind is JsonValueKind.Array ? words.EnumerateArray().Where(w => w.ValueKind is JsonValueKind.String).Select(w => w.GetString()!) : Said(entry, "keywords").Split(',');
        return [.. said.Select(PlainWords.ShortLine).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];
    }

    /// <summary>Put off without saying until when is off too.</summary>
    private static bool IsOff(string status) => status.Split('/')[^1] is "EventCancelled" or "EventPostponed";

    /// <summary>'2026-06-02', '2026-06-02T10:00', with or without seconds and offset.</summary>
    private static (LocalDateTime At, bool WholeDay)? MomentOf(string said)
    {
        if (LocalDatePattern.Iso.Parse(said) is { Success: true } date)
            return (date.Value.AtMidnight(), true);
        if (OffsetDateTimePattern.ExtendedIso.Parse(said) is { Success: true } exact)
            return (exact.Value.ToInstant().InZone(DutchTime.Zone).LocalDateTime, false);
        if (WithoutSeconds.Parse(said) is { Success: true } minutes)
            return (minutes.Value.ToInstant().InZone(DutchTime.Zone).LocalDateTime, false);
        foreach (var pattern in Locals)
        {
            if (pattern.Parse(said) is { Success: true } local)
                return (local.Value, false);
        }
        return null;
    }

    private static readonly OffsetDateTimePattern WithoutSeconds = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>");

    private static readonly LocalDateTimePattern[] Locals =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss"),
    ];

    private static string KeyOf(JsonElement entry, string title, LocalDateTime start) =>
        new[] { Said(entry, "@id"), Said(entry, "identifier"), Said(entry, "url") }.FirstOrDefault(k => k.Length > 0)
        ?? StandInKey.Of(title, LocalDateTimePattern.ExtendedIso.Format(start));

    private static JsonElement First(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().FirstOrDefault() : value
            : default;

    private static string First(JsonElement element, string name, Func<JsonElement, string> say) =>
        First(element, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Object } first ? say(first) : "";

    /// <summary>The words of a property: text, number or truth; of several the first; of an object with a value that.</summary>
    private static string Said(JsonElement element, string name) =>
        First(element, name) is var value
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Trim(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                JsonValueKind.Object when value.TryGetProperty("@value", out var inner) && inner.ValueKind is JsonValueKind.String => inner.GetString()!.Trim(),
                _ => "",
            }
            : "";
}
