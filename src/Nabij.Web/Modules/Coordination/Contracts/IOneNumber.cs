using NodaTime;

namespace Nabij.Modules.Coordination.Contracts;

/// <summary>Whether the one number of the community is answered now.</summary>
public interface IOneNumber
{
    /// <summary>Null when nobody keeps a rota here: then only the hours in words are known.</summary>
    Task<NumberNow?> NowAsync(CancellationToken ct);
}

/// <param name="Until">Until when somebody answers; null is that nobody does now.</param>
/// <param name="Next">When somebody answers next; null when that is not within a week.</param>
/// <param name="Outside">What is said to who calls meanwhile; empty when nothing was written.</param>
public sealed record NumberNow(Instant? Until, Instant? Next, string Outside);
