using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Nabij.Kernel.Outgoing;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Fetching;

/// <summary>
/// Fetches a feed politely: says which version we have, takes no more than agreed and waits no longer than agreed, whatever
/// the other side does. It never throws for what the other side does; it says in one word what went wrong.
/// </summary>
public sealed class FetchFeed(HttpClient http, FeedSettings settings, TimeProvider time)
{
    private const string Accepted = "text/calendar, application/ld+json;q=0.9, text/html;q=0.8, */*;q=0.5";

    public async Task<Fetched> HandleAsync(Uri address, FeedVersion known, CancellationToken ct)
    {
        using var patience = new Patience(settings, time, ct);
        try
        {
            return await FollowAsync(address, known, patience);
        }
        catch (Exception trouble) when (Judge(trouble, ct) is { } word)
        {
            return new Fetched.Failed(word);
        }
    }

    private async Task<Fetched> FollowAsync(Uri address, FeedVersion known, Patience patience)
    {
        var (here, forGood) = (address, true);
        for (var hops = 0; hops <= settings.MostRedirects; hops++)
        {
            if (FeedAddress.Trouble(here, settings) is { } trouble)
                return new Fetched.Failed(trouble);
            using var response = await AskAsync(here, known, patience);
            if (NextOf(response, here) is not { } next)
                return await ReadAsync(response, forGood && here != address ? here : null, patience);
            forGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            here = next;
        }
        return new Fetched.Failed(FeedTrouble.TooManyRedirects);
    }

    private Task<HttpResponseMessage> AskAsync(Uri here, FeedVersion known, Patience patience)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, here);
        request.Headers.TryAddWithoutValidation("Accept", Accepted);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        if (known.ETag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.LastModified is not null)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
    }

    private static Uri? NextOf(HttpResponseMessage response, Uri here) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } to ? new Uri(here, to) : null;

    private async Task<Fetched> ReadAsync(HttpResponseMessage response, Uri? movedTo, Patience patience) =>
        (int)response.StatusCode switch
        {
            304 => new Fetched.AsBefore(movedTo),
            >= 200 and < 300 => new Fetched.Content(await BytesAsync(response.Content, patience), VersionOf(response), movedTo),
            401 or 403 => new Fetched.Failed(FeedTrouble.NeedsSignIn),
            410 => new Fetched.Failed(FeedTrouble.Gone),
            429 or 503 => new Fetched.Failed(FeedTrouble.TooBusy, AfterOf(response)),
            >= 500 => new Fetched.Failed(FeedTrouble.ServerFailed, AfterOf(response)),
            _ => new Fetched.Failed(FeedTrouble.NotFound),
        };

    private async Task<byte[]> BytesAsync(HttpContent content, Patience patience)
    {
        if (content.Headers.ContentLength > settings.MostBytes)
            throw new FetchFailure(FeedTrouble.TooLarge);
        await using var stream = await content.ReadAsStreamAsync(patience.Token);
        using var taken = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await stream.ReadAsync(part, patience.Token) is > 0 and var count)
        {
            if (taken.Length + count > settings.MostBytes)
                throw new FetchFailure(FeedTrouble.TooLarge);
            taken.Write(part, 0, count);
            patience.SomethingCame();
        }
        return taken.ToArray();
    }

    private static FeedVersion VersionOf(HttpResponseMessage response) =>
        new(Raw(response.Headers, "ETag"), Raw(response.Content.Headers, "Last-Modified"));

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= FeedVersion.MaxLength } mark ? mark : null;

    private Duration? AfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => Duration.FromTimeSpan(wait),
            { Date: { } date } => Duration.FromTimeSpan(date - time.GetUtcNow()),
            _ => null,
        };

    /// <summary>What the other side did, in one word; null is our own affair.</summary>
    private static FeedTrouble? Judge(Exception trouble, CancellationToken ct) =>
        trouble switch
        {
            OperationCanceledException => ct.IsCancellationRequested ? null : FeedTrouble.TooSlow,
            FetchFailure failure => failure.Trouble,
            { InnerException: FetchFailure failure } => failure.Trouble,
            { InnerException: NoPublicAddress address } => address.IsNameKnown ? FeedTrouble.NotPublic : FeedTrouble.NameUnknown,
            HttpRequestException { InnerException: AuthenticationException } => FeedTrouble.NotSecure,
            InvalidDataException or { InnerException: InvalidDataException } => FeedTrouble.Unreadable,
            HttpRequestException or IOException or SocketException => FeedTrouble.NoAnswer,
            UriFormatException => FeedTrouble.NotAWebAddress,
            _ => null,
        };
}
