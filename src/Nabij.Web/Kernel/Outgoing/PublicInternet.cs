using System.Net;
using System.Net.Sockets;

namespace Nabij.Kernel.Outgoing;

/// <summary>
/// Which addresses belong to the public internet: all that IANA's registries of special-purpose addresses (RFC 6890) do
/// not keep for something else. Whoever gives us an address must not reach what stands beside us.
/// </summary>
public static class PublicInternet
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Within 2000::/3: tunnels that hide another address (Teredo, 6to4), and documentation.</summary>
    private static readonly IPNetwork[] SpecialV6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(n => IPNetwork.Parse(n)),
    ];

    public static bool Holds(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork
            ? !SpecialV4.Any(n => n.Contains(plain))
            : GlobalUnicast.Contains(plain) && !SpecialV6.Any(n => n.Contains(plain));
    }
}
