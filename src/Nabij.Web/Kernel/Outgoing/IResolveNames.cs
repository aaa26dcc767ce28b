using System.Net;
using System.Net.Sockets;

namespace Nabij.Kernel.Outgoing;

/// <summary>Which addresses a name on the internet has now.</summary>
public interface IResolveNames
{
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct);
}

/// <summary>Asks the domain name system.</summary>
public sealed class DomainNames : IResolveNames
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        try
        {
            return await Dns.GetHostAddressesAsync(host, ct);
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
