using System.Net;
using System.Net.Sockets;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Feeds.Fetching;

/// <summary>
/// Opens the connections over which feeds are fetched. It looks the name up itself and connects to the very address that
/// it judged, so neither a redirect nor a name that changes its address leads to what is not public.
/// </summary>
public sealed class PublicConnections(IResolveNames names, FeedSettings settings)
{
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint asked, CancellationToken ct)
    {
        var found = await names.ResolveAsync(asked.Host, ct);
        if (found.Count == 0)
            throw new FetchFailure(FeedTrouble.NameUnknown);
        var allowed = found.Where(a => PublicInternet.Holds(a) || settings.Trusts(new(a, asked.Port))).ToArray();
        if (allowed.Length == 0)
            throw new FetchFailure(FeedTrouble.NotPublic);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, asked.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A handler that connects only this way: no proxy, no cookies, no redirects behind our back.</summary>
    public SocketsHttpHandler NewHandler() =>
        new()
        {
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, ct),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
}
