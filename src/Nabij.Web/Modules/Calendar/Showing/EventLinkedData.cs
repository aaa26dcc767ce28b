using System.Text.Json;
using System.Text.Json.Nodes;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Calendar.Showing;

/// <summary>A date as schema.org/Event, for search engines and calendars of others. Its letters cannot end the block that it stands in.</summary>
public static class EventLinkedData
{
    private const string Schema = "https://schema.org";

    public static string Of(Activity activity, ActivityDate date, IReadOnlyList<string> hosts, string url)
    {
        var about = new JsonObject
        {
            ["@context"] = Schema,
            ["@type"] = "Event",
            ["name"] = activity.Title,
            ["url"] = url,
            ["startDate"] = Moment(date, date.StartsAt),
            ["endDate"] = Moment(date, date.EndsAt),
            ["eventStatus"] = $"{Schema}/{Status(date)}",
            ["eventAttendanceMode"] = $"{Schema}/OfflineEventAttendanceMode",
            ["location"] = Place(activity.Venue),
            ["organizer"] = new JsonArray([.. hosts.Select(h => new JsonObject { ["@type"] = "Organization", ["name"] = h })]),
        };
        if (activity.Description.Length > 0)
            about["description"] = activity.Description;
        if (activity.Cents is { } cents)
        {
            about["isAccessibleForFree"] = cents == 0;
            about["offers"] = new JsonObject { ["@type"] = "Offer", ["price"] = cents / 100m, ["priceCurrency"] = "EUR" };
        }
        return about.ToJsonString(JsonSerializerOptions.Default);
    }

    private static string Status(ActivityDate date) =>
        date.State switch
        {
            DateState.Cancelled => "EventCancelled",
            DateState.Moved => "EventRescheduled",
            _ => "EventScheduled",
        };

    private static string Moment(ActivityDate date, Instant at) =>
        date.WholeDay
            ? LocalDatePattern.Iso.Format(at.InZone(DutchTime.Zone).Date)
            : OffsetDateTimePattern.Rfc3339.Format(at.InZone(DutchTime.Zone).ToOffsetDateTime());

    private static JsonObject Place(Venue venue)
    {
        var place = new JsonObject { ["@type"] = "Place", ["name"] = venue.InWords };
        if (venue.At is { } at)
            place["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = at.Latitude, ["longitude"] = at.Longitude };
        return place;
    }
}
