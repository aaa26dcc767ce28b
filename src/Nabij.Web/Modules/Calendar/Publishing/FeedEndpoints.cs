using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;
using Nabij.Kernel;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Calendar.Choosing;
using Nabij.Modules.Calendar.Showing;
using Nabij.Modules.Directory.Contracts;

namespace Nabij.Modules.Calendar.Publishing;

/// <summary>
/// Where calendars and readers of others follow ours: <c>/agenda.ics</c>, <c>/agenda/organisatie/{id}.ics</c>, <c>/agenda.rss</c>, <c>/agenda/mijn/{secret}.ics</c>. Who has
/// the newest already hears so (304) for the price of one look at an index.
/// </summary>
public static class FeedEndpoints
{
    private const int MostNews = 100;

    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/agenda.ics", CalendarAsync).AllowAnonymous();
        endpoints.MapGet("/agenda/organisatie/{id:guid}.ics", OrganisationAsync).AllowAnonymous();
        endpoints.MapGet("/agenda.rss", NewsAsync).AllowAnonymous();
        endpoints.MapGet("/agenda/mijn/{secret}.ics", ChoicesAsync).AllowAnonymous();
    }

    private static Task<IResult> CalendarAsync(HttpContext http, PublicFeed feed, CurrentCommunity community, CancellationToken ct) =>
        community.IsKnown ? AnswerAsync(http, feed, null, community.Name, ct) : Task.FromResult(Results.NotFound());

    private static async Task<IResult> OrganisationAsync(
        Guid id,
        HttpContext http,
        PublicFeed feed,
        IDirectory directory,
        CurrentCommunity community,
        CancellationToken ct
    ) =>
        community.IsKnown && await directory.FindAsync(new(id), ct) is { } organisation
            ? await AnswerAsync(http, feed, organisation.Id, organisation.Name, ct)
            : Results.NotFound();

    private static async Task<IResult> AnswerAsync(HttpContext http, PublicFeed feed, OrganisationId? organisation, string title, CancellationToken ct)
    {
        if (await HasNewestAsync(http, feed, organisation, ct))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var dates = await feed.DatesAsync(organisation, ct);
        return Results.Bytes(feed.Write(dates, title, Pages(http)), "text/calendar; charset=utf-8");
    }

    /// <summary>
    /// What one person chose. It tells no more than stands in the calendar for everybody: not who they are, not that they signed up. Its
    /// address is kept out of shared stores and of what others are told.
    /// </summary>
    private static async Task<IResult> ChoicesAsync(
        string secret,
        HttpContext http,
        PublicFeed feed,
        ChoicesLinks links,
        MyChoices choices,
        Kernel.Languages.Texts texts,
        CancellationToken ct
    )
    {
        if (http.RequestServices.GetRequiredService<CurrentCommunity>() is not { IsKnown: true } || await links.FindAsync(secret, ct) is not { } person)
            return Results.NotFound();
        var dates = await choices.DatesAsync(person, ct);
        var bytes = feed.Write([.. dates.Select(d => new PublishedDate { Date = d.Date, Activity = d.Activity })], texts["Calendar.Mine.Title"], Pages(http));
        var mark = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        http.Response.Headers.ETag = mark;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers[HeaderNames.IfNoneMatch].Contains(mark, StringComparer.Ordinal)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, "text/calendar; charset=utf-8");
    }

    private static async Task<IResult> NewsAsync(HttpContext http, PublicFeed feed, CurrentCommunity community, Kernel.Languages.Texts texts, CancellationToken ct)
    {
        if (!community.IsKnown)
            return Results.NotFound();
        if (await HasNewestAsync(http, feed, null, ct))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var items = (await feed.DatesAsync(null, ct)).Where(d => d.Date.GoesOn && d.Activity.IsSure).Take(MostNews);
        var channel = new XElement(
            "channel",
            new XElement("title", $"{texts["Calendar.Title"]} {community.Name}"),
            new XElement("link", Pages(http)),
            new XElement("description", texts["Calendar.Rss"]),
            items.Select(d => Item(d, Pages(http), texts))
        );
        var rss = new XElement("rss", new XAttribute("version", "2.0"), channel);
        return Results.Bytes(Encoding.UTF8.GetBytes(new XDocument(rss).ToString(SaveOptions.DisableFormatting)), "application/rss+xml; charset=utf-8");
    }

    private static XElement Item(PublishedDate published, string pages, Kernel.Languages.Texts texts) =>
        new(
            "item",
            new XElement("title", Readable(published.Activity.Title)),
            new XElement("link", $"{pages}/{published.Activity.Id.Value}/{published.Date.Id.Value}"),
            new XElement("guid", new XAttribute("isPermaLink", "false"), published.Date.Id.Value),
            new XElement("pubDate", published.Activity.ChangedAt.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture)),
            new XElement("description", Readable($"{texts.WhenIs(published.Date)}. {published.Activity.Venue.InWords}"))
        );

    private static async Task<bool> HasNewestAsync(HttpContext http, PublicFeed feed, OrganisationId? organisation, CancellationToken ct)
    {
        var mark = await feed.MarkAsync(organisation, ct);
        http.Response.Headers.ETag = mark;
        http.Response.Headers.CacheControl = "no-cache";
        return http.Request.Headers[HeaderNames.IfNoneMatch].Contains(mark, StringComparer.Ordinal);
    }

    private static string Pages(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/agenda";

    /// <summary>What XML cannot hold is left out.</summary>
    private static string Readable(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
