using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Fetching;

/// <summary>What came of fetching a feed.</summary>
public abstract record Fetched
{
    /// <summary>Content. <paramref name="MovedTo"/>: its address from now on, when the server said so for good.</summary>
    public sealed record Content(byte[] Bytes, FeedVersion Version, Uri? MovedTo) : Fetched;

    /// <summary>The server says that it is as we know it, perhaps at another address from now on.</summary>
    public sealed record AsBefore(Uri? MovedTo = null) : Fetched;

    /// <summary>Nothing came. <paramref name="After"/>: how long the server asks us to wait.</summary>
    public sealed record Failed(FeedTrouble Trouble, Duration? After = null) : Fetched;
}

/// <summary>The marks by which a server knows which version of a feed we have: sent back as they came.</summary>
public sealed record FeedVersion(string? ETag, string? LastModified)
{
    public const int MaxLength = 200;

    public static readonly FeedVersion None = new(null, null);
}
