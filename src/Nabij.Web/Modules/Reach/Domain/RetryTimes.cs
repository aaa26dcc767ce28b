using NodaTime;

namespace Nabij.Modules.Reach.Domain;

/// <summary>When to try again what a mail server or gateway did not take: 1, 5 and 15 minutes, 1 and 4 hours.</summary>
public static class RetryTimes
{
    private static readonly int[] Minutes = [1, 5, 15, 60, 240];

    /// <summary>The wait after this many tries; null when it has been enough.</summary>
    public static Duration? After(int tries) => tries <= Minutes.Length ? Duration.FromMinutes(Minutes[tries - 1]) : null;
}
