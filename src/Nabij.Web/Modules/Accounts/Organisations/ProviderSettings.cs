using System.Net;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>The section <c>Accounts:Providers</c> of the configuration: which providers of organisations may be asked.</summary>
public sealed record ProviderSettings
{
    /// <summary>Addresses that are asked although they are not public and without encryption, such as <c>127.0.0.1:5121</c> in a test.</summary>
    public IReadOnlyList<string> AlsoFrom { get; init; } = [];

    public int MostBytes { get; init; } = 500_000;

    /// <summary>For each question to a provider: somebody is waiting.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    internal bool Trusts(IPEndPoint endpoint) => AlsoFrom.Any(text => IPEndPoint.TryParse(text, out var trusted) && trusted.Equals(endpoint));

    /// <summary>Whether an address may be asked, or a browser sent to: encrypted, at the usual port, without a name and password in it.</summary>
    internal bool Allows(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (address is { Scheme: "https", Port: 443 } || (IPEndPoint.TryParse(address.Authority, out var literal) && Trusts(literal)));
}
