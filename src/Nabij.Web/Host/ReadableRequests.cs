using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Nabij.Host;

/// <summary>
/// No page sees what cannot be read: a form that is too large or garbled, or a null character, which no database keeps.
/// The answer is a status, of which <see cref="ErrorPage"/> makes a page.
/// </summary>
public sealed class ReadableRequests(RequestDelegate next)
{
    /// <summary>So much of what is too large is still taken in: a browser shows our page only after it could send all.</summary>
    private const long MaxTakenInBytes = 32_000_000;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<string, bool> CanRead)>> Asked = new();

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            if (await WhyNotAsync(http) is { } status)
                http.Response.StatusCode = status;
            else
                await next(http);
        }
        catch (BadHttpRequestException unreadable) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = unreadable.StatusCode;
        }
    }

    private static async Task<int?> WhyNotAsync(HttpContext http)
    {
        if (IsForErrorPage(http))
            return null;
        if (http.Request.ContentLength > LimitOf(http))
            return await TakeInAsync(http);
        if (HasNull(http.Request.Path.Value) || http.Request.Query.Any(q => HasNull(q.Key) || q.Value.Any(HasNull)) || !IsForPage(http))
            return StatusCodes.Status400BadRequest;
        if (!http.Request.HasFormContentType)
            return null;
        return http.Request.ContentLength is null && await IsTooLargeAsync(http)
            ? StatusCodes.Status413PayloadTooLarge
            : await WhyNotFormAsync(http.Request);
    }

    /// <summary>A form that does not say how long it is, is measured first.</summary>
    private static async Task<bool> IsTooLargeAsync(HttpContext http)
    {
        var (sent, limit) = (http.Request.Body, LimitOf(http));
        TakeInMore(http);
        http.Request.EnableBuffering(bufferThreshold: 30_000, bufferLimit: limit ?? MaxTakenInBytes);
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Request.Body.Position = 0;
            return false;
        }
        catch (IOException tooLong) when (tooLong is not BadHttpRequestException)
        {
            await sent.CopyToAsync(Stream.Null, http.RequestAborted);
            return true;
        }
    }

    private static async Task<int?> WhyNotFormAsync(HttpRequest request)
    {
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Any(f => HasNull(f.Key) || f.Value.Any(HasNull)) ? StatusCodes.Status400BadRequest : null;
        }
        catch (Exception garbled) when (garbled is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static async Task<int> TakeInAsync(HttpContext http)
    {
        if (http.Request.ContentLength <= MaxTakenInBytes)
        {
            TakeInMore(http);
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        return StatusCodes.Status413PayloadTooLarge;
    }

    private static void TakeInMore(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = MaxTakenInBytes;
    }

    private static long? LimitOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : WebSecurity.MaxRequestBytes;

    /// <summary>Whether the page can read the numbers and ids in the address: page 'two' there is none.</summary>
    private static bool IsForPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not { Type: var page }
        || Asked.GetOrAdd(page, ReadAsked).All(a => http.Request.Query[a.Name] is not [{ Length: > 0 } value] || a.CanRead(value));

    private static IReadOnlyList<(string Name, Func<string, bool> CanRead)> ReadAsked(Type page) =>
        [
            .. page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(p => p.IsDefined(typeof(SupplyParameterFromQueryAttribute)) && p.PropertyType != typeof(string))
                .Select(p => (p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? p.Name, Reader(p.PropertyType))),
        ];

    private static Func<string, bool> Reader(Type type) =>
        type == typeof(int?) ? value => int.TryParse(value, CultureInfo.InvariantCulture, out _)
        : type == typeof(Guid?) ? value => Guid.TryParse(value, out _)
        : _ => true;

    private static bool HasNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    /// <summary>Whether this is the second time around, to show what went wrong the first time.</summary>
    public static bool IsForErrorPage(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>
    /// The page that tells what went wrong is only ever read, whatever was being sent. A page that refused a form has set its
    /// type and written nothing: that too gets our page.
    /// </summary>
    public static async Task ReadErrorPage(HttpContext http, RequestDelegate next)
    {
        if (IsForErrorPage(http))
            http.Request.Method = HttpMethods.Get;
        await next(http);
        if (!http.Response.HasStarted && http.Response.StatusCode >= StatusCodes.Status400BadRequest)
            http.Response.ContentType = null;
    }
}
