using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NodaTime;

namespace Nabij.Demo.Feeds;

/// <summary>
/// The web servers of 35 organisations, on one port of this machine. When it is later in the year some are down, some have
/// moved, some fell silent and some changed what they hold.
/// </summary>
public sealed class FeedServer : IAsyncDisposable
{
    private readonly YearOfFeeds year;
    private readonly WebApplication app;
    private int fetches;

    private FeedServer(YearOfFeeds year, WebApplication app) => (this.year, this.app) = (year, app);

    /// <summary>Whether it is later in the year.</summary>
    public bool IsLater { get; set; }

    /// <summary>The first day that a page shows.</summary>
    public LocalDate Today { get; set; }

    public IPEndPoint At => IPEndPoint.Parse(new Uri(app.Urls.First()).Authority);

    public Uri AddressOf(FeedOrganisation organisation) => AddressOf(organisation, At);

    public static Uri AddressOf(FeedOrganisation organisation, IPEndPoint at) => new($"http://{at}/{organisation.Slug}/agenda{(IsPage(organisation) ? "" : ".ics")}");

    /// <param name="year">What they hold.</param>
    /// <param name="today">The first day that a page shows.</param>
    /// <param name="port">0 is any.</param>
    public static async Task<FeedServer> StartAsync(YearOfFeeds year, LocalDate today, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        var server = new FeedServer(year, builder.Build()) { Today = today };
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var hasMoved = path is ["nieuw", ..];
        if (FeedOrganisations.All.FirstOrDefault(o => o.Slug == path.ElementAtOrDefault(hasMoved ? 1 : 0)) is not { } organisation)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        switch (IsLater ? organisation.Fate : FeedFate.Stays)
        {
            case FeedFate.GoesDown:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case FeedFate.IsTakenAway:
                http.Response.StatusCode = StatusCodes.Status410Gone;
                break;
            case FeedFate.IsBusy:
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "7200";
                break;
            case FeedFate.Moves when !hasMoved:
                http.Response.Redirect($"/nieuw{http.Request.Path}", permanent: true);
                break;
            default:
                await SendAsync(http, organisation);
                break;
        }
    }

    private async Task SendAsync(HttpContext http, FeedOrganisation organisation)
    {
        var content = ContentOf(organisation);
        var mark = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";
        if (organisation.Style is not FeedStyle.Renewing and not FeedStyle.Bare) // those know no marks
        {
            http.Response.Headers.ETag = mark;
            if (http.Request.Headers.IfNoneMatch == mark)
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        http.Response.ContentType = organisation.Style switch
        {
            FeedStyle.Page or FeedStyle.Graph => "text/html",
            FeedStyle.OldSigns => "text/calendar; charset=iso-8859-1",
            FeedStyle.Bare => "text/plain",
            _ => "text/calendar; charset=utf-8",
        };
        await http.Response.Body.WriteAsync(content);
    }

    private byte[] ContentOf(FeedOrganisation organisation)
    {
        var told = (IsLater ? year.Later : year.First).Where(t => t.By == organisation && t.Telling is not Telling.Vanished);
        if (IsLater && organisation.Fate is FeedFate.FallsSilent)
            told = told.Where(t => t.What.Rhythm is Rhythm.Once && t.Start.Date < Today);
        return IsPage(organisation)
            ? PageText.Of(organisation.Style, organisation.Name, told, Today)
            : CalendarText.Of(organisation.Style, organisation.Name, told, Interlocked.Increment(ref fetches));
    }

    private static bool IsPage(FeedOrganisation organisation) => organisation.Style is FeedStyle.Page or FeedStyle.Graph;
}
