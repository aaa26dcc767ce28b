using System.Net;

namespace Nabij.Modules.Calendar.Feeds.Fetching;

/// <summary>The section <c>Calendar:Feeds</c> of the configuration: how much of others' calendars is fetched, and from where.</summary>
public sealed record FeedSettings
{
    /// <summary>
    /// Addresses that are fetched from although they are not public, such as <c>127.0.0.1:5099</c> for the demo's own
    /// calendars. Empty is nowhere but the public internet.
    /// </summary>
    public IReadOnlyList<string> AlsoFrom { get; init; } = [];

    /// <summary>Bytes of one feed, unpacked.</summary>
    public int MostBytes { get; init; } = 10_000_000;

    public int MostRedirects { get; init; } = 5;

    /// <summary>For the whole of it: name, connection, redirects and every byte.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Without a single byte.</summary>
    public TimeSpan PatienceInSilence { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Who asks, in the log of the organisation's web server.</summary>
    public string UserAgent { get; init; } = "Nabij-agenda/1.0";

    internal bool Trusts(IPEndPoint endpoint) =>
        AlsoFrom.Any(text => IPEndPoint.TryParse(text, out var trusted) && trusted.Equals(endpoint));

    internal bool TrustsPort(int port) =>
        AlsoFrom.Any(text => IPEndPoint.TryParse(text, out var trusted) && trusted.Port == port);
}
