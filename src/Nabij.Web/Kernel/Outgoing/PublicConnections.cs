using System.Net;
using System.Net.Sockets;

namespace Nabij.Kernel.Outgoing;

/// <summary>
/// Opens connections to addresses that others gave us. It looks the name up itself and connects to the very address that
/// it judged, so neither a redirect nor a name that changes its address leads to what is not public.
/// </summary>
/// <param name="names">Who knows which address a name has.</param>
/// <param name="trusts">Which addresses may be reached although they are not public: by configuration, for tests and demos.</param>
public sealed class PublicConnections(IResolveNames names, Func<IPEndPoint, bool> trusts)
{
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint asked, CancellationToken ct)
    {
        var found = await names.ResolveAsync(asked.Host, ct);
        if (found.Count == 0)
            throw new NoPublicAddress(isNameKnown: false);
        var allowed = found.Where(a => PublicInternet.Holds(a) || trusts(new(a, asked.Port))).ToArray();
        if (allowed.Length == 0)
            throw new NoPublicAddress(isNameKnown: true);

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

/// <summary>The name is nobody's, or of an address that is not of the public internet. Ends a request from within its connection.</summary>
public sealed class NoPublicAddress(bool isNameKnown) : IOException
{
    public bool IsNameKnown => isNameKnown;
}
